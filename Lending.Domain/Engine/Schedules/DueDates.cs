namespace Lending.Domain.Engine;

/// <summary>
/// Due dates, counted from the seed: seed + n x every (rule "Common 1"). A day that a month does not have falls on the month's last day,
/// or on the next month's first where the product rolls.
/// </summary>
internal static class DueDates
{
    public static (DateOnly From, DateOnly Due)[] All(CreditTerms terms, DateOnly seed, int? count = null)
    {
        var periods = new (DateOnly, DateOnly)[count ?? terms.Installments];
        var from = seed;
        for (var i = 0; i < periods.Length; i++)
        {
            var due = Of(terms, seed, i + 1);
            periods[i] = (from, due);
            from = due;
        }

        return periods;
    }

    public static DateOnly Of(CreditTerms terms, DateOnly seed, int n)
    {
        var due = Plus(seed, n * terms.RepayEvery, terms.RepayUnit);
        return terms.MonthEnd is MonthEnd.FirstDayOfNextMonth && terms.RepayUnit is TermUnit.Months && due.Day < seed.Day ? due.AddDays(1) : due;
    }

    public static DateOnly Plus(DateOnly date, int units, TermUnit unit) => unit switch
    {
        TermUnit.Months => date.AddMonths(units),
        TermUnit.Weeks => date.AddDays(7 * units),
        _ => date.AddDays(units),
    };
}
