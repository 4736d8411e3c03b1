namespace Lending.Domain.Engine;

/// <summary>
/// Keeps the last instalment near the others (rule PROG-EMI "Balancing"): where it differs by more than n/2 cents, the difference is
/// spread over all, at most three times and only while the last one comes nearer.
/// </summary>
internal static class Evening
{
    private const int TriesMax = 3;

    public static void Even(InterestPlan plan, List<PlanPeriod> periods)
    {
        if (periods.Count == 0) return;
        InterestPlan? trial = null;
        for (var attempt = 0; attempt < TriesMax; attempt++)
        {
            var difference = Difference.Of(periods);
            if (!difference.IsTooLarge) return;
            var level = LevelAmount.Multiple(plan.Terms, difference.Level + plan.Terms.Money(difference.Amount / Math.Max(1, difference.Countable)));
            if (level == difference.Level) return;

            trial ??= plan.Copy();
            var (from, due) = (periods[0].From, periods[0].Due);
            foreach (var period in trial.Periods)
                if (period.From >= from && period.Due >= due && level >= period.TotalPaid && !period.HoldsEarlyPayments && !period.PrincipalGrace)
                    period.Spread(level);
            Balances.Carry(trial);
            LastInstallment.Settle(trial, due);
            if (Math.Abs(Difference.Of(trial.Periods).Amount) >= Math.Abs(difference.Amount)) return;

            Take(periods, trial.Periods.FindAll(p => p.From >= from && p.Due >= due && !p.HoldsEarlyPayments && !p.PrincipalGrace));
            Balances.Carry(plan);
        }
    }

    private static void Take(List<PlanPeriod> periods, List<PlanPeriod> from)
    {
        var next = 0;
        foreach (var period in periods)
        {
            if (period.PrincipalGrace) continue;
            if (next == from.Count) return;
            period.Spread(from[next++].Level);
        }
    }

    private readonly record struct Difference(decimal Level, decimal Amount, int Countable, bool IsTooLarge)
    {
        public static Difference Of(List<PlanPeriod> periods)
        {
            for (var i = periods.Count - 1; i > 0; i--)
            {
                var (last, before) = (periods[i], periods[i - 1]);
                if (last.PrincipalGrace || before.PrincipalGrace || last.FullyPaid || before.FullyPaid) continue;
                var amount = last.Level - before.Level;
                var grace = periods.Count(p => p.PrincipalGrace);
                var uncountable = periods.Count(p => p.PrincipalGrace || before.Level < p.TotalPaid);
                var half = (periods.Count - grace) / 2;
                return new(before.Level, amount, periods.Count - uncountable, half > 0 && amount != 0 && Math.Abs(amount) * 100 > half);
            }

            return new(periods[0].Level, 0, periods.Count, false);
        }
    }
}
