namespace Lending.Domain.Engine;

/// <summary>Carries the balance that bears interest from stretch to stretch and from instalment to instalment.</summary>
internal static class Balances
{
    public static void Carry(InterestPlan plan)
    {
        for (var p = plan.TakeUncarried(); p < plan.Periods.Count; p++)
        {
            var period = plan.Periods[p];
            var stretches = period.Stretches;
            for (var i = 0; i < stretches.Count; i++)
            {
                if (i > 0) stretches[i].Carry(Precise.NotNegative(stretches[i - 1].BalanceAfter));
                else if (period.Previous is { Stretches.Count: > 0 } before)
                    stretches[0].Carry(Precise.NotNegative(before.Stretches[^1].BalanceAfter - before.DuePrincipal + before.PaidPrincipal));
            }
        }
    }

    /// <summary>
    /// Notes a change of the balance at the end of a day: in the stretch that ends there, or by ending one there. Null: the day is
    /// outside the plan.
    /// </summary>
    public static PlanPeriod? Change(InterestPlan plan, DateOnly date, decimal disbursed = 0, decimal corrected = 0, decimal capitalized = 0)
    {
        var period = plan.PeriodOf(date);
        if (period is null) return null;
        var stretch = EndingOn(period, date, onMaturity: ReferenceEquals(period, plan.Last) && date == period.Due) ?? Split(period, date);
        if (disbursed != 0) stretch.Disburse(disbursed);
        if (corrected != 0) stretch.Correct(corrected);
        if (capitalized != 0) stretch.Capitalize(capitalized);
        return period;
    }

    /// <summary>Ends a stretch on a date and begins the next; answers the one that ends.</summary>
    public static Stretch Split(PlanPeriod period, DateOnly date)
    {
        var stretch = period.Stretches.FindLast(s => date > s.From && date <= s.To) ?? period.Stretches[0];
        var end = date < stretch.From ? stretch.From : date > stretch.To ? stretch.To : date;
        var rest = Stretch.Of(period, end, stretch.To, stretch.Paused);
        stretch.End(end);
        period.Stretches.Insert(period.Stretches.IndexOf(stretch) + 1, rest);
        return stretch;
    }

    // A change on the day of maturity gets a stretch of no length, so that its interest and its credits have a place.
    private static Stretch? EndingOn(PlanPeriod period, DateOnly date, bool onMaturity) =>
        onMaturity
            ? period.Stretches[^1].Days == 0 ? period.Stretches[^1] : null
            : period.Stretches.Find(s => s.To == date);
}
