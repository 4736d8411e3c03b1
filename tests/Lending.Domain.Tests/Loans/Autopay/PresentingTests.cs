namespace Lending.Domain.Tests.Loans.Autopay;

public sealed class PresentingTests
{
    private static readonly DateOnly FirstDue = AutopayStory.FirstDue;

    private static Money InstalmentOf(Story story) => story.Loan.Instalments[0].Outstanding;

    [Fact]
    public void Morning_BeforeTheDueDate_TellsOfTheDebitAndTheNextOnePresentsItOnce()
    {
        var story = AutopayStory.Active().UntilMorningOf(FirstDue.AddDays(-1));
        var told = story.Presentation()!;
        Assert.Equal((PresentationState.Announced, InstalmentOf(story), FirstDue, 1), (told.State, told.Amount, told.DebitOn, told.Attempt));
        Assert.Contains(story.Outbox, item => item.Kind == OutboxKinds.NotifyDebit && item.Data["reference"] == told.Reference && item.Data["date"] == "2026-07-01");
        Assert.Contains(story.Outbox, item => item.Data.GetValueOrDefault("template") == MessageTemplates.AutopayAnnounced);

        story.UntilMorningOf(FirstDue);

        Assert.Equal(told with { State = PresentationState.Presented }, story.Presentation());
        var present = Assert.Single(story.Outbox, item => item.Kind == OutboxKinds.PresentDebit);
        Assert.Equal((told.Reference, told.Amount.Minor.ToString()), (present.Data["reference"], present.Data["amountMinor"]));
        Assert.Equal(LoanDecision.Nothing, story.Ask(new CloseDay(FirstDue.AddDays(-1)), A.System)); // The same night again brings nothing.
        story.UntilMorningOf(FirstDue.AddDays(9));
        Assert.Single(story.All<AutopayPresented>());
    }

    [Fact]
    public void Morning_WithLongerNotice_TellsThatMuchEarlier()
    {
        var brand = A.Saffron with { Settings = A.Saffron.Settings with { Autopay = new AutopayPolicy { NoticeDays = 3 } } };
        var story = AutopayStory.Active(brand).UntilMorningOf(FirstDue.AddDays(-3));

        Assert.Equal((PresentationState.Announced, FirstDue), (story.Presentation()!.State, story.Presentation()!.DebitOn));
        Assert.Equal(PresentationState.Presented, story.UntilMorningOf(FirstDue).Presentation()!.State);
    }

    [Fact]
    public void Receive_OfTheDebit_PaysTheInstalmentByItsChannelAndNothingTwice()
    {
        var story = AutopayStory.Active().UntilMorningOf(FirstDue);
        var instalment = InstalmentOf(story);

        story.Collected();

        var received = Assert.Single(story.All<PaymentReceived>());
        Assert.Equal((instalment, "AUTOPAY", story.Presentation()!.Reference), (received.Amount, received.Channel, received.Presentation));
        Assert.True(story.Loan.Instalments[0].IsPaid);
        Assert.Equal(PresentationState.Collected, story.Presentation()!.State);
        Assert.Equal(LoanDecision.Nothing, story.Ask(new ReceivePayment("debit-1", instalment, "AUTOPAY", "utr") { Presentation = received.Presentation }, A.System));
        Assert.Equal(LoanDecision.Nothing, story.Ask(new FailPresentation(received.Presentation!, "insufficient_funds"), A.System));
    }

    [Fact]
    public void Receive_DaysAfterThePresentation_CountsFromItsDay()
    {
        var story = AutopayStory.Active().UntilMorningOf(FirstDue.AddDays(4));
        Assert.True(story.Ledger[Accounts.PenaltyReceivable] > 0);

        story.Collected();

        Assert.Equal(FirstDue, Assert.Single(story.All<PaymentReceived>()).ValueOn);
        Assert.Equal((0, 0), (story.Ledger[Accounts.PenaltyReceivable], story.Loan.Dpd));
        Assert.True(story.Loan.Instalments[0].IsPaid);
    }

