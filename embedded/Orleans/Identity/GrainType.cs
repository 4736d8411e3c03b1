namespace Orleans.Runtime;

/// <summary>The kind of a grain: its class name in lower case, without "Grain" at the end.</summary>
public readonly struct GrainType(IdSpan id) : IEquatable<GrainType>
{
    public IdSpan Value { get; } = id;

    public static GrainType Create(string value) => new(IdSpan.Create(value));

    public bool Equals(GrainType other) => Value.Equals(other.Value);
    public override bool Equals(object? obj) => obj is GrainType other && Equals(other);
    public override int GetHashCode() => Value.GetHashCode();
    public override string ToString() => Value.ToString();

    public static bool operator ==(GrainType left, GrainType right) => left.Equals(right);
    public static bool operator !=(GrainType left, GrainType right) => !left.Equals(right);
}
