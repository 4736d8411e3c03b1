namespace Lending.Domain.Tests.Loans;

public sealed class DisbursingTests
{
    private static readonly Money Amount = A.Inr(20_000_00);

    [Fact]
    public void Propose_WithoutAVerifiedAccountOrAKnownChannel_IsRefused()
    {
        var story = Story.Signed(A.Emi, Amount, 6);
        Assert.Equal(new ChannelUnknown(), story.Ask(new ProposeDisbursement("pigeon"), A.Omar).Refusal);
        Assert.Equal(new UpiAddressMissing(), story.Ask(new ProposeDisbursement("UPI"), A.Omar).Refusal);
        Assert.All(PayoutChannels.Offered, channel => Assert.Null(story.Ask(new ProposeDisbursement(channel), A.Omar).Refusal));

        story.Customer = A.Onboarded with { HasVerifiedBankAccount = false };
        Assert.Equal(new BankAccountMissing(), story.Ask(new ProposeDisbursement("IMPS"), A.Omar).Refusal);
    }

    [Fact]
    public void Approve_WithAnotherNetThanTheCheckerSaw_IsRefused()
    {
        var story = Story.DisbursalProposed(A.Emi, Amount, 6);

        Assert.Equal(new NetMismatch(A.Inr(19_028_00)), story.Ask(new ApproveDisbursement(A.Inr(19_028_01)), A.Lata).Refusal);
    }

    [Fact]
    public void Approve_AsksForThePayoutOnceUnderItsOwnReference()
    {
        var story = Story.PayoutRequested(A.Emi, Amount, 6);

        var payout = story.Outbox[^1];
        Assert.Equal(OutboxKinds.RequestPayout, payout.Kind);
        Assert.Equal("saffron.LN-2606-00001.payout-1", payout.Data["reference"]);
        Assert.Equal("1902800", payout.Data["amountMinor"]);
        Assert.True(LoanReference.TryParse(payout.Data["reference"], out _));
    }

    [Fact]
    public void Return_GivesItBackAndTheNextProposalIsTheSameAttempt()
    {
        var story = Story.DisbursalProposed(A.Emi, Amount, 6);
        Assert.Equal(new NoteMissing(), story.Ask(new ReturnDisbursement(""), A.Lata).Refusal);

        story.Do(new ReturnDisbursement("use NEFT"), A.Lata).Do(new ProposeDisbursement("NEFT"), A.Omar);
        story.Do(new ApproveDisbursement(story.Loan.Net!.Value), A.Lata);

        Assert.Equal(1, story.Loan.Payout!.Attempt);
    }

    [Fact]
    public void Confirm_MakesTheLoanLiveFromItsOwnDay()
    {
        var story = Story.Active(A.Emi, Amount, 6);

        var disbursed = Assert.IsType<LoanDisbursed>(story.Events[^1]);
        Assert.Equal(A.Day, disbursed.On);
        Assert.Equal(6, disbursed.Schedule.Length);
        Assert.Equal("disbursed", story.Outbox[^1].Data["template"]);
        Assert.Equal(20_000_00, story.Ledger[Accounts.Principal]);
        Assert.Equal(-19_028_00, story.Ledger[Accounts.PayoutClearing]);
        Assert.Equal(-900_00, story.Ledger[Accounts.FeeIncome]);
        Assert.Equal(-72_00, story.Ledger[Accounts.GstPayable]);
    }

    [Fact]
    public void Confirm_Repeated_AddsNothingAlsoAfterClosing()
    {
        var story = Story.Active(A.Emi, Amount, 6);
        var confirm = new ConfirmDisbursement(story.Loan.Payout!.Reference!, "utr-1");
        Assert.Equal(LoanDecision.Nothing, story.Ask(confirm, A.System));

        story.Pay(story.Payoff);

        Assert.Equal(LoanDecision.Nothing, story.Ask(confirm, A.System));
    }

