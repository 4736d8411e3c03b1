using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// What a loan costs in a year, fees and taxes included: the internal rate of what arrives and what is paid back on its dates, as a nominal yearly
/// rate. The unit of time is the interval between two due dates: the rate of one unit times the units in a year.
/// </summary>
public static class AnnualRates
{
    private const int DaysInYear = 365;
    private const int Halvings = 80;
    private const decimal HighestOfAUnit = 10m;

    /// <summary>In percent with two digits. One single payment: simple, by days in a year of 365.</summary>
    public static decimal AprPercentOf(LoanProduct product, LoanQuote quote) => decimal.Round(
        product.Plan switch
        {
            RepaymentPlan.Payday => (quote.RepaymentTotal - quote.Usable).Minor * 100m * DaysInYear / quote.Tenure / quote.Usable.Minor,
            RepaymentPlan.CreditLine => 100m * YearlyRateOf(new InstalmentTerms { Unit = product.Line!.Unit, Every = product.Line.Every }, quote),
            RepaymentPlan.Emi => 100m * YearlyRateOf(product.Instalments ?? InstalmentTerms.Monthly, quote),
        }, 2, MidpointRounding.AwayFromZero);

    private static decimal YearlyRateOf(InstalmentTerms terms, LoanQuote quote)
    {
        var flows = quote.Schedule
            .Select(row => new Flow((row.Principal + row.Interest + (row.Fee ?? Money.Zero(row.Principal.Currency))).Minor, UnitsTo(row.Due, quote.DisbursedOn, terms)))
            .ToImmutableArray();
        return RateOfAUnit(flows, quote.Usable.Minor) * UnitsInYear(terms);
    }

    // The present value falls as the rate rises, so halving the range finds the rate: eighty halvings leave less than any digit shown.
    private static decimal RateOfAUnit(ImmutableArray<Flow> flows, long net)
    {
        var (low, high) = (0m, HighestOfAUnit);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var rate = (low + high) / 2;
            if (PresentValueOf(flows, rate) > net) low = rate;
            else high = rate;
        }

        return low;
    }

    private static decimal PresentValueOf(ImmutableArray<Flow> flows, decimal rate)
    {
        var (value, discount, step, passed) = (0m, 1m, 1m / (1m + rate), 0);
        foreach (var (minor, units) in flows)
        {
            for (var whole = (int)units; passed < whole; passed++) discount *= step;
            value += minor * discount / (1m + ((units - passed) * rate));
        }

        return value;
    }

    private static decimal UnitsInYear(InstalmentTerms terms) => terms.Unit switch
    {
        RepayUnit.Days => (decimal)DaysInYear / terms.Every,
        RepayUnit.Weeks => 52m / terms.Every,
        RepayUnit.SemiMonths => 24m,
        RepayUnit.Months => 12m / terms.Every,
        _ => 12m,
    };

    private static decimal UnitsTo(DateOnly due, DateOnly from, InstalmentTerms terms) => terms.Unit switch
    {
        RepayUnit.Days => (decimal)(due.DayNumber - from.DayNumber) / terms.Every,
        RepayUnit.Weeks => (due.DayNumber - from.DayNumber) / 7m / terms.Every,
        RepayUnit.SemiMonths => MonthsTo(due, from) * 2,
        RepayUnit.Months => MonthsTo(due, from) / terms.Every,
        _ => MonthsTo(due, from),
    };

    // Whole months, and the days beyond as a part of the month they are in. A day that a month lacks falls on its last day.
    private static decimal MonthsTo(DateOnly due, DateOnly from)
    {
        var months = ((due.Year - from.Year) * 12) + due.Month - from.Month;
        if (from.AddMonths(months) > due) months--;
        var (start, end) = (from.AddMonths(months), from.AddMonths(months + 1));
        return months + ((decimal)(due.DayNumber - start.DayNumber) / (end.DayNumber - start.DayNumber));
    }

    /// <summary>Money in minor units, so many units of time after payout.</summary>
    private readonly record struct Flow(long Minor, decimal Units);
}
