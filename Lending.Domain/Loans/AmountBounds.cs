namespace Lending.Domain;

/// <summary>The range an amount must be in: the tightest of the Brand's minimum and the product's range (GAP-51).</summary>
internal static class AmountBounds
{
    public static Refusal? Check(Money amount, LoanProduct product, Brand brand)
    {
        if (amount.Currency != product.Currency) return new CurrencyMismatch(product.Currency.Code);
        if (!amount.IsPositive) return new AmountNotPositive();

        var (minimum, brandBinds) = MinimumOf(product, brand);
        if (amount < minimum) return new AmountOutOfRange(brandBinds ? "brand" : "product", minimum, product.AmountMax);
        return amount > product.AmountMax ? new AmountOutOfRange("product", minimum, product.AmountMax) : null;
    }

    /// <summary>The higher of both minimums, and whether it is the Brand's. That is in its own currency and says nothing about products in another.</summary>
    public static (Money Minimum, bool IsBrands) MinimumOf(LoanProduct product, Brand brand)
    {
        var brandMinimum = brand.Settings.MinimumLoan;
        var brandBinds = brandMinimum.Currency == product.Currency && brandMinimum > product.AmountMin;
        return (brandBinds ? brandMinimum : product.AmountMin, brandBinds);
    }
}
