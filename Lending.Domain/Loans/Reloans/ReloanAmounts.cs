namespace Lending.Domain;

/// <summary>How much another loan may be (LOS-035).</summary>
public static class ReloanAmounts
{
    /// <summary>
    /// The former loan raised by the Brand's hike, at most what the product allows now, rounded down to the Brand's step. Where that would be less than the
    /// former loan it is that loan again, and where it would be less than the minimum it stays unrounded. Refused where even that is below the minimum. A hike
    /// or step in another currency says nothing about this product.
    /// </summary>
    public static Outcome<Money> Of(Money previous, ReloanPolicy policy, LoanProduct product, Brand brand)
    {
        if (previous.Currency != product.Currency) return new CurrencyMismatch(product.Currency.Code);
        var (max, min) = ((decimal)product.AmountMax.Minor, (decimal)AmountBounds.MinimumOf(product, brand).Minimum.Minor);
        var raised = Math.Min(previous.Minor + HikeOf(previous, policy), max);
        var stepped = Floor(raised, policy, product.Currency);
        var hadIsAllowed = previous.Minor >= min && previous.Minor <= max;
        var minor = stepped >= (hadIsAllowed ? previous.Minor : min) ? stepped : hadIsAllowed ? previous.Minor : raised;
        var amount = new Money((long)minor, product.Currency);
        return AmountBounds.Check(amount, product, brand) is { } refusal ? refusal : amount;
    }

    private static decimal HikeOf(Money previous, ReloanPolicy policy) =>
        policy.HikeAmount is { } more && more.Currency == previous.Currency ? more.Minor
        : policy.HikePercent is { } percent ? decimal.Floor(previous.Minor * percent / 100m)
        : 0m;

    private static decimal Floor(decimal minor, ReloanPolicy policy, Currency currency) =>
        policy.RoundTo.Currency == currency ? minor - (minor % policy.RoundTo.Minor) : minor;
}
