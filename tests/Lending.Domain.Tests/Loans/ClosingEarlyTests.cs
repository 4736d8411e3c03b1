using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Loans;

/// <summary>Money that repays everything owed, or nearly, on a loan that is charged for closing early.</summary>
public sealed class ClosingEarlyTests
{
    [Fact]
    public void PaydayLoan_PaidAllButTheCharge_OwesWhatIsMissingAndClosesWithIt()
    {
        var story = Story.Active(A.Payday with { Prepayment = new PrepaymentTerms(0m, 4m, 18m) }, A.Inr(20_000_00), 15).UntilMorningOf(new(2026, 6, 6));
        Assert.Equal((A.Inr(21_000_00), A.Inr(21_944_00)), (story.Payoff, Payoff(story)));

        story.Pay(A.Inr(21_000_00));

        Assert.Equal(AccountState.Active, story.Loan.Account);
        Assert.Equal(A.Inr(944_00), Payoff(story));
        Assert.Equal(A.Inr(20_000_00 - 901_45), story.Loan.Only().PaidPrincipal);
        story.Pay(A.Inr(944_00));
        Assert.Equal((AccountState.Completed, A.Inr(800_00), A.Inr(144_00)), (story.Loan.Account, story.Loan.EarlyFees, story.Loan.EarlyTaxes));
        Assert.Equal((-800_00, -144_00), (story.Ledger[Accounts.FeeIncome] + 2_000_00, story.Ledger[Accounts.GstPayable] + 360_00));
    }

    [Theory, InlineData(ExcessMoney.ReduceInstalment, 0), InlineData(ExcessMoney.ReduceTenure, 2), InlineData(ExcessMoney.ReduceTenure, 8)]
    public void Instalments_PaidAllButTheCharge_OweWhatIsMissing(ExcessMoney excess, int part)
    {
        var product = A.Emi with { Prepayment = new PrepaymentTerms(part, 4m, 18m), Excess = excess };
        var story = Story.Active(product, A.Inr(1_00_000_00), 12).UntilMorningOf(new(2026, 7, 1));
        var (owed, payoff) = (story.Payoff, Payoff(story));

        story.Pay(owed);

        Assert.Equal(AccountState.Active, story.Loan.Account);
        Assert.InRange((Payoff(story) - (payoff - owed)).Minor, -1, 1);
        story.Pay(Payoff(story));
        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.InRange((story.Loan.EarlyFees!.Value + story.Loan.EarlyTaxes!.Value - (payoff - owed)).Minor, -1, 1);
    }

    [Fact]
    public void Instalments_PaidAllButOnePaisaOfThePayoff_OweOnePaisa()
    {
        var product = A.Emi with { Prepayment = new PrepaymentTerms(2m, 4m, 18m), Excess = ExcessMoney.ReduceTenure };
        var story = Story.Active(product, A.Inr(1_00_000_00), 12).UntilMorningOf(new(2026, 7, 10));

        story.Pay(Payoff(story) - A.Inr(1));

        Assert.Equal((AccountState.Active, A.Inr(1)), (story.Loan.Account, Payoff(story)));
        story.UntilMorningOf(new(2026, 8, 2)).Pay(A.Inr(1));
        Assert.Equal((AccountState.Completed, A.Inr(0)), (story.Loan.Account, story.Loan.Advance));
    }

    [Fact]
    public void Schedule_OfTheLastPaisa_TakesInterestPaidAheadByRounding()
    {
        var terms = ProductTerms.OfTheRest(A.Emi, A.Inr(1), 2, 18m);

        var rows = RemainingSchedule.Of(terms, [new(A.Day, A.Day.AddMonths(1), A.Day.AddDays(20)), new(A.Day.AddMonths(1), A.Day.AddMonths(2), A.Day.AddMonths(1))], new(-0.004m));

        Assert.Equal((0.01m, 0m), (rows.Sum(row => row.Principal), rows.Sum(row => row.Interest)));
    }

    [Fact]
    public void RepaidLoan_WithMoneyFoundOfAnEarlierDay_StaysRepaid()
    {
        var product = A.Payday with { Waterfall = new([DebtKind.Principal, DebtKind.Interest, DebtKind.Fee, DebtKind.Penalty], PaymentDirection.Horizontal) };
        var story = Story.Active(product, A.Inr(20_000_00), 15).UntilMorningOf(new(2026, 6, 20));
        story.Pay(story.Payoff - A.Inr(100_00)).Change(new PenaltyWaiver(A.Inr(100_00))).UntilMorningOf(new(2026, 6, 25));

        story.Do(new MatchPayment("p1", A.Inr(50_00), "neft", "r", new(2026, 6, 18), "found"), A.Omar).Do(new ApprovePayment("p1"), A.Lata);

        Assert.Equal((AccountState.Completed, Closure.Repaid), (story.Loan.Account, story.Loan.Closure));
    }

    [Fact]
    public void WorkedOutAgain_ALoanThatAWaiverRepaid_Ends()
    {
        var product = A.Payday with { Waterfall = new([DebtKind.Principal, DebtKind.Interest, DebtKind.Fee, DebtKind.Penalty], PaymentDirection.Horizontal) };
        var story = Story.Active(product, A.Inr(20_000_00), 15).UntilMorningOf(new(2026, 6, 20));
        story.Pay(story.Payoff - A.Inr(200_00)).Change(new PenaltyWaiver(A.Inr(100_00)));

        // Tonight's penalty on what is left would be owed too, so the money that leaves just what was waived is found by asking.
        var exact = Enumerable.Range(90_00, 12_00).First(minor => story.Ask(new MatchPayment("p", A.Inr(minor), "neft", "r", new(2026, 6, 19), "found"), A.Omar) is { Refusal: null } asked
            && LoanDecider.Decide(Evolved(story.Loan, asked), new ApprovePayment("p"), story.Now(A.Lata) with { History = [.. story.Events, .. asked.Events] }) is { Refusal: null } booked
            && Evolved(Evolved(story.Loan, asked), booked).Instalments.All(instalment => instalment.IsPaid));
        story.Do(new MatchPayment("p", A.Inr(exact), "neft", "r", new(2026, 6, 19), "found"), A.Omar).Do(new ApprovePayment("p"), A.Lata);

        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.IsType<LoanCompleted>(story.Events[^1]);
    }

    private static Money Payoff(Story story) => LoanFigures.PayoffOf(story.Loan, story.Product, story.Today);

    private static Loan Evolved(Loan loan, LoanDecision decision) => decision.Events.Aggregate(loan, LoanEvolution.Evolve);
}