    [Fact]
    public void Borrower_WhoPaysAfterTheNotice_IsNotDebited()
    {
        var story = AutopayStory.Active().UntilMorningOf(FirstDue.AddDays(-1));
        story.Pay(InstalmentOf(story));

        story.UntilMorningOf(FirstDue.AddDays(5));

        Assert.Equal("paid", Assert.Single(story.All<AutopayWithdrawn>()).Reason);
        Assert.Empty(story.All<AutopayPresented>());
        Assert.True(story.Loan.Instalments[0].IsPaid);
    }

    [Fact]
    public void Borrower_WhoPaysAPart_IsDebitedTheRest()
    {
        var story = AutopayStory.Active().UntilMorningOf(FirstDue.AddDays(-1));
        var instalment = InstalmentOf(story);
        story.Pay(A.Inr(1_000_00));

        story.UntilMorningOf(FirstDue);

        Assert.Equal(instalment - A.Inr(1_000_00), Assert.Single(story.All<AutopayPresented>()).Amount);
    }

    [Fact]
    public void Debit_ThatArrivesAfterTheBorrowerPaid_IsBookedAndStaysTheirAdvance()
    {
        var story = AutopayStory.Active().UntilMorningOf(FirstDue);
        var instalment = InstalmentOf(story);
        story.Pay(instalment);

        story.Collected();

        Assert.Equal(instalment, story.Loan.Advance);
    }

    [Fact]
    public void Debit_ThatFails_IsTriedAgainAsOftenAsTheBrandSays()
    {
        var story = AutopayStory.Active();
        story.UntilMorningOf(FirstDue).Bounced();
        Assert.Equal(FirstDue.AddDays(3), Assert.Single(story.All<AutopayFailed>()).NextTry);

        story.UntilMorningOf(FirstDue.AddDays(3));
        Assert.Equal((PresentationState.Presented, 2), (story.Presentation()!.State, story.Presentation()!.Attempt));
        Assert.True(story.Presentation()!.Amount > story.All<AutopayPresented>()[0].Amount, "The penalty since then is in it.");
        story.Bounced().UntilMorningOf(FirstDue.AddDays(6)).Bounced();
        Assert.Null(story.All<AutopayFailed>()[2].NextTry);

        story.UntilMorningOf(FirstDue.AddDays(28));
        Assert.Equal(3, story.All<AutopayPresented>().Count);
        Assert.Equal(3, story.All<AutopayPresented>().Select(made => made.Reference).Distinct().Count());
        Assert.Equal(3, story.Outbox.Count(item => item.Data.GetValueOrDefault("template") == MessageTemplates.AutopayFailed));

        // What is left goes with the next instalment.
        story.UntilMorningOf(new DateOnly(2026, 8, 1));
        var next = story.Presentation()!;
        Assert.Equal((PresentationState.Presented, 1), (next.State, next.Attempt));
        Assert.Equal(Money.Min(LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow, story.Loan.Mandate!.Most), next.Amount);
    }

    [Fact]
    public void Money_ThatComesAfterItsFailureWasTold_IsBookedAndNotTriedAgain()
    {
        var story = AutopayStory.Active().UntilMorningOf(FirstDue);
        var made = story.Presentation()!;
        story.Bounced();

        story.Do(new ReceivePayment("debit-1", made.Amount, "AUTOPAY", "utr") { Presentation = made.Reference }, A.System).UntilMorningOf(FirstDue.AddDays(20));

        Assert.True(story.Loan.Instalments[0].IsPaid);
        Assert.Single(story.All<AutopayPresented>());
    }

