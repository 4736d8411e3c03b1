namespace Lending.Domain.Engine;

/// <summary>
/// The history of a progressive loan in the order of its dates: schedule and allocations are made anew from what was entered. This is how
/// anything backdated takes its place, and how interest follows the balance.
/// </summary>
internal static class Replay
{
    public static void Run(LoanAccount account)
    {
        var run = new Allocator(account);
        if (account.FirstDisbursement is not { } seed)
        {
            account.Rows = [];
            account.Plan = null;
            account.Overpaid = 0;
            return;
        }

        run.Begin(seed);
        var changed = new HashSet<DateOnly>();
        foreach (var step in Steps(account))
        {
            if (account.Work.ShouldStop) return;
            account.Work.Add(10 + account.Rows.Count);
            switch (step.What)
            {
                case TermChange change: PlanChanges.Apply(run, change); break;
                case AccountCharge charge: run.Charge(charge); break;
                case Entry entry: Again(run, entry, changed); break;
            }
        }

        run.Finish();
    }

    // A movement that comes out differently was replayed, and so was any other of its day.
    private static void Again(Allocator run, Entry entry, HashSet<DateOnly> changed)
    {
        var before = entry.Figures;
        var isNew = before is (_, 0, 0, 0, 0, 0);
        run.Process(entry);
        if (isNew || entry.Reverted || (entry.Figures == before && !changed.Contains(entry.Date))) return;
        changed.Add(entry.Date);
        entry.Replayed = true;
    }

    private static IEnumerable<Step> Steps(LoanAccount account)
    {
        var steps = new List<Step>();
        // Changes of terms come first on their day, rates before pauses before extensions.
        steps.AddRange(account.Changes.Where(c => c is RateChanged).Concat(account.Changes.Where(c => c is PauseOfInterest))
            .Concat(account.Changes.Where(c => c is TermExtended)).Select((c, i) => new Step(c.From, c.From, i - account.Changes.Count, c)));
        steps.AddRange(account.Changes.OfType<DueDateMoved>().Select(c => new Step(c.MadeOn, c.MadeOn, c.Sequence, c)));
        steps.AddRange(account.Charges.Select(c => new Step(c.Effective, c.EnteredOn, c.Sequence, c)));
        steps.AddRange(account.Live.Where(e => !e.IsAccounting).Select(e => new Step(e.Date, e.EnteredOn, e.Sequence, e)));
        // A fee of every instalment is counted on the schedule of its day's tranches.
        return steps.OrderBy(s => s.On).ThenBy(s => s.What is AccountCharge { PerInstallment: not null }).ThenBy(s => s.EnteredOn).ThenBy(s => s.Sequence);
    }

    private readonly record struct Step(DateOnly On, DateOnly EnteredOn, int Sequence, object What);
}