    [Fact]
    public void Confirm_OfAPayoutThatWasCalledFailed_BooksTheMoneyThatArrivedAfterAll()
    {
        var story = Story.PayoutRequested(A.Emi, Amount, 6);
        var reference = story.Loan.Payout!.Reference!;

        story.Do(new FailDisbursement(reference, "timeout"), A.System).Do(new ConfirmDisbursement(reference, "utr-1"), A.System);

        Assert.Equal(AccountState.Active, story.Loan.Account);
        Assert.Equal(20_000_00, story.Ledger[Accounts.Principal]);
        Assert.NotNull(story.Ask(new ProposeDisbursement("NEFT"), A.Omar).Refusal);
        Assert.Equal(LoanDecision.Nothing, story.Ask(new ConfirmDisbursement(reference, "utr-1"), A.System));
    }

    /// <summary>Whoever has the money owes it; in the cooling-off days it can be given back.</summary>
    [Fact]
    public void Confirm_OfAFailedPayoutOfAnApplicationThatWasCancelled_BooksTheMoneyThatArrivedAfterAll()
    {
        var story = Story.PayoutRequested(A.Emi, Amount, 6);
        var reference = story.Loan.Payout!.Reference!;
        story.Do(new FailDisbursement(reference, "timeout"), A.System).Do(new CancelApplication("too late"), A.Borrower());
        Assert.Equal(PublishedStatus.Cancelled, PublishedStatuses.Of(story.Loan, A.Emi, story.Today));

        story.Do(new ConfirmDisbursement(reference, "utr-1"), A.System);

        Assert.Equal((AccountState.Active, ApplicationState.Sanctioned), (story.Loan.Account, story.Loan.Application));
        Assert.Equal(20_000_00, story.Ledger[Accounts.Principal]);
        Assert.Equal(LoanDecision.Nothing, story.Ask(new ConfirmDisbursement(reference, "utr-1"), A.System));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Confirm_OfAFailedPayoutWhoseSuccessorIsProposed_BooksTheMoneyAndDropsTheProposal(bool returned)
    {
        var story = Story.PayoutRequested(A.Emi, Amount, 6);
        var (first, channel) = (story.Loan.Payout!.Reference!, story.Loan.Payout.Channel);
        story.Do(new FailDisbursement(first, "timeout"), A.System).Do(new ProposeDisbursement("NEFT"), A.Omar);
        if (returned) story.Do(new ReturnDisbursement("wait"), A.Lata);

        story.Do(new ConfirmDisbursement(first, "utr-1"), A.System);

        Assert.Equal((AccountState.Active, channel, 1, "utr-1"), (story.Loan.Account, story.Loan.Payout!.Channel, story.Loan.Payout.Attempt, story.Loan.Payout.ProviderReference));
        Assert.Equal(20_000_00, story.Ledger[Accounts.Principal]);
        Assert.Equal(LoanDecision.Nothing, story.Ask(new ConfirmDisbursement(first, "utr-1"), A.System));
        Assert.NotNull(story.Ask(new ApproveDisbursement(story.Loan.Net!.Value), A.Lata).Refusal);
    }

    [Fact]
    public void Fail_CountsTheAttemptAndAnUnknownReferenceIsRefused()
    {
        var story = Story.PayoutRequested(A.Emi, Amount, 6);
        var first = story.Loan.Payout!.Reference!;
        Assert.Equal(new PayoutUnknown(), story.Ask(new FailDisbursement("other", "x"), A.System).Refusal);
        Assert.Equal(new PayoutUnknown(), story.Ask(new ConfirmDisbursement("other", "x"), A.System).Refusal);

        story.Do(new FailDisbursement(first, "account closed"), A.System);
        Assert.Equal("account closed", story.Loan.Payout!.Failure);
        Assert.Equal(LoanDecision.Nothing, story.Ask(new FailDisbursement(first, "again"), A.System));

        story.Do(new ProposeDisbursement("NEFT"), A.Omar).Do(new ApproveDisbursement(story.Loan.Net!.Value), A.Lata);
        Assert.Equal("saffron.LN-2606-00001.payout-2", story.Loan.Payout!.Reference);
    }

    [Fact]
    public void Confirm_OfAFailedPayoutWhileAnotherIsUnderWay_IsKeptAndIsThePayoutShouldThatFail()
    {
        var (story, first) = Second();

        story.Do(new ConfirmDisbursement(first, "utr-1"), A.System);

        Assert.Equal((AccountState.PayoutRequested, "utr-1"), (story.Loan.Account, story.Loan.Payout!.Former!.ProviderReference));
        Assert.Equal(0, story.Ledger[Accounts.Principal]);
        Assert.Equal(LoanDecision.Nothing, story.Ask(new ConfirmDisbursement(first, "utr-1"), A.System));
        story.Do(new FailDisbursement(story.Loan.Payout.Reference!, "account closed"), A.System);
        Assert.Equal((AccountState.Active, 1, "utr-1"), (story.Loan.Account, story.Loan.Payout!.Attempt, story.Loan.Payout.ProviderReference));
        Assert.Equal(20_000_00, story.Ledger[Accounts.Principal]);
        Assert.Null(story.Loan.Payout.Former);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Confirm_OfBothPayouts_PaysTheLoanOutOnceAndKeepsThatMoneyWentTwice(bool formerFirst)
    {
        var (story, first) = Second();
        string[] order = formerFirst ? [first, story.Loan.Payout!.Reference!] : [story.Loan.Payout!.Reference!, first];

        foreach (var reference in order) story.Do(new ConfirmDisbursement(reference, $"utr of {reference}"), A.System);

        Assert.Equal((AccountState.Active, 2, $"utr of {first}"), (story.Loan.Account, story.Loan.Payout!.Attempt, story.Loan.Payout.Former!.ProviderReference));
        Assert.Equal((20_000_00, 1), (story.Ledger[Accounts.Principal], story.Events.OfType<LoanDisbursed>().Count()));
        foreach (var reference in order) Assert.Equal(LoanDecision.Nothing, story.Ask(new ConfirmDisbursement(reference, "again"), A.System));
    }

    /// <summary>A payout that was called failed, and the next one on its way; with the reference of the first.</summary>
    private static (Story Story, string First) Second()
    {
        var story = Story.PayoutRequested(A.Emi, Amount, 6);
        var first = story.Loan.Payout!.Reference!;
        story.Do(new FailDisbursement(first, "timeout"), A.System).Do(new ProposeDisbursement("NEFT"), A.Omar).Do(new ApproveDisbursement(story.Loan.Net!.Value), A.Lata);
        return (story, first);
    }

    [Theory]
    [InlineData(CancellationReason.Returned)]
    [InlineData(CancellationReason.Fraud)]
    public void Confirm_WithTdsBooked_OwesTheTaxCreditUntilTheLoanIsCancelled(CancellationReason reason)
    {
        var product = A.Emi with { Fees = [A.Emi.Fees[0] with { TdsPercent = 10m, TdsBooked = true }] };
        var story = Story.Active(product, Amount, 6);

        Assert.Equal((20_000_00L, -19_568_00L, 40_00L, -400_00L, -72_00L),
            (story.Ledger[Accounts.Principal], story.Ledger[Accounts.PayoutClearing], story.Ledger[Accounts.TdsReceivable], story.Ledger[Accounts.FeeIncome], story.Ledger[Accounts.GstPayable]));

        story.Change(new Cancellation(reason));

        Assert.Equal((0L, 0L, 0L), (story.Ledger[Accounts.TdsReceivable], story.Ledger[Accounts.FeeIncome], story.Ledger[Accounts.GstPayable]));
    }

    [Fact]
    public void Disbursed_StoredBeforeTdsCouldBeBooked_StatesItAndPostsWhatItDid()
    {
        var story = Story.PayoutRequested(A.Emi with { Fees = [A.Emi.Fees[0] with { TdsPercent = 10m }] }, Amount, 6);
        var decided = story.Ask(new ConfirmDisbursement(story.Loan.Payout!.Reference!, "utr-1"), A.System).Events.OfType<LoanDisbursed>().Single();
        var stored = As.Json(decided);
        Assert.DoesNotContain("tdsBooked", stored, StringComparison.Ordinal);

        story.Happen(System.Text.Json.JsonSerializer.Deserialize<LoanDisbursed>(stored, LendingJson.Options)!);

        Assert.Equal((A.Inr(40_00), A.Inr(0)), (story.Loan.Charges[0].Withheld!.Value, story.Loan.Charges[0].TaxCredit));
        Assert.Equal((-19_528_00L, 0L), (story.Ledger[Accounts.PayoutClearing], story.Ledger[Accounts.TdsReceivable]));
    }
}
