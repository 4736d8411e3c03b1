namespace Orleans.Runtime;

/// <summary>The name of a grain interface: its alias, or its full type name.</summary>
public readonly struct GrainInterfaceType(IdSpan value) : IEquatable<GrainInterfaceType>
{
    public IdSpan Value { get; } = value;

    public static GrainInterfaceType Create(string value) => new(IdSpan.Create(value));

    public bool Equals(GrainInterfaceType other) => Value.Equals(other.Value);
    public override bool Equals(object? obj) => obj is GrainInterfaceType other && Equals(other);
    public override int GetHashCode() => Value.GetHashCode();
    public override string ToString() => Value.ToString();

    public static bool operator ==(GrainInterfaceType left, GrainInterfaceType right) => left.Equals(right);
    public static bool operator !=(GrainInterfaceType left, GrainInterfaceType right) => !left.Equals(right);
}
