namespace Lending.Domain.Tests.Loans;

public sealed class RepayingTests
{
    private static Story Payday() => Story.Active(A.Payday, A.Inr(20_000_00), 10);

    private static Story Emi() => Story.Active(A.Emi, A.Inr(20_000_00), 6);

    private static PaymentReceived Last(Story story) => Assert.IsType<PaymentReceived>(story.Events.FindLast(e => e is PaymentReceived));

    [Fact]
    public void Receive_ThePayoff_ClosesTheLoanAndAsksForTheCertificate()
    {
        var story = Payday().UntilMorningOf(A.Day.AddDays(10));
        Assert.Equal(A.Inr(22_000_00), story.Payoff);

        story.Pay(A.Inr(22_000_00), "p-1");

        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.Equal(A.Day.AddDays(10), story.Loan.CompletedOn);
        Assert.Equal(new LoanCompleted(A.Day.AddDays(10)), story.Events[^1]);
        Assert.Contains(story.Outbox, item => item.Kind == OutboxKinds.PrepareCertificate);
        Assert.Contains(story.Outbox, item => item.Key == "LN-2606-00001:payment_received:p-1");
        Assert.Contains(story.Outbox, item => item.Data.GetValueOrDefault("template") == "loan_closed");
    }

    [Fact]
    public void Receive_TheSameIdTwice_IsBookedOnce()
    {
        var story = Payday().Pay(A.Inr(100_00), "p-1");

        Assert.Equal(LoanDecision.Nothing, story.Ask(new ReceivePayment("p-1", A.Inr(100_00), "upi", "ref"), A.System));
        story.Pay(story.Payoff);
        Assert.Equal(LoanDecision.Nothing, story.Ask(new ReceivePayment("p-1", A.Inr(100_00), "upi", "ref"), A.System));
    }

