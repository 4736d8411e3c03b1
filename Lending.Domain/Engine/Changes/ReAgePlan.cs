namespace Lending.Domain.Engine;

/// <summary>A re-age of a loan whose interest follows the balance: a new level schedule, or equal parts of what is owed.</summary>
internal static class ReAgePlan
{
    public static void WithInterest(Allocator run, Entry entry, ReAged terms)
    {
        var (plan, date) = (run.Plan, entry.Date);
        entry.Interest = PlanOnDate.OpenInterest(plan, date);
        entry.Principal = plan.OpenPrincipal;
        entry.Amount = entry.Principal + entry.Interest;
        var fresh = Fresh(run, terms, entry.Principal);

        plan.GraceLifted = true;
        var credited = PlanEnding.CreditedAfter(plan, date);
        var early = PlanEnding.PaidFrom(plan, date);
        PlanEnding.EndOn(plan, date);
        PlanPayments.Credit(plan, date, credited, 0);
        PlanEnding.LiftOpen(plan, date);
        PlanEnding.Collapse(plan);
        Attach(plan, fresh, terms, date, early);
        ReAgeRows.Follow(run, date);
    }

    public static void InEqualParts(Allocator run, Entry entry, ReAged terms)
    {
        var (plan, date, n) = (run.Plan, entry.Date, terms.Installments);
        var maturity = plan.Last.Due;
        var payable = terms.Interest is ReAgeInterest.EqualAmortizationPayableInterest;
        (entry.Principal, entry.Interest) = PlanOnDate.Owed(plan, payable ? date : maturity);
        (entry.Fees, entry.Penalties) = ReAgeRows.LiftCharges(run);
        entry.Amount = entry.Principal + entry.Interest + entry.Fees + entry.Penalties;
        var fees = EqualParts.Of(run.Terms, entry.Fees, n);
        var penalties = EqualParts.Of(run.Terms, entry.Penalties, n);
        var interest = EqualParts.Of(run.Terms, entry.Interest, n);
        var principal = EqualParts.Beside(run.Terms, entry.Principal, entry.Amount, interest.Value + fees.Value + penalties.Value, n);

        var early = PlanEnding.PaidFrom(plan, date);
        var credited = PlanEnding.CreditedAfter(plan, date);
        PlanEnding.EndOn(plan, date);
        PlanPayments.Credit(plan, date, credited, 0);
        foreach (var period in plan.Periods) Close(period);
        if (maturity >= date) PlanEnding.HoldEarly(plan, early, reAged: true);
        PlanEnding.Collapse(plan);
        AddEqual(plan, terms, principal, interest);
        Balances.Carry(plan);
        plan.Rates.Add(new(date < maturity ? date : maturity, 0));
        LastInstallment.Settle(plan, date);
        ReAgeRows.Replace(run, date, fees, penalties);
    }

    private static void Close(PlanPeriod period)
    {
        period.Stretches[^1].Credit(0, -Math.Min(period.OpenInterest, period.CreditedInterest));
        period.SetLevel(period.TotalPaid);
        period.MoveCredit();
        period.MoveInterestDown();
    }

    private static void AddEqual(InterestPlan plan, ReAged terms, EqualParts principal, EqualParts interest)
    {
        var due = terms.StartDate;
        for (var i = 0; i < terms.Installments; i++)
        {
            var period = PlanPeriod.Of(plan, plan.Last.Due, due, principal[i] + interest[i]);
            period.LentAtStart = plan.Last.LentAtStart;
            period.ReAged = true;
            plan.Add(period);
            period.Fix(interest[i]);
            due = DueDates.Plus(due, terms.FrequencyNumber, terms.FrequencyUnit);
        }
    }

    // The debt as a loan of its own, one interval before the first new due date.
    private static InterestPlan Fresh(Allocator run, ReAged terms, decimal principal)
    {
        var start = terms.StartDate == run.Plan.Start ? terms.StartDate : DueDates.Plus(terms.StartDate, -terms.FrequencyNumber, terms.FrequencyUnit);
        var own = run.Terms with
        {
            RepayEvery = terms.FrequencyNumber, RepayUnit = terms.FrequencyUnit, Installments = terms.Installments, GracePrincipal = 0,
            GraceInterestPayment = 0, InstallmentMultipleOf = 0, FullTermTranche = false, InterestPeriods = InterestPeriods.Daily,
        };
        var periods = new (DateOnly, DateOnly)[terms.Installments];
        var from = start;
        for (var i = 0; i < periods.Length; i++)
        {
            var due = start == terms.StartDate ? DueDates.Of(own, start, i + 1) : i == 0 ? terms.StartDate : DueDates.Of(own, terms.StartDate, i);
            periods[i] = (from, due);
            from = due;
        }

        var plan = InterestPlan.Of(own, periods, DateCounting.Moved, run.Account.Work);
        plan.Rates.Add(new(DateOnly.MinValue, run.Terms.AnnualRatePct));
        PlanTranches.Add(plan, start, principal);
        return plan;
    }

    private static void Attach(InterestPlan plan, InterestPlan fresh, ReAged terms, DateOnly date, (decimal Principal, decimal Interest) early)
    {
        var lent = plan.Periods[0].LentAtStart;
        if (early != (0, 0)) PlanEnding.HoldEarly(plan, early, reAged: false);
        foreach (var added in fresh.Periods)
        {
            var level = added.DuePrincipal + added.DueInterest;
            var period = PlanPeriod.Of(plan, added.Index == 0 ? plan.Last.Due : added.From, added.Due, level);
            period.LentAtStart = lent;
            plan.Add(period);
            RateFactors.Refresh(period);
        }

        var reAged = plan.Periods.FindAll(p => (p.From == date && p.Due == terms.StartDate) || p.From >= terms.StartDate);
        Balances.Carry(plan);
        LastInstallment.Settle(plan, date);
        Evening.Even(plan, reAged);
    }
}
