namespace Orleans;

/// <summary>The type may travel in a grain call. In process arguments are passed by reference, so it is only a mark.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, Inherited = false)]
public sealed class GenerateSerializerAttribute : Attribute
{
    public GenerateFieldIds GenerateFieldIds { get; init; }
    public bool IncludePrimaryConstructorParameters { get; init; } = true;
}

/// <summary>How members without an explicit id get one.</summary>
public enum GenerateFieldIds { None, PublicProperties }

/// <summary>The member's number in the wire contract. Never renumber.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class IdAttribute(uint id) : Attribute
{
    public uint Id { get; } = id;
}

/// <summary>The name in the wire contract, which outlives a rename in code.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Method)]
public sealed class AliasAttribute(string alias) : Attribute
{
    public string Alias { get; } = alias;
}

/// <summary>Never changed after it is made, so it is shared and not copied.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class ImmutableAttribute : Attribute;
