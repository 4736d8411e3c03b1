using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>
/// Runs a loan in memory: terms and events in, one checkpoint per event out. Pure; nothing is stored. A run that would take too long is
/// refused, which depends on what was asked and not on the machine; a run whose caller went away ends with an OperationCanceledException.
/// </summary>
public static class LoanSimulation
{
    // Stretches of days and rows visited.
    private const long WorkMax = 1_000_000;

    public static Outcome<ImmutableArray<Checkpoint>> Run(
        CreditTerms terms, DateOnly submittedOn, IReadOnlyList<AccountEvent> events, IReadOnlyList<InstallmentFee>? fees = null,
        CancellationToken cancellation = default)
    {
        var account = new LoanAccount(terms, submittedOn) { Work = new WorkDone(WorkMax, cancellation) };
        foreach (var fee in fees ?? []) AccountEvents.AddFee(account, fee);
        var checkpoints = ImmutableArray.CreateBuilder<Checkpoint>(Math.Max(1, events.Count));
        if (events.Count == 0)
        {
            PlannedSchedule.Make(account);
            checkpoints.Add(Statement.Of(account, -1));
        }

        for (var i = 0; i < events.Count; i++)
        {
            var refusal = AccountEvents.Apply(account, events[i], $"events[{i}]");
            if (refusal is null && !account.IsDisbursed) PlannedSchedule.Make(account);
            account.Work.Add(account.Rows.Count + account.Entries.Count);
            account.Work.ThrowIfCancelled();
            if (account.Work.IsTooMuch) return new SimulationTooMuchWork($"events[{i}]");
            if (refusal is not null) return refusal;
            checkpoints.Add(Statement.Of(account, i));
        }

        return checkpoints.MoveToImmutable();
    }
}
