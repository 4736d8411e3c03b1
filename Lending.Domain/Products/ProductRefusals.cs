using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Settings that no loan can be made under; Faults names each field. Field and message are those of the first.</summary>
public sealed record ProductInvalid(ImmutableArray<InputInvalid> Faults)
    : Refusal(RefusalKind.Unprocessable, "product_invalid", Faults[0].Message, Faults[0].Input)
{
    public bool Equals(ProductInvalid? other) => other is not null && Faults.AsSpan().SequenceEqual(other.Faults.AsSpan());

    public override int GetHashCode() => Faults.Length;
}

/// <summary>The code is taken; a change of that product is its next version.</summary>
public sealed record ProductExists() : Refusal(RefusalKind.Conflict, "product_exists", "There is a product of this code. Add a version of it.", "code");

public sealed record ProductVersionNotFound() : Refusal(RefusalKind.NotFound, "product_version_not_found", "There is no such version of this product.", "version");

/// <summary>The code of a product never changes.</summary>
public sealed record ProductCodeDiffers(string Code) : Refusal(RefusalKind.Unprocessable, "product_code_differs", $"A version of {Code} keeps this code.", "code");

/// <summary>Plan and currency are the same for all versions: what was lent under one must be comparable with the other.</summary>
public sealed record ProductStructureDiffers(string At)
    : Refusal(RefusalKind.Unprocessable, "product_structure_differs", "Plan and currency of a product never change; make another product.", At);

/// <summary>Somebody else has added a version in this moment.</summary>
public sealed record ProductChangedMeanwhile() : Refusal(RefusalKind.Conflict, "product_changed", "Somebody else has just added a version. Look at it and try again.");
