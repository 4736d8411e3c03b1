using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Engine;

/// <summary>What holds for any product and any history.</summary>
public sealed class EngineProperties
{
    private static readonly DateOnly Start = new(2025, 1, 31);

    [Cases]
    public void History_OfAnyLoan_AddsUpAfterEveryEvent(int seed)
    {
        var random = new Random(seed);
        var terms = RandomLoans.Terms(random);

        foreach (var checkpoint in LoanSimulation.Run(terms, Start, RandomLoans.History(random, terms, Start)).Value.AsSpan()[1..])
        {
            Adding.Check(checkpoint);
            Adding.CheckMoney(checkpoint);
        }
    }

    [Cases]
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
}
