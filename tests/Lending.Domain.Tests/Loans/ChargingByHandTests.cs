namespace Lending.Domain.Tests.Loans;

public sealed class ChargingByHandTests
{
    private static readonly LoanProduct Banded = A.Emi with
    {
        Penalty = new(0m), LateCharges = new() { ByHand = true, Bands = [new("early", 1, null, A.Inr(100_00)), new("late", 31, 2m, null)] },
    };

    [Fact]
    public void DayEnd_OfAProductChargedByHand_ChargesNothing() => Assert.Equal(0, Late(Banded, 20).Ledger[Accounts.PenaltyIncome]);

    [Fact]
    public void Bands_AreChargedOnceForTheInstalmentThatIsLate()
    {
        var story = Late(Banded, 5).Change(new LateChargeByHand());
        Assert.Equal(-100_00, story.Ledger[Accounts.PenaltyIncome]);
        Assert.IsType<LateChargeMade>(story.Refused(new LateChargeByHand()));

        story.CloseThrough(story.Today.AddDays(10));
        Assert.IsType<LateChargeMade>(story.Refused(new LateChargeByHand()));
        Assert.Equal(-100_00, story.Ledger[Accounts.PenaltyIncome]);

        story.CloseThrough(story.Today.AddDays(25));
        story.Change(new LateChargeByHand());
        Assert.True(story.Ledger[Accounts.PenaltyIncome] < -100_00);
    }

    [Fact]
    public void Night_AfterAChargeByHand_DoesNotChargeASecondTime()
    {
        var plain = Late(A.Emi, 5);
        var story = Late(A.Emi, 5).Change(new LateChargeByHand());
        Assert.True(story.Ledger[Accounts.PenaltyIncome] < plain.Ledger[Accounts.PenaltyIncome]);

        plain.CloseThrough(plain.Today);
        story.CloseThrough(story.Today);

        Assert.Equal(plain.Ledger[Accounts.PenaltyIncome], story.Ledger[Accounts.PenaltyIncome]);
    }

    [Fact]
    public void Charge_OfALoanThatIsNotLate_IsRefused() => Assert.IsType<NothingOverdue>(Story.Active(A.Emi, A.Inr(1_00_000_00), 12).Refused(new LateChargeByHand()));

    [Fact]
    public void Charge_WithinTheGrace_IsRefused() => Assert.IsType<NoLateCharge>(Late(A.Emi with { Penalty = new(0.1m, 10) }, 3).Refused(new LateChargeByHand()));

    private static Story Late(LoanProduct product, int days)
    {
        var story = Story.Active(product, A.Inr(1_00_000_00), 12);
        return story.CloseThrough(story.Loan.Instalments[0].PayBy.AddDays(days - 1));
    }
}
