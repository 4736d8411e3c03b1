namespace Lending.Domain;

/// <summary>Compares personal values that nobody here can read.</summary>
internal static class SealedValues
{
    /// <summary>By the keyed hash; by the mask where a field has no hash, because each sealing of one value gives another cipher.</summary>
    public static bool Same(Sealed? left, Sealed? right) =>
        left is null || right is null ? left is null && right is null
        : left.Hash is not null && right.Hash is not null ? left.Hash == right.Hash
        : left.Mask == right.Mask;
}
