namespace Lending.Domain.Engine;

/// <summary>Rates of cumulative loans: a year of actual days always has 365 (rule CLASSIC).</summary>
internal static class ClassicRates
{
    /// <summary>The share of a balance that one repayment period earns.</summary>
    public static decimal OfPeriod(CreditTerms terms)
    {
        var rate = Precise.Over(terms.AnnualRatePct, 100);
        return terms.RepayUnit switch
        {
            TermUnit.Months => Precise.Over(Precise.Times(rate, terms.RepayEvery), 12),
            TermUnit.Weeks => Precise.Over(Precise.Times(rate, terms.RepayEvery), 52),
            _ => Precise.Over(Precise.Times(rate, terms.RepayEvery), YearOf(terms)),
        };
    }

    /// <summary>The share the level amount is found with: of the instalment's own days where interest counts days.</summary>
    public static decimal OfLevel(CreditTerms terms, DateOnly from, DateOnly to) => terms is { InterestPeriods: InterestPeriods.Daily, DaysInMonth: MonthLength.Actual }
        ? OfDays(terms, from, to) : OfPeriod(terms);

    /// <summary>The share of a balance that some days earn.</summary>
    public static decimal OfDays(CreditTerms terms, DateOnly from, DateOnly to) =>
        Precise.Over(Precise.Times(Precise.Over(terms.AnnualRatePct, 100), to.DayNumber - from.DayNumber), YearOf(terms));

    private static int YearOf(CreditTerms terms) => terms.DaysInYear switch { YearLength.Days360 => 360, YearLength.Days364 => 364, _ => 365 };
}