    [Fact]
    public void Dispute_StopsDebitsUntilItIsReleased()
    {
        var story = AutopayStory.Active().UntilMorningOf(FirstDue.AddDays(-1)).Change(new Dispute());
        story.UntilMorningOf(FirstDue.AddDays(3));
        Assert.Equal("in_dispute", Assert.Single(story.All<AutopayWithdrawn>()).Reason);
        Assert.Empty(story.All<AutopayPresented>());

        story.Change(new HoldRelease()).UntilMorningOf(FirstDue.AddDays(5));

        Assert.Equal((PresentationState.Presented, 1), (story.Presentation()!.State, story.Presentation()!.Attempt));
    }

    [Fact]
    public void Freeze_LetsDebitsRun()
    {
        var story = AutopayStory.Active().Change(new Freeze(FirstDue.AddDays(10)));

        Assert.Equal(PresentationState.Presented, story.UntilMorningOf(FirstDue).Presentation()!.State);
    }

    [Fact]
    public void Cancel_AfterTheNotice_KeepsTheDebitFromBeingPresented()
    {
        var story = AutopayStory.Active().UntilMorningOf(FirstDue.AddDays(-1)).Do(new CancelMandate("no more"), A.Borrower());

        story.UntilMorningOf(FirstDue.AddDays(5));

        Assert.Equal(PresentationState.Withdrawn, story.Presentation()!.State);
        Assert.Empty(story.All<AutopayPresented>());
    }

    [Fact]
    public void Mandate_ConfirmedWithArrears_CollectsThemAfterTheNotice()
    {
        var story = Story.Active(A.Emi, A.Inr(20_000_00), 6).UntilMorningOf(FirstDue.AddDays(10));
        AutopayStory.Confirmed(story).UntilMorningOf(FirstDue.AddDays(11));
        Assert.Equal((PresentationState.Announced, FirstDue.AddDays(12)), (story.Presentation()!.State, story.Presentation()!.DebitOn));

        story.UntilMorningOf(FirstDue.AddDays(12)).Collected();

        Assert.Equal(0, LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow.Minor);
    }

    [Fact]
    public void Advance_ThatCoversTheInstalment_LeavesNothingToDebit()
    {
        var story = AutopayStory.Active();
        story.Pay(InstalmentOf(story));

        story.UntilMorningOf(FirstDue.AddDays(2));

        Assert.Empty(story.All<AutopayAnnounced>());
    }

    [Fact]
    public void Amount_AboveTheMandate_IsCutToIt()
    {
        var story = Story.Active(A.Emi, A.Inr(20_000_00), 6).UntilMorningOf(FirstDue.AddDays(20));
        story.Do(new RequestMandate(A.Inr(story.Loan.Instalments.Max(i => i.Outstanding.Minor))), A.Borrower()).Do(new ConfirmMandate(story.Loan.Mandate!.Id, "umn"), A.System);

        story.UntilMorningOf(new DateOnly(2026, 8, 1));

        Assert.True(LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow > story.Loan.Mandate.Most);
        Assert.All(story.All<AutopayPresented>(), made => Assert.True(made.Amount <= story.Loan.Mandate.Most));
    }

    [Fact]
    public void Days_MadeUpForLater_AnnounceAndPresentNothingUntilToday()
    {
        var story = AutopayStory.Active().UntilMorningOf(FirstDue.AddDays(-1));
        story.Clock = A.Noon.AddDays(FirstDue.AddDays(6).DayNumber - A.Day.DayNumber); // The workers were down for a week.

        story.UntilMorningOf(FirstDue.AddDays(5));
        Assert.Empty(story.All<AutopayPresented>());

        story.UntilMorningOf(FirstDue.AddDays(6));
        Assert.Equal("day_passed", Assert.Single(story.All<AutopayWithdrawn>()).Reason);
        Assert.Equal((PresentationState.Announced, FirstDue.AddDays(7)), (story.Presentation()!.State, story.Presentation()!.DebitOn));

        story.Clock = story.Clock.AddDays(1);
        Assert.Equal(PresentationState.Presented, story.UntilMorningOf(FirstDue.AddDays(7)).Presentation()!.State);
        Assert.Single(story.All<AutopayPresented>());
    }
}