    [Fact]
    public void Receive_NewsOfMoneyThatWasPaidBeforeTheNight_CountsFromTheDayItWasPaidOn()
    {
        var due = Emi().Loan.Instalments[0];
        var onTheDay = Emi().UntilMorningOf(due.PayBy).Pay(due.Principal + due.Interest).UntilMorningOf(due.PayBy.AddDays(3));
        var heardLate = Emi().UntilMorningOf(due.PayBy.AddDays(3));
        Assert.True(heardLate.Loan.Dpd > 0);

        heardLate.Do(new ReceivePayment("late", due.Principal + due.Interest, "upi", "ref") { PaidOn = due.PayBy }, A.System);

        Assert.Equal(due.PayBy, Last(heardLate).ValueOn);
        Assert.Equal((0, onTheDay.Payoff), (heardLate.Loan.Dpd, heardLate.Payoff));
        Assert.Equal(onTheDay.Loan.Instalments.AsEnumerable(), heardLate.Loan.Instalments);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-31)]
    public void Receive_MoneyOfADayThatGatewaysDoNotTellOf_CountsFromToday(int daysFromToday)
    {
        var story = Emi().UntilMorningOf(A.Day.AddDays(60));

        story.Do(new ReceivePayment("p", A.Inr(1_000_00), "upi", "ref") { PaidOn = story.Today.AddDays(daysFromToday) }, A.System);

        Assert.Null(Last(story).ValueOn);
    }

    [Theory]
    [InlineData("2026-11-22T18:29:59Z", "2026-11-22")]
    [InlineData("2026-11-22T18:30:00Z", "2026-11-23")]
    public void ClockDayOf_AMoment_IsTheDayInTheBrandsTimeZone(string moment, string day)
    {
        var brand = new Brand("amber", "Amber", "Asia/Kolkata", new(2026, 11, 22), new BrandSettings());

        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), brand.ClockDayOf(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Null((brand with { Settings = brand.Settings with { FollowsTheClock = false } }).ClockDayOf(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Receive_ForeignOrNoMoney_IsRefused()
    {
        Assert.Equal(new CurrencyMismatch("INR"), Payday().Ask(new ReceivePayment("p", new Money(1, Currency.Usd), "upi", "r"), A.System).Refusal);
        Assert.Equal(new AmountNotPositive(), Payday().Ask(new ReceivePayment("p", A.Inr(0), "upi", "r"), A.System).Refusal);
        Assert.Equal(new AmountNotPositive(), Payday().Ask(new ReceivePayment("p", A.Inr(long.MinValue), "upi", "r"), A.System).Refusal);
    }

    [Fact]
    public void Receive_MoreThanThePayoff_KeepsTheExcessAsTheCustomersAdvance()
    {
        var story = Payday().Pay(A.Inr(20_500_00));

        Assert.Equal(A.Inr(500_00), story.Loan.Advance);
        Assert.Equal(-500_00, story.Ledger[Accounts.CustomerAdvances]);
    }

    [Fact]
    public void Receive_OnACompletedLoan_IsStillBookedAsAnAdvance()
    {
        var story = Payday().Pay(A.Inr(20_000_00)).Pay(A.Inr(700_00), "late");

        Assert.Equal(A.Inr(700_00), story.Loan.Advance);
        Assert.Equal(AccountState.Completed, story.Loan.Account);
    }

    [Fact]
    public void Receive_APartOfAPaydayLoan_LowersTheInterestOfTheDaysToCome()
    {
        var story = Payday().UntilMorningOf(A.Day.AddDays(4)).Pay(A.Inr(5_800_00));

        // Four days of 200 are paid first, then 5,000 of principal; six days at 1 % of 15,000 are still to come.
        Assert.Equal(new Allocation(1, A.Inr(0), A.Inr(800_00), A.Inr(5_000_00)), Assert.Single(Last(story).Allocations));
        Assert.Equal(A.Inr(1_700_00), story.Loan.Only().Interest);
        Assert.Equal(PublishedStatus.PartiallyPaid, PublishedStatuses.Of(story.Loan, A.Payday, story.Today));

        story.UntilMorningOf(A.Day.AddDays(10));
        Assert.Equal(A.Inr(1_700_00), story.Loan.Only().InterestAccrued);
        Assert.Equal(A.Inr(15_900_00), story.Payoff);
    }

    [Fact]
    public void Receive_APartOfAnOverduePaydayLoan_PaysPenaltyInterestPrincipalInThisOrder()
    {
        var story = Payday().UntilMorningOf(A.Day.AddDays(13));
        Assert.Equal(A.Inr(880_00), story.Loan.Only().PenaltyLeft);

        story.Pay(A.Inr(3_000_00));

        Assert.Equal(new Allocation(1, A.Inr(880_00), A.Inr(2_000_00), A.Inr(120_00)), Assert.Single(Last(story).Allocations));
        Assert.Null(Last(story).InterestNow);
    }

    [Fact]
    public void Receive_OfAnEmiLoan_PaysWhatIsDueOldestFirstAndKeepsTheRest()
    {
        var story = Emi();
        var (first, second) = (story.Loan.Instalments[0], story.Loan.Instalments[1]);
        story.UntilMorningOf(second.PayBy);
        var owed = LoanFigures.Of(story.Loan, story.Today, A.Emi).DueNow;

        story.Pay(owed + A.Inr(50_00));

        Assert.Equal([1, 2], Last(story).Allocations.Select(allocation => allocation.Number));
        Assert.True(story.Loan.Instalments[0].PaidPenalty.IsPositive);
        Assert.True(story.Loan.Instalments[1].IsPaid);
        Assert.Equal(A.Inr(50_00), story.Loan.Advance);
        Assert.Equal(first.Principal + second.Principal, A.Inr(20_000_00) - LoanFigures.Of(story.Loan, story.Today).PrincipalOutstanding);
    }

    [Fact]
    public void Receive_ThePayoffOfAnEmiLoanEarly_DropsTheInterestNotYetEarned()
    {
        var story = Emi().UntilMorningOf(A.Day.AddDays(15));
        Assert.Equal(A.Inr(20_150_00), story.Payoff);

        story.Pay(A.Inr(20_150_00));

        Assert.All(story.Loan.Instalments, instalment => Assert.True(instalment.IsPaid));
        Assert.Equal(A.Inr(150_00), story.Loan.Instalments[0].Interest);
        Assert.Equal(A.Inr(0), story.Loan.Instalments[1].Interest);
        Assert.Equal(-150_00, story.Ledger[Accounts.InterestIncome]);
    }

    [Fact]
    public void Receive_WithAnEarlierAdvance_UsesItToClose()
    {
        var story = Emi().Pay(A.Inr(4_000_00));
        Assert.Equal(A.Inr(16_000_00), story.Payoff);

        story.Pay(A.Inr(16_001_00));

        Assert.Equal(A.Inr(-3_999_00), Last(story).Advance);
        Assert.Equal(A.Inr(1_00), story.Loan.Advance);
        Assert.Equal(AccountState.Completed, story.Loan.Account);
    }

    [Fact]
    public void Receive_BeforeDayEndHasReachedTheLoan_ClosesItsOpenDaysFirst()
    {
        var story = Payday();
        story.Brand = story.Brand with { BusinessDate = A.Day.AddDays(2) };

        story.Pay(A.Inr(20_400_00));

        Assert.Equal([typeof(DayClosed), typeof(DayClosed), typeof(PaymentReceived), typeof(LoanCompleted)], story.Events[^4..].Select(e => e.GetType()));
        Assert.Equal(A.Inr(0), story.Loan.Advance);
    }

    [Fact]
    public void Receive_AfterDayEndHasPassedTheLoan_IsBookedOnTheLoansOwnDay()
    {
        var story = Payday().Do(new CloseDay(A.Day), A.System).Pay(A.Inr(100_00));

        Assert.Equal(A.Day.AddDays(1), Last(story).On);
    }

    [Fact]
    public void Propose_BadInput_IsRefused()
    {
        var story = Payday();
        var good = new ProposePayment("h", A.Inr(100_00), "cash", "r-1", A.Day, "");

        Assert.Equal(new PaymentTooLarge(A.Inr(20_000_00)), story.Ask(good with { Amount = A.Inr(20_000_01) }, A.Ravi).Refusal);
        Assert.Equal(new AmountNotPositive(), story.Ask(good with { Amount = A.Inr(-1) }, A.Ravi).Refusal);
        Assert.Equal(new CurrencyMismatch("INR"), story.Ask(good with { Amount = new Money(1, Currency.Jpy) }, A.Ravi).Refusal);
        Assert.Equal(new ReferenceMissing(), story.Ask(good with { Reference = " " }, A.Ravi).Refusal);
        Assert.Equal(new PaymentDateInFuture(), story.Ask(good with { ReceivedOn = A.Day.AddDays(1) }, A.Ravi).Refusal);
        Assert.Null(story.Ask(good, A.Ravi).Refusal);
    }

    [Fact]
    public void Propose_TheSameIdAgain_AddsNothingOrIsRefusedWhenItDiffers()
    {
        var good = new ProposePayment("h", A.Inr(100_00), "cash", "r-1", A.Day, "");
        var story = Payday().Do(good, A.Ravi);

        Assert.Equal(LoanDecision.Nothing, story.Ask(good, A.Ravi));
        Assert.Equal(new CommandIdReused(), story.Ask(good with { Amount = A.Inr(101_00) }, A.Ravi).Refusal);
        Assert.Equal(new CommandIdReused(), story.Do(new ApprovePayment("h"), A.Lata).Ask(good, A.Ravi).Refusal);
    }

    [Fact]
    public void Approve_PostsOnceAndOnlyWhatWaits()
    {
        var story = Payday().Do(new ProposePayment("h", A.Inr(100_00), "cash", "r-1", A.Day, ""), A.Ravi);
        Assert.Equal(0, story.Ledger[Accounts.CollectionClearing]);

        story.Do(new ApprovePayment("h"), A.Lata);

        Assert.Equal(100_00, story.Ledger[Accounts.CollectionClearing]);
        Assert.Equal(new PaymentNotFound(), story.Ask(new ApprovePayment("h"), A.Lata).Refusal);
        Assert.Equal(new PaymentNotFound(), story.Ask(new RejectPayment("h", "x"), A.Lata).Refusal);
    }

    [Fact]
    public void Approve_AfterOtherMoneyClosedTheLoan_KeepsItAsAnAdvance()
    {
        var story = Payday().Do(new ProposePayment("h", A.Inr(100_00), "cash", "r-1", A.Day, ""), A.Ravi);
        story.Pay(story.Payoff).Do(new ApprovePayment("h"), A.Lata);

        Assert.Equal(A.Inr(100_00), story.Loan.Advance);
    }

    [Fact]
    public void Match_MoreThanThePayoff_IsProposedAndBookedWithTheRestAsAnAdvance()
    {
        var story = Payday().Do(new MatchPayment("pay-1", A.Inr(20_500_00), "UPI", "utr-1", A.Day, "paid to the old number"), A.Ravi);
        Assert.Equal(0, story.Ledger[Accounts.CollectionClearing]);

        story.Do(new ApprovePayment("pay-1"), A.Lata);

        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.Equal(A.Inr(500_00), story.Loan.Advance);
        Assert.Equal(20_500_00, story.Ledger[Accounts.CollectionClearing]);
    }

    [Fact]
    public void Match_ByTheApproverThemselves_NeedsASecondPerson()
    {
        var story = Payday().Do(new MatchPayment("pay-1", A.Inr(100_00), "UPI", "utr-1", A.Day, "x"), A.Lata);

        Assert.Equal(new SecondPersonNeeded(), story.Ask(new ApprovePayment("pay-1"), A.Lata).Refusal);
    }

    [Fact]
    public void Match_ThenTheProvidersWebhook_IsBookedOnce()
    {
        var story = Payday().Do(new MatchPayment("pay-1", A.Inr(100_00), "UPI", "utr-1", A.Day, "x"), A.Ravi).Do(new ApprovePayment("pay-1"), A.Lata);

        Assert.Equal(LoanDecision.Nothing, story.Ask(new ReceivePayment("pay-1", A.Inr(100_00), "UPI", "utr-1"), A.System));
        Assert.Equal(new CommandIdReused(), story.Ask(new MatchPayment("pay-1", A.Inr(100_00), "UPI", "utr-1", A.Day, "x"), A.Ravi).Refusal);
        Assert.Equal(100_00, story.Ledger[Accounts.CollectionClearing]);
    }

    [Fact]
    public void Match_OfACompletedLoan_IsTheCustomersAdvance()
    {
        var story = Payday();
        story.Pay(story.Payoff).Do(new MatchPayment("pay-1", A.Inr(300_00), "UPI", "utr-1", A.Day, "paid twice"), A.Ravi).Do(new ApprovePayment("pay-1"), A.Lata);

        Assert.Equal(A.Inr(300_00), story.Loan.Advance);
    }

    [Fact]
    public void Match_WithoutANote_IsRefused() =>
        Assert.Equal(new NoteMissing(), Payday().Ask(new MatchPayment("pay-1", A.Inr(100_00), "UPI", "utr-1", A.Day, " "), A.Ravi).Refusal);

    [Fact]
    public void RequestLink_AsksForItOnceUnderALinkOfThisLoan()
    {
        var story = Payday();
        var decision = story.Ask(new RequestPaymentLink(A.Inr(100_00), 3), A.Ravi);

        var asked = Assert.IsType<PaymentLinkRequested>(Assert.Single(decision.Events));
        Assert.True(LoanReference.TryParse(asked.LinkId, out var reference));
        Assert.Equal(("LN-2606-00001", A.Day.AddDays(3)), (reference.LoanId, asked.ExpiresOn));
        var item = Assert.Single(decision.Outbox);
        Assert.Equal((OutboxKinds.CreatePaymentLink, asked.LinkId, "10000"), (item.Kind, item.Data["link"], item.Data["amountMinor"]));
    }

    [Fact]
    public void RequestLink_BadInput_IsRefused()
    {
        Assert.Equal(new PaymentTooLarge(A.Inr(20_000_00)), Payday().Ask(new RequestPaymentLink(A.Inr(20_000_01), 3), A.Ravi).Refusal);
        Assert.Equal(new LinkDaysOutOfRange(1, 30), Payday().Ask(new RequestPaymentLink(A.Inr(1_00), 31), A.Ravi).Refusal);
        Assert.Equal(new AmountNotPositive(), Payday().Ask(new RequestPaymentLink(A.Inr(0), 3), A.Ravi).Refusal);
    }

    [Fact]
    public void Receive_ThroughALink_RemembersIt()
    {
        var story = Payday().Do(new ReceivePayment("p-1", A.Inr(100_00), "UPI", "utr-1", "saffron.LN-2606-00001.link-v9"), A.System);

        Assert.Equal("saffron.LN-2606-00001.link-v9", Last(story).LinkId);
    }

    [Fact]
    public void Reject_NeedsAReasonAndPostsNothing()
    {
        var story = Payday().Do(new ProposePayment("h", A.Inr(100_00), "cash", "r-1", A.Day, ""), A.Ravi);
        Assert.Equal(new NoteMissing(), story.Ask(new RejectPayment("h", ""), A.Lata).Refusal);

        story.Do(new RejectPayment("h", "no such transfer"), A.Lata);

        Assert.Empty(story.Loan.ProposedPayments);
        Assert.Equal(0, story.Ledger[Accounts.CollectionClearing]);
    }

    [Fact]
    public void Certificate_IsIssuedOnce()
    {
        var story = Story.Completed(A.Emi, A.Inr(20_000_00), 6).Do(new IssueCertificate("cert-1", "ff"), A.System);

        Assert.Equal("cert-1", story.Loan.CertificateId);
        Assert.Equal(LoanDecision.Nothing, story.Ask(new IssueCertificate("cert-1", "ff"), A.System));
        Assert.IsType<NotInThisState>(story.Ask(new IssueCertificate("cert-2", "ff"), A.System).Refusal);
    }
}
