using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Engine;

/// <summary>Interest of cumulative loans on the real balance.</summary>
public sealed class ClassicRecalculationTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Fact]
    public void Cob_WithAnOverdueInstallment_ChargesItsPrincipalToTheDay()
    {
        var rows = Run(Terms(RecalculationEffect.ReduceEmiAmount), new BusinessDateSet(new(2026, 2, 11)), new DayEnded()).Schedule;

        // 10,000 bear interest for the ten days past due, then what is scheduled for the other eighteen.
        Assert.Equal(decimal.Round(10_000m * 0.365m * 10 / 365, 2) + decimal.Round(rows[0].Balance * 0.365m * 18 / 365, 2), rows[1].Interest);
    }

    [Theory]
    [InlineData(RecalculationEffect.ReduceEmiAmount, 4)]
    [InlineData(RecalculationEffect.ReduceNumberOfInstallments, 3)]
    [InlineData(RecalculationEffect.RescheduleNextRepayments, 4)]
    public void Repayment_BeyondTheInstallment_MakesLaterOnesSmallerOrFewer(RecalculationEffect effect, int rows)
    {
        var before = Run(Terms(effect)).Schedule;

        var after = Run(Terms(effect), new BusinessDateSet(new(2026, 2, 1)), new Paid(TransactionKind.Repayment, new(2026, 2, 1), 6_000m)).Schedule;

        Assert.Equal(rows, after.Length);
        Assert.Equal(6_000m, after[0].Due);
        Assert.Equal(10_000m, after.Sum(row => row.Principal));
        Assert.True(after[1].Interest < before[1].Interest);
        if (effect is RecalculationEffect.ReduceNumberOfInstallments) Assert.Equal(before[1].Due, after[1].Due);
        else Assert.True(after[1].Due < before[1].Due);
    }

    [Fact]
    public void Payoff_InsideAnInstallment_PaysInterestToTheDayAndEndsTheScheduleThere()
    {
        var last = Run(Terms(RecalculationEffect.ReduceEmiAmount), new BusinessDateSet(new(2026, 1, 11)), new PaidOff(new(2026, 1, 11)));

        var row = Assert.Single(last.Schedule);
        Assert.Equal((new DateOnly(2026, 1, 11), 10_000m, 100m), (row.DueDate, row.Principal, row.Interest));
        Assert.Equal(AccountStatus.Closed, last.Status);
    }

    [Cases]
    public void Payoff_AfterAnyRepayments_ClosesTheLoan(int seed)
    {
        var random = new Random(seed);
        var terms = Terms((RecalculationEffect)random.Next(4)) with
        {
            AnnualRatePct = random.Next(1, 4_000) / 100m, Installments = random.Next(1, 13), InstallmentMultipleOf = random.Next(3) * 5,
            ClassicOrder = (ClassicOrder)random.Next(5), Amortization = (Amortization)random.Next(2),
        };
        var events = new List<AccountEvent> { new Disbursed(Start, terms.Principal) };
        var today = Start;
        for (var i = random.Next(6); i > 0; i--)
        {
            today = today.AddDays(random.Next(1, 40));
            events.AddRange([new BusinessDateSet(today), random.Next(4) == 0 ? new DayEnded() : new Paid(TransactionKind.Repayment, today, random.Next(100, 300_000) / 100m)]);
        }

        var checkpoints = LoanSimulation.Run(terms, Start, [.. events, new PaidOff(today)]).Value;

        foreach (var checkpoint in checkpoints)
        {
            Adding.Check(checkpoint);
            Adding.CheckMoney(checkpoint);
        }

        Assert.Equal(0, checkpoints[^1].LoanOutstanding);
    }

    private static Checkpoint Run(CreditTerms terms, params AccountEvent[] events) =>
        LoanSimulation.Run(terms, Start, [new BusinessDateSet(Start), new Disbursed(Start, terms.Principal), .. events]).Value[^1];

    private static CreditTerms Terms(RecalculationEffect effect) => new()
    {
        Principal = 10_000m, AnnualRatePct = 36.5m, Installments = 4, RepayEvery = 1, RepayUnit = TermUnit.Months, Family = ScheduleFamily.Cumulative,
        Recalculation = new(RestPeriod.Daily, PayoffInterest.TillPreCloseDate, effect, false),
    };
}
