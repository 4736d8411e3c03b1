namespace Lending.Domain.Tests.Loans.Autopay;

public sealed class MandatingTests
{
    private static Story Running() => Story.Active(A.Emi, A.Inr(20_000_00), 6);

    [Fact]
    public void Request_WithoutWords_CoversTwoInstalmentsAndSixtyDaysBeyondTheLast()
    {
        var story = Running().Do(new RequestMandate(), A.Borrower());

        var largest = story.Loan.Instalments.Max(instalment => instalment.Outstanding.Minor);
        var mandate = story.Loan.Mandate!;
        Assert.Equal((MandateState.Requested, A.Inr(largest * 2), new DateOnly(2026, 12, 1).AddDays(60)), (mandate.State, mandate.Most, mandate.ValidUntil));
        var register = Assert.Single(story.Outbox, item => item.Kind == OutboxKinds.RegisterMandate);
        Assert.Equal(mandate.Id, register.Data["mandate"]);
    }

    [Fact]
    public void Request_OutsideWhatMakesSense_IsRefusedAtTheField()
    {
        var story = Running();
        var largest = A.Inr(story.Loan.Instalments.Max(instalment => instalment.Outstanding.Minor));
        var limit = A.Saffron.Settings.Autopay.MostPerDebit;

        Assert.Equal(new MandateAmountOutOfRange(largest, limit), story.Ask(new RequestMandate(A.Inr(largest.Minor - 1)), A.Borrower()).Refusal);
        Assert.Equal(new MandateAmountOutOfRange(largest, limit), story.Ask(new RequestMandate(A.Inr(limit.Minor + 1)), A.Borrower()).Refusal);
        Assert.Equal(new CurrencyMismatch("INR"), story.Ask(new RequestMandate(new Money(1, Currency.Usd)), A.Borrower()).Refusal);
        Assert.IsType<MandateDateOutOfRange>(story.Ask(new RequestMandate(ValidUntil: new DateOnly(2026, 11, 30)), A.Borrower()).Refusal);
        Assert.Null(story.Ask(new RequestMandate(largest, new DateOnly(2026, 12, 1)), A.Borrower()).Refusal);
    }

    [Fact]
    public void Request_WhileOneStands_IsRefusedUntilItHasEnded()
    {
        var story = Running().Do(new RequestMandate(), A.Borrower());
        Assert.Equal(new MandateStands("asked for"), story.Ask(new RequestMandate(), A.Ravi).Refusal);

        story.Do(new CancelMandate("changed my mind"), A.Borrower());

        Assert.Equal((MandateState.Ended, MandateEnding.Cancelled, "changed my mind"), (story.Loan.Mandate!.State, story.Loan.Mandate.Ending!.Value, story.Loan.Mandate.Reason));
        Assert.Single(story.Outbox, item => item.Kind == OutboxKinds.CancelMandate);
        var first = story.Loan.Mandate.Id;
        story.Do(new RequestMandate(), A.Ravi);
        Assert.NotEqual(first, story.Loan.Mandate.Id);
    }

    [Fact]
    public void Request_WhileADebitOfTheLastMandateIsUnderWay_IsRefusedUntilTheBankHasAnswered()
    {
        var story = AutopayStory.Active().UntilMorningOf(AutopayStory.FirstDue);
        Assert.Equal(PresentationState.Presented, story.Presentation()!.State);
        story.Do(new CancelMandate("other bank"), A.Borrower());

        Assert.Equal(new DebitUnderWay(AutopayStory.FirstDue), story.Ask(new RequestMandate(), A.Borrower()).Refusal);

        story.Collected();
        Assert.Null(story.Ask(new RequestMandate(), A.Borrower()).Refusal);
    }

    [Fact]
    public void Request_OfALoanInDispute_IsRefused() =>
        Assert.Equal(new LoanOnHold(HoldKind.Disputed), Running().Change(new Dispute()).Ask(new RequestMandate(), A.Borrower()).Refusal);

    [Fact]
    public void Cancel_WithoutAMandateOrAReason_IsRefused()
    {
        Assert.Equal(new MandateNotFound(), Running().Ask(new CancelMandate("x"), A.Borrower()).Refusal);
        Assert.Equal(new NoteMissing(), AutopayStory.Active().Ask(new CancelMandate(" "), A.Ravi).Refusal);
    }

    [Fact]
    public void News_RepeatedOrOutOfOrder_ChangesNothingThatHasEnded()
    {
        var story = Running().Do(new RequestMandate(), A.Borrower());
        var id = story.Loan.Mandate!.Id;

        story.Do(new EndMandate(id, MandateEnding.Revoked, "revoked"), A.System); // Overtook the news that it was confirmed.

        Assert.Equal(LoanDecision.Nothing, story.Ask(new ConfirmMandate(id, "umn"), A.System));
        Assert.Equal(LoanDecision.Nothing, story.Ask(new EndMandate(id, MandateEnding.Expired, "expired"), A.System));
        Assert.Equal(LoanDecision.Nothing, story.Ask(new IssueMandate(id, "u"), A.System));
        Assert.Equal(LoanDecision.Nothing, AutopayStory.Active().Ask(new ConfirmMandate(story.Loan.Mandate.Id, "umn"), A.System));
    }

    [Fact]
    public void News_OfAnEarlierMandate_LeavesTheNewOneAlone()
    {
        var story = Running().Do(new RequestMandate(), A.Borrower());
        var first = story.Loan.Mandate!.Id;
        story.Do(new CancelMandate("x"), A.Borrower()).Do(new RequestMandate(), A.Borrower());

        Assert.Equal(LoanDecision.Nothing, story.Ask(new ConfirmMandate(first, "umn"), A.System));
        Assert.Equal(LoanDecision.Nothing, story.Ask(new EndMandate(first, MandateEnding.Cancelled, "cancelled"), A.System));
        Assert.Equal(MandateState.Requested, story.Loan.Mandate.State);
    }

    [Fact]
    public void Account_ThatEnds_EndsItsMandateWithTheSameDecision()
    {
        var story = AutopayStory.Active();

        story.Pay(story.Payoff);

        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.Equal(new MandateEnded(story.Loan.Mandate!.Id, MandateEnding.Cancelled, "loan_closed", A.Day), story.Events[^1]);
        Assert.Single(story.Outbox, item => item.Kind == OutboxKinds.CancelMandate);
    }

    [Fact]
    public void Account_WrittenOff_EndsItsMandateToo()
    {
        var story = AutopayStory.Active().Change(new WriteOff());

        Assert.Equal((AccountState.WrittenOff, MandateState.Ended), (story.Loan.Account, story.Loan.Mandate!.State));
    }

    [Fact]
    public void Mandate_PastItsLastDay_EndsOnThatMorning()
    {
        var story = Story.Active(A.Emi, A.Inr(20_000_00), 6).Do(new RequestMandate(ValidUntil: new DateOnly(2026, 12, 1)), A.Borrower());
        story.Do(new ConfirmMandate(story.Loan.Mandate!.Id, "umn"), A.System);

        story.UntilMorningOf(new DateOnly(2026, 12, 1));
        Assert.Equal(MandateState.Active, story.Loan.Mandate.State);
        story.UntilMorningOf(new DateOnly(2026, 12, 2));

        Assert.Equal((MandateState.Ended, MandateEnding.Expired), (story.Loan.Mandate.State, story.Loan.Mandate.Ending!.Value));
    }
}
