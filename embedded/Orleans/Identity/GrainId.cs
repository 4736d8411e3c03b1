namespace Orleans.Runtime;

/// <summary>Which grain: its kind and its key, written "loan/L-1042".</summary>
public readonly struct GrainId(GrainType type, IdSpan key) : IEquatable<GrainId>
{
    public GrainType Type { get; } = type;
    public IdSpan Key { get; } = key;

    public bool IsDefault => Type.Value.IsDefault;

    public static GrainId Create(GrainType type, IdSpan key) => new(type, key);
    public static GrainId Create(GrainType type, string key) => new(type, IdSpan.Create(key));
    public static GrainId Create(string type, string key) => new(GrainType.Create(type), IdSpan.Create(key));

    /// <summary>Reads "kind/key". Throws <see cref="FormatException"/> for anything else.</summary>
    public static GrainId Parse(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            ? Create(value[..slash], value[(slash + 1)..])
            : throw new FormatException("A grain id is written kind/key.");
    }

    public bool Equals(GrainId other) => Key.Equals(other.Key) && Type.Equals(other.Type);
    public override bool Equals(object? obj) => obj is GrainId other && Equals(other);
    public override int GetHashCode() => HashCode.Combine(Type.GetHashCode(), Key.GetHashCode());
    public override string ToString() => $"{Type}/{Key}";

    public static bool operator ==(GrainId left, GrainId right) => left.Equals(right);
    public static bool operator !=(GrainId left, GrainId right) => !left.Equals(right);
}
