namespace Lending.Domain;

/// <summary>Whether a product can be had for an amount and a tenure; the same answer for a preview and for an application.</summary>
public static class LoanTerms
{
    /// <summary>Null when it can. Tenure is in the product's unit.</summary>
    public static Refusal? Check(LoanProduct product, Brand brand, Money amount, int tenure) =>
        AmountBounds.Check(amount, product, brand) is { } refusal ? refusal
        : tenure < product.TenureMin || tenure > product.TenureMax
            ? new TenureOutOfRange(product.TenureMin, product.TenureMax, Tenures.UnitOf(product).Many)
        : Charges.NetOf(amount, Charges.Of(product, amount)).IsPositive ? null : new NothingToDisburse();
}
