namespace Lending.Domain.Tests.Loans;

public sealed class LateChargeRunTests
{
    private static readonly LoanProduct ByHand = A.Emi with
    {
        Penalty = new(0m), LateCharges = new() { ByHand = true, Bands = [new("early", 1, null, A.Inr(100_00)), new("late", 31, null, A.Inr(300_00))] },
    };

    [Fact]
    public void Run_OfAProductChargedByHand_ChargesOnceHoweverOftenItRuns()
    {
        var story = Late(ByHand, 5);

        story.Do(new ChargeLate("run-1", story.Today), A.System);

        Assert.Equal(-100_00, story.Ledger[Accounts.PenaltyIncome]);
        Assert.IsType<LateChargeMade>(story.Ask(new ChargeLate("run-2", story.Today), A.System).Refusal);
        Assert.Equal(-100_00, story.Ledger[Accounts.PenaltyIncome]);
    }

    [Fact]
    public void Run_AfterAChargeByHandAndTheOtherWayRound_IsRefused()
    {
        var first = Late(ByHand, 5).Change(new LateChargeByHand());
        Assert.IsType<LateChargeMade>(first.Ask(new ChargeLate("run-1", first.Today), A.System).Refusal);

        var second = Late(ByHand, 5);
        second.Do(new ChargeLate("run-1", second.Today), A.System);
        Assert.IsType<LateChargeMade>(second.Refused(new LateChargeByHand()));
    }

    [Fact]
    public void Run_WhereTheNightsCharge_ChargesNothing()
    {
        var story = Late(A.Emi, 5);

        Assert.IsType<NoLateCharge>(story.Ask(new ChargeLate("run-1", story.Today), A.System).Refusal);
        Assert.Equal(Money.Zero(Currency.Inr), LateChargeRuns.Preview(story.Loan, story.Now(A.System)).Total);
    }

    [Fact]
    public void Run_OfAnotherDayOrByAPerson_IsRefused()
    {
        var story = Late(ByHand, 5);

        Assert.IsType<LateChargeRunOver>(story.Ask(new ChargeLate("run-1", story.Today.AddDays(-1)), A.System).Refusal);
        Assert.IsType<NotPermitted>(story.Ask(new ChargeLate("run-1", story.Today), A.Lata).Refusal);
    }

    [Fact]
    public void Run_WhileAnotherChangeWaits_LeavesItWaiting()
    {
        var story = Late(ByHand, 5).Do(new ProposeChange("c-1", new Dispute(), "says it was paid"), A.Omar);

        story.Do(new ChargeLate("run-1", story.Today), A.System);

        Assert.Equal("c-1", story.Loan.ProposedChange!.ChangeId);
    }

    [Fact]
    public void Preview_OfALoanLeftBehind_IsWhatItsNightsAndTheRunCharge()
    {
        var behind = Late(A.Emi, 5);
        var whole = Late(A.Emi, 9);

        var preview = LateChargeRuns.Preview(behind.Loan, whole.Now(A.System));

        Assert.Equal(whole.Loan.Instalments[0].PenaltyAccrued - behind.Loan.Instalments[0].PenaltyAccrued, preview.Nights);
        Assert.True(preview.Nights.IsPositive);
        Assert.True(preview.ByHand.IsZero);
        Assert.Equal(A.Inr(100_00), LateChargeRuns.Preview(Late(ByHand, 5).Loan, Late(ByHand, 5).Now(A.System)).ByHand);
    }

    private static Story Late(LoanProduct product, int days)
    {
        var story = Story.Active(product, A.Inr(1_00_000_00), 12);
        return story.CloseThrough(story.Loan.Instalments[0].PayBy.AddDays(days - 1));
    }
}
