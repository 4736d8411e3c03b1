using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>Runs a loan in memory: terms and events in, one checkpoint per event out. Pure; nothing is stored.</summary>
public static class LoanSimulation
{
    public static Outcome<ImmutableArray<Checkpoint>> Run(CreditTerms terms, DateOnly submittedOn, IReadOnlyList<AccountEvent> events, IReadOnlyList<InstallmentFee>? fees = null)
    {
        var account = new LoanAccount(terms, submittedOn);
        foreach (var fee in fees ?? []) AccountEvents.AddFee(account, fee);
        var checkpoints = ImmutableArray.CreateBuilder<Checkpoint>(Math.Max(1, events.Count));
        if (events.Count == 0)
        {
            PlannedSchedule.Make(account);
            checkpoints.Add(Statement.Of(account, -1));
        }

        for (var i = 0; i < events.Count; i++)
        {
            if (AccountEvents.Apply(account, events[i], $"events[{i}]") is { } refusal) return refusal;
            if (!account.IsDisbursed) PlannedSchedule.Make(account);
            checkpoints.Add(Statement.Of(account, i));
        }

        return checkpoints.MoveToImmutable();
    }
}
