namespace Lending.Domain.Engine;

/// <summary>Changes of the terms, applied to the plan on their day.</summary>
internal static class PlanChanges
{
    public static void Apply(Allocator run, TermChange change)
    {
        switch (change)
        {
            case RateChanged rate: ChangeRate(run, rate); break;
            case PauseOfInterest pause: Pause(run, pause); break;
            case TermExtended extended: Extend(run, extended); break;
            case DueDateMoved moved: MoveDueDate(run, moved); break;
        }
    }

    // The new rate counts from the night before its day. Interest that a re-age settled in equal parts no longer follows a rate.
    private static void ChangeRate(Allocator run, RateChanged change)
    {
        if (ReAgeBefore(run) is { Interest: not ReAgeInterest.Default }) return;
        var from = change.From.AddDays(-1);
        run.Plan.Rates.Add(new(from, change.RatePct));
        SpreadFrom(run, from);
        RowSync.OpenFrom(run, change.From);
    }

    private static void Pause(Allocator run, PauseOfInterest pause)
    {
        PlanPeriod? first = null;
        foreach (var period in run.Plan.Periods)
        {
            if (period.From >= pause.To || period.Due < pause.From) continue;
            first ??= period;
            var from = pause.From.AddDays(-1) < period.From ? period.From : pause.From.AddDays(-1);
            var to = pause.To > period.Due ? period.Due : pause.To;
            if (!period.Stretches.Exists(s => s.From == from)) Balances.Split(period, from);
            if (!period.Stretches.Exists(s => s.To == to)) Balances.Split(period, to);
            foreach (var stretch in period.Stretches)
                if (stretch.From >= from && stretch.To <= to) stretch.Pause();
        }

        if (first is not null)
        {
            RateFactors.Refresh(run.Plan, first.Index);
            Balances.Carry(run.Plan);
            LastInstallment.Settle(run.Plan, first.From);
        }

        RowSync.OpenFrom(run, pause.From);
    }

    private static void Extend(Allocator run, TermExtended change)
    {
        var reAge = ReAgeBefore(run);
        var (seed, count) = reAge is null ? (run.Plan.Start, run.Plan.Periods.Count) : (reAge.StartDate, reAge.Installments - 1);
        for (var i = 0; i < change.Installments; i++)
        {
            var from = run.Plan.Last.Due;
            var period = PlanPeriod.Of(run.Plan, from, DueDates.Plus(seed, (count + i + 1) * run.Terms.RepayEvery, run.Terms.RepayUnit));
            period.LentAtStart = run.Plan.Last.LentAtStart;
            run.Plan.Add(period);
            run.Rows.Add(new Installment { Number = run.Rows.Count + 1, From = from, Due = period.Due });
        }

        SpreadFrom(run, change.From.AddDays(-1));
        RowSync.OpenFrom(run, change.From);
    }

    // The instalment keeps its amount; the days it lasts longer cost interest.
    private static void MoveDueDate(Allocator run, DueDateMoved change)
    {
        var index = run.Plan.Periods.FindIndex(p => p.Due == change.From);
        if (index < 0 || change.To <= run.Plan.Periods[index].From) return;
        // Paired before anything moves, for moved dates meet those of other rows.
        var rows = run.Plan.Periods.ConvertAll(p => run.Rows.Find(r => !r.IsDownPayment && r.From == p.From && r.Due == p.Due));
        var (every, unit) = ReAgeBefore(run) is { } reAge
            ? (reAge.FrequencyNumber, reAge.FrequencyUnit) : (run.Terms.RepayEvery, run.Terms.RepayUnit);
        var due = change.To;
        for (var i = index; i < run.Plan.Periods.Count; i++)
        {
            var period = run.Plan.Periods[i];
            if (i > index)
            {
                period.Begin(run.Plan.Periods[i - 1].Due);
                period.Stretches[0].Begin(period.From);
                due = DueDates.Of(run.Terms with { RepayEvery = every, RepayUnit = unit }, change.To, i - index);
            }

            period.End(due);
            period.Stretches[^1].End(due);
            if (rows[i] is { } row) (row.From, row.Due) = (period.From, due);
        }

        RateFactors.Refresh(run.Plan, index);
        Balances.Carry(run.Plan);
        LastInstallment.Settle(run.Plan, change.From);
        RowSync.ByStart(run);
    }

    private static ReAged? ReAgeBefore(Allocator run) =>
        run.Processed.FindLast(static e => e is { Kind: TransactionKind.ReAge, Reverted: false })?.Source as ReAged;

    private static void SpreadFrom(Allocator run, DateOnly from)
    {
        if (Balances.Change(run.Plan, from) is { } changed)
            Spreading.From(run.Plan, Spreading.FirstAffected(run.Plan, changed, from), onThePlanItself: true);
    }
}
