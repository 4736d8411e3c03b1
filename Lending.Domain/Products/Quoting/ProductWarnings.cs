using System.Collections.Immutable;
using System.Globalization;

namespace Lending.Domain;

/// <summary>What somebody who sets up a product should look at again before it is put in force; the settings are admitted all the same.</summary>
public static class ProductWarnings
{
    private const decimal LastMuchLarger = 1.1m;
    private const decimal AprFarAboveRate = 10m;
    private const decimal ChargesLarge = 0.1m;

    /// <summary>In sentences; empty when there is nothing.</summary>
    public static ImmutableArray<string> Of(LoanProduct product, LoanQuote quote)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        var rows = quote.Schedule;
        if (product.Line is not null) return LineWarnings.Of(product, quote);
        var regular = rows[..^1].Where(row => row.From != row.Due).Select(row => row.Principal + row.Interest).DefaultIfEmpty(Money.Zero(quote.Amount.Currency)).Max();
        var last = rows[^1].Principal + rows[^1].Interest;
        if (regular.IsPositive && last.Minor > regular.Minor * LastMuchLarger)
            warnings.Add($"The last instalment is {AmountText.Text(last)}, {Percent((last.Minor - regular.Minor) * 100m / regular.Minor)} more than the largest before it.");
        if (rows.Length > 2 && rows[0].From != rows[0].Due && rows[0].Interest.Minor > rows[1].Interest.Minor * 1.3m && rows[1].Interest.IsPositive && rows[0].Principal.IsPositive)
            warnings.Add($"The first instalment bears {AmountText.Text(rows[0].Interest)} of interest, the second {AmountText.Text(rows[1].Interest)}.");
        foreach (var row in rows)
            if (row.Principal.IsZero && row.Interest.IsZero)
            {
                warnings.Add($"Instalment {row.Number.ToString(CultureInfo.InvariantCulture)} comes to nothing.");
                break;
            }

        if (quote.ChargesTotal.Minor > quote.Amount.Minor * ChargesLarge)
            warnings.Add($"Charges take {Percent(quote.ChargesTotal.Minor * 100m / quote.Amount.Minor)} of the amount before it is paid out.");
        var apr = AnnualRates.AprPercentOf(product, quote);
        var rate = product.Plan is RepaymentPlan.Payday ? product.RatePercent * 365 : product.RatePercent;
        if (apr > rate + AprFarAboveRate) warnings.Add($"The APR of {Percent(apr)} is far above the rate of {Percent(rate)} a year.");
        if (product is { LateCharges.Cap: null, LateCharges: not null } or { LateCharges: null, Penalty: { DailyPercent: > 0, Cap: null } })
            warnings.Add("Charges for being late have no cap.");
        return warnings.ToImmutable();
    }

    private static string Percent(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
