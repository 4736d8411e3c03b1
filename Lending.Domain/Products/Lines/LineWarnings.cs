using System.Collections.Immutable;
using System.Globalization;

namespace Lending.Domain;

/// <summary>What somebody who sets up a credit line should look at again; the settings are admitted all the same.</summary>
internal static class LineWarnings
{
    private const decimal AprFarAboveRate = 10m;
    private const decimal MostLeft = 0.5m;

    public static ImmutableArray<string> Of(LoanProduct product, LoanQuote quote)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        var (first, last) = (quote.Schedule[0], quote.Schedule[^1]);
        if (first.Principal.IsZero && first.Interest.IsPositive && quote.Schedule.Length > 1)
            warnings.Add("The minimum of the first statement repays no principal: interest takes all of it.");
        if (last.Principal.Minor > quote.Amount.Minor * MostLeft && quote.Schedule.Length > 1)
            warnings.Add($"Who pays the minimum only still owes {AmountText.Text(last.Principal)} of {AmountText.Text(quote.Amount)} when the validity ends.");
        var apr = AnnualRates.AprPercentOf(product, quote);
        if (apr > product.RatePercent + AprFarAboveRate) warnings.Add($"The APR of {Percent(apr)} is far above the rate of {Percent(product.RatePercent)} a year.");
        if (product is { LateCharges.Cap: null, LateCharges: not null } or { LateCharges: null, Penalty: { DailyPercent: > 0, Cap: null } })
            warnings.Add("Charges for being late have no cap.");
        return warnings.ToImmutable();
    }

    private static string Percent(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
