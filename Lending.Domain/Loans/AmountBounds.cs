namespace Lending.Domain;

/// <summary>The range an amount must be in: the tightest of the Brand's minimum and the product's range (GAP-51).</summary>
internal static class AmountBounds
{
    public static Refusal? Check(Money amount, LoanProduct product, Brand brand)
    {
        if (amount.Currency != product.Currency) return new CurrencyMismatch(product.Currency.Code);
        if (!amount.IsPositive) return new AmountNotPositive();

        // A Brand's minimum is in its own currency and says nothing about products in another.
        var brandMinimum = brand.Settings.MinimumLoan;
        var brandBinds = brandMinimum.Currency == product.Currency && brandMinimum > product.AmountMin;
        var minimum = brandBinds ? brandMinimum : product.AmountMin;
        if (amount < minimum) return new AmountOutOfRange(brandBinds ? "brand" : "product", minimum, product.AmountMax);
        return amount > product.AmountMax ? new AmountOutOfRange("product", minimum, product.AmountMax) : null;
    }
}
