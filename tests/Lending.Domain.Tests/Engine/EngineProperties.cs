using FsCheck.Xunit;
using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Engine;

/// <summary>What holds for any product and any history. A failure prints the seed that makes it again.</summary>
public sealed class EngineProperties
{
    private static readonly DateOnly Start = new(2025, 1, 31);

    [Property(MaxTest = 400)]
    public void Schedule_OfAnyProduct_RepaysThePrincipalAndAddsUp(int seed)
    {
        var random = new Random(seed);
        var terms = RandomLoans.Terms(random);

        var checkpoint = LoanSimulation.Run(terms, Start, [new BusinessDateSet(Start), new Disbursed(Start, terms.Principal)]).Value[1];

        Assert.Equal(terms.Principal, checkpoint.Totals.Principal);
        Assert.Equal(0, checkpoint.Schedule[^1].Balance);
        Assert.All(checkpoint.Schedule, row => Assert.True(row is { Principal: >= 0, Interest: >= 0, Balance: >= 0 }));
        AssertSums(checkpoint);
    }

    [Property(MaxTest = 300)]
    public void History_OfAnyLoan_AddsUpAfterEveryEvent(int seed)
    {
        var random = new Random(seed);
        var terms = RandomLoans.Terms(random);

        var checkpoints = LoanSimulation.Run(terms, Start, RandomLoans.History(random, terms, Start)).Value;

        foreach (var checkpoint in checkpoints.Skip(1))
        {
            AssertSums(checkpoint);
            Assert.True(checkpoint.LoanOverpaid >= 0);
            Assert.All(checkpoint.Schedule, row => Assert.True(row.Outstanding >= 0 && row.Paid >= 0, $"{row}"));
            Assert.All(checkpoint.Transactions.Where(t => !t.Reverted && t.Type is not TransactionKind.Disbursement), t =>
                Assert.Equal(t.Amount, t.Principal + t.Interest + t.Fees + t.Penalties + t.Overpayment));
            var received = checkpoint.Transactions.Where(t => !t.Reverted && t.Type is not TransactionKind.Disbursement).Sum(t => t.Amount);
            Assert.Equal(received, checkpoint.Totals.Paid + checkpoint.LoanOverpaid);
        }
    }

    [Property(MaxTest = 200)]
    public void History_RunTwice_IsTheSame(int seed)
    {
        var terms = RandomLoans.Terms(new Random(seed));
        var events = RandomLoans.History(new Random(seed), terms, Start);

        var (first, second) = (LoanSimulation.Run(terms, Start, events).Value, LoanSimulation.Run(terms, Start, events).Value);

        Assert.Equal(As.Json(first), As.Json(second));
    }

    [Property(MaxTest = 200)]
    public void Payoff_OnAnyDay_ClosesTheLoan(int seed)
    {
        var random = new Random(seed);
        var terms = RandomLoans.Terms(random);
        var events = RandomLoans.History(random, terms, Start);
        var today = events.OfType<BusinessDateSet>().Max(e => e.Date);

        var last = LoanSimulation.Run(terms, Start, [.. events, new PaidOff(today)]).Value[^1];

        Assert.True(last.Status is AccountStatus.Closed or AccountStatus.Overpaid, $"{last.Status}, {last.LoanOutstanding} open");
        Assert.Equal(0, last.LoanOutstanding);
    }

    [Property(MaxTest = 300)]
    public void LevelSchedule_OfAnyProductItCovers_IsThePlansSchedule(int seed)
    {
        var terms = RandomLoans.Terms(new Random(seed)) with { DownPayment = null };
        if (!LevelSchedule.Covers(terms, terms.Principal)) return;

        var level = LevelSchedule.Of(terms, Start, terms.Principal);

        var plan = LoanSimulation.Run(terms, Start, [new BusinessDateSet(Start), new Disbursed(Start, terms.Principal)]).Value[1].Schedule;
        Assert.Equal(plan.Select(row => (row.DueDate, row.Principal, row.Interest)), level.Periods.Select((p, i) => (p.Due, level.Principal(i), level.Interest(i))));
    }

    private static void AssertSums(Checkpoint checkpoint)
    {
        Assert.All(checkpoint.Schedule, row => Assert.Equal(row.Due, row.Principal + row.Interest + row.Fees + row.Penalties));
        Assert.Equal(checkpoint.Totals.Due, checkpoint.Schedule.Sum(row => row.Due));
        Assert.Equal(checkpoint.Totals.Outstanding, checkpoint.Schedule.Sum(row => row.Outstanding));
        Assert.Equal(checkpoint.LoanOutstanding, checkpoint.Totals.Outstanding);
    }
}
