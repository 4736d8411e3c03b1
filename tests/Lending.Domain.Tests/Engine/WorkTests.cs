using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Engine;

public sealed class WorkTests
{
    private static readonly DateOnly Start = new(2025, 1, 31);

    private static readonly CreditTerms Terms = new()
    {
        Principal = 1_000_000m, AnnualRatePct = 24m, Installments = 48, RepayEvery = 1, RepayUnit = TermUnit.Months, MultiDisburse = true,
        Recalculation = new(RestPeriod.Daily, PayoffInterest.TillPreCloseDate, RecalculationEffect.AdjustLastUnpaidPeriod, false),
    };

    [Fact]
    public void Run_OfManyTranchesThatFollowTheBalance_IsRefusedAtTheEventThatGoesTooFar()
    {
        var refusal = Assert.IsType<SimulationTooMuchWork>(LoanSimulation.Run(Terms, Start, Tranches(90)).Refusal);

        Assert.StartsWith("events[", refusal.Field);
    }

    [Fact]
    public void Run_OfAFewTranches_IsAnswered() => Assert.False(LoanSimulation.Run(Terms, Start, Tranches(5)).IsRefused);

    [Fact]
    public void Run_WhoseCallerIsGone_Stops()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();

        Assert.Throws<OperationCanceledException>(() => LoanSimulation.Run(Terms, Start, Tranches(5), cancellation: gone.Token));
    }

    private static List<AccountEvent> Tranches(int count)
    {
        var events = new List<AccountEvent>();
        for (var i = 0; i < count; i++)
        {
            var day = Start.AddDays(3 * i);
            events.AddRange([new BusinessDateSet(day), new Disbursed(day, 1_000m)]);
        }

        return events;
    }
}
