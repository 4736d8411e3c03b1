namespace Lending.Domain.Engine;

/// <summary>Principal sums over a plan, taken in one pass because they are asked for after every change.</summary>
internal readonly record struct PlanTotals(decimal Lent, decimal CreditedPrincipal, decimal DuePrincipal)
{
    /// <summary>Everything lent, capitalised and charged back.</summary>
    public decimal Principal => Lent + CreditedPrincipal;

    public static PlanTotals Of(InterestPlan plan)
    {
        var (lent, credited, due) = (0m, 0m, 0m);
        foreach (var period in plan.Periods)
        {
            foreach (var stretch in period.Stretches) lent += stretch.Disbursed + stretch.Capitalized;
            credited += period.CreditedPrincipal;
            due += period.DuePrincipal;
        }

        return new(lent, credited, due);
    }
}
