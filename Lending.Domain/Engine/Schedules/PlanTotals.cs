namespace Lending.Domain.Engine;

/// <summary>Sums over a plan, taken in one pass because they are asked for after every change.</summary>
internal readonly record struct PlanTotals(decimal Lent, decimal CreditedPrincipal, decimal PaidPrincipal, decimal Interest, decimal Levels)
{
    /// <summary>Everything lent, capitalised and charged back.</summary>
    public decimal Principal => Lent + CreditedPrincipal;

    public static PlanTotals Of(InterestPlan plan)
    {
        var (lent, credited, paid, interest, levels) = (0m, 0m, 0m, 0m, 0m);
        foreach (var period in plan.Periods)
        {
            foreach (var stretch in period.Stretches) lent += stretch.Disbursed + stretch.Capitalized;
            credited += period.CreditedPrincipal;
            paid += period.PaidPrincipal;
            interest += period.DueInterest;
            levels += period.LevelWithAdditions;
        }

        return new(lent, credited, paid, interest, levels);
    }
}
