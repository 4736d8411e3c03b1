namespace Lending.Domain.Engine;

/// <summary>Ends a plan on a day, so that what is open can be spread over new instalments.</summary>
internal static class PlanEnding
{
    /// <summary>What was paid to instalments that were not over on the day.</summary>
    public static (decimal Principal, decimal Interest) PaidFrom(InterestPlan plan, DateOnly date) =>
        (plan.Sum(p => p.Due >= date ? p.PaidPrincipal : 0), plan.Sum(p => p.Due >= date ? p.PaidInterest : 0));

    public static decimal CreditedAfter(InterestPlan plan, DateOnly date) =>
        plan.Sum(p => p.From >= date && p.Due > date ? p.CreditedPrincipal : 0);

    /// <summary>The instalment of the day ends there; later ones are gone.</summary>
    public static void EndOn(InterestPlan plan, DateOnly date)
    {
        if (plan.PeriodOf(date) is not { } current) return;
        current.HoldsEarlyPayments = true;
        if (current.Due != date)
        {
            current.End(date);
            current.Stretches.RemoveAll(s => s.From > date);
            current.Stretches[^1].End(date);
            RateFactors.Refresh(current);
        }

        if (ReferenceEquals(current, plan.Last)) return;
        plan.Periods.RemoveAll(p => p.Due > date);
        plan.Relink();
    }

    /// <summary>Open amounts leave the instalments up to the day.</summary>
    public static void LiftOpen(InterestPlan plan, DateOnly date)
    {
        foreach (var period in plan.Periods.FindAll(p => p.From <= date && !p.FullyPaid))
        {
            foreach (var stretch in period.Stretches)
                if (stretch.To == date) stretch.Correct(-stretch.Corrected);
            if (period.Stretches[^1].Corrected != 0) period.Stretches[^1].Correct(-period.OpenPrincipal);
            period.SetLevel(period.TotalPaid);
            period.MoveCredit();
        }
    }

    /// <summary>The last instalment holds what had been paid ahead.</summary>
    public static void HoldEarly(InterestPlan plan, (decimal Principal, decimal Interest) paid, bool reAged)
    {
        var last = plan.Last;
        last.Pay(paid.Principal - last.PaidPrincipal, paid.Interest - last.PaidInterest);
        last.SetLevel(last.TotalPaid);
        last.ReAged |= reAged;
        last.HoldsEarlyPayments = true;
        RateFactors.Refresh(last);
    }

    /// <summary>Empty instalments that follow each other become one.</summary>
    public static void Collapse(InterestPlan plan)
    {
        for (var i = 0; i < plan.Periods.Count; i++)
        {
            if (!IsStub(plan.Periods[i])) continue;
            while (i + 1 < plan.Periods.Count && IsStub(plan.Periods[i + 1]))
            {
                var due = plan.Periods[i + 1].Due;
                plan.Periods.RemoveAt(i + 1);
                plan.Relink();
                plan.Periods[i].End(due);
                plan.Periods[i].Stretches[^1].End(due);
                RateFactors.Refresh(plan.Periods[i]);
            }
        }
    }

    private static bool IsStub(PlanPeriod period) =>
        period is { HoldsEarlyPayments: true, Level: 0, DuePrincipal: 0, DueInterest: 0 };
}
