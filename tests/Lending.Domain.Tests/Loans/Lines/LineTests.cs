namespace Lending.Domain.Tests.Loans.Lines;

/// <summary>The life of a line by example: draws, statements, minimum due, payments, being late, closing.</summary>
public sealed class LineTests
{
    private static readonly Money Limit = A.Inr(50_000_00);

    private static Story Open(LoanProduct? product = null, int months = 12) => Story.Opened(product ?? A.Line, Limit, months);

    private static LineFigures Figures(Story story) => LineFigures.Of(story.Loan, story.Today, story.Product)!;

    private static Refusal Refused(Story story, LoanCommand command, CommandContext by) => Assert.IsAssignableFrom<Refusal>(story.Ask(command, by).Refusal);

    [Fact]
    public void Signature_OfALine_OpensItWithTheSanctionAsLimit()
    {
        var story = Open();

        Assert.Equal(AccountState.Active, story.Loan.Account);
        Assert.Equal(new LineOpened(A.Day, Limit, new DateOnly(2027, 5, 31), new LineCycle(1, A.Day, new(2026, 7, 1), new(2026, 7, 5), new(2026, 7, 5))), story.Events[^1]);
        Assert.Equal((Limit, A.Inr(0), Limit), (Figures(story).Limit, Figures(story).Drawn, Figures(story).Available));
        Assert.Contains(story.Outbox, item => item.Data.GetValueOrDefault("template") == MessageTemplates.LineOpened);
    }

    [Fact]
    public void Draw_OfABorrowerWithinTheProductsSum_IsPaidStraightAway()
    {
        var story = Open().Do(new RequestDraw("d", A.Inr(10_000_00), "IMPS"), A.Borrower());

        Assert.True(story.Events.OfType<LineDrawApproved>().Single().ByProduct);
        Assert.Equal("988200", story.Outbox.Single(item => item.Kind == OutboxKinds.RequestPayout).Data["amountMinor"]);
        Assert.Equal((A.Inr(10_000_00), A.Inr(40_000_00)), (Figures(story).UnderWay, Figures(story).Available));
    }

    [Fact]
    public void Draw_AboveIt_OrByStaff_NeedsAnotherPerson()
    {
        var story = Open().Do(new RequestDraw("big", A.Inr(10_000_01), "IMPS"), A.Borrower()).Do(new RequestDraw("staff", A.Inr(2_000_00), "IMPS"), A.Omar);

        Assert.Empty(story.Events.OfType<LineDrawApproved>());
        Assert.Equal(new SecondPersonNeeded(), Refused(story, new ApproveDraw("staff", A.Inr(1_976_40)), A.Omar));
        Assert.Equal(new NetMismatch(A.Inr(1_976_40)), Refused(story, new ApproveDraw("staff", A.Inr(2_000_00)), A.Lata));
        story.Do(new ApproveDraw("staff", A.Inr(1_976_40)), A.Lata).Do(new ReturnDraw("big", "call first"), A.Omar);
        Assert.Equal(A.Inr(48_000_00), Figures(story).Available);
        Assert.Equal(new DrawNotFound(), Refused(story, new ApproveDraw("big", A.Inr(1)), A.Lata));
    }

    [Fact]
    public void Mandate_OfALine_IsRefusedByName() => Assert.Equal(new NoMandateForCreditLine(), Refused(Open(), new RequestMandate(), A.Borrower()));

    [Fact]
    public void Draw_Paid_PostsPrincipalFeeAndTax()
    {
        var story = Open().Draw(A.Inr(10_000_00));

        Assert.Equal(10_000_00, story.Ledger[Accounts.Principal]);
        Assert.Equal(-9_882_00, story.Ledger[Accounts.PayoutClearing]);
        Assert.Equal((-100_00, -18_00), (story.Ledger[Accounts.FeeIncome], story.Ledger[Accounts.GstPayable]));
    }

    [Fact]
    public void Draw_ThatTheBankFails_IsOwedByNobodyAndFreesTheLimit()
    {
        var story = Open().Do(new RequestDraw("d", A.Inr(10_000_00), "IMPS"), A.Borrower());
        var reference = story.Loan.Line!.Draws.Single().Reference!;

        story.Do(new FailDisbursement(reference, "account_closed"), A.System);

        Assert.Equal(Limit, Figures(story).Available);
        Assert.Empty(story.Ask(new FailDisbursement(reference, "account_closed"), A.System).Events);
        Assert.Equal(new PayoutUnknown(), Refused(story, new ConfirmDisbursement("saffron.LN-2606-00001.draw-9", "utr"), A.System));
    }

    [Fact]
    public void Draw_ThatWasCalledFailedAndArrived_IsOwedAllTheSameAndOnce()
    {
        var story = Open().Do(new RequestDraw("d", A.Inr(10_000_00), "IMPS"), A.Borrower());
        var reference = story.Loan.Line!.Draws.Single().Reference!;
        story.Do(new FailDisbursement(reference, "timeout"), A.System).Do(new RequestDraw("e", A.Inr(5_000_00), "IMPS"), A.Borrower());

        story.Do(new ConfirmDisbursement(reference, "utr"), A.System);

        Assert.Equal((A.Inr(10_000_00), Limit - A.Inr(15_000_00)), (Figures(story).Drawn, Figures(story).Available));
        Assert.Equal((10_000_00, null, 0), (story.Ledger[Accounts.Principal], story.Loan.Line.CalledFailed, story.Loan.Line.DrawsFailed.Length));
        Assert.Equal(LoanDecision.Nothing, story.Ask(new ConfirmDisbursement(reference, "utr"), A.System));
        Assert.Equal("NotInThisState", story.Ask(new FailDisbursement(reference, "x"), A.System).Refusal!.GetType().Name);
        Assert.Equal(As.Json(story.Loan), As.Json(As.Copy(story.Loan)));
    }

    [Fact]
    public void Draw_ThatWasCalledFailedAndArrivedWhenTheLineWasClosed_IsKeptForPeopleToSeeTo()
    {
        var story = Open().Do(new RequestDraw("d", A.Inr(10_000_00), "IMPS"), A.Borrower());
        var reference = story.Loan.Line!.Draws.Single().Reference!;
        story.Do(new FailDisbursement(reference, "timeout"), A.System).Do(new CloseLine("moves away"), A.Omar);

        story.Do(new ConfirmDisbursement(reference, "utr"), A.System);

        Assert.Equal(new PayoutContradicted(reference, "utr", story.Today), story.Events[^1]);
        Assert.Equal((AccountState.Completed, 0), (story.Loan.Account, story.Ledger[Accounts.Principal]));
        Assert.Equal(LoanDecision.Nothing, story.Ask(new ConfirmDisbursement(reference, "utr"), A.System));
    }

    [Fact]
    public void Confirmation_Repeated_IsBookedOnce()
    {
        var story = Open().Do(new RequestDraw("d", A.Inr(10_000_00), "IMPS"), A.Borrower());
        var confirm = new ConfirmDisbursement(story.Loan.Line!.Draws.Single().Reference!, "utr");

        story.Do(confirm, A.System);

        Assert.Equal(LoanDecision.Nothing, story.Ask(confirm, A.System));
        Assert.Equal("NotInThisState", story.Ask(new FailDisbursement(confirm.Reference, "x"), A.System).Refusal!.GetType().Name);
    }

    [Fact]
    public void Draw_OutsideWhatIsAllowed_IsRefusedByName()
    {
        var story = Open().Draw(A.Inr(9_000_00));

        Assert.Equal(new LimitExceeded(A.Inr(41_000_00)), Refused(story, new RequestDraw("d", A.Inr(41_000_01), "IMPS"), A.Borrower()));
        Assert.Equal(new DrawTooSmall(A.Inr(1_000_00)), Refused(story, new RequestDraw("d", A.Inr(999_99), "IMPS"), A.Borrower()));
        Assert.Equal(new DrawTooLarge(A.Inr(1_00_000_00)), Refused(story, new RequestDraw("d", A.Inr(1_00_000_01), "IMPS"), A.Borrower()));
        Assert.Equal(new ChannelUnknown(), Refused(story, new RequestDraw("d", A.Inr(2_000_00), "cheque"), A.Borrower()));
        Assert.Equal(new CurrencyMismatch("INR"), Refused(story, new RequestDraw("d", new Money(2_000_00, Currency.Of("USD")), "IMPS"), A.Borrower()));
        Assert.Equal(new NotACreditLine(), Refused(Story.Active(A.Emi, A.Inr(20_000_00), 6), new RequestDraw("d", A.Inr(2_000_00), "IMPS"), A.Borrower()));
        story.Customer = A.Onboarded with { HasVerifiedBankAccount = false };
        Assert.Equal(new BankAccountMissing(), Refused(story, new RequestDraw("d", A.Inr(2_000_00), "IMPS"), A.Borrower()));
    }

    [Fact]
    public void Draw_AskedForTwiceWithOneId_IsOneDraw()
    {
        var story = Open().Do(new RequestDraw("d", A.Inr(20_000_00), "IMPS"), A.Borrower());

        Assert.Equal(LoanDecision.Nothing, story.Ask(new RequestDraw("d", A.Inr(20_000_00), "IMPS"), A.Borrower()));
        Assert.Equal(new CommandIdReused(), Refused(story, new RequestDraw("d", A.Inr(20_000_01), "IMPS"), A.Borrower()));
    }

    [Fact]
    public void Statement_OnTheFirst_TakesTheCycleAndAsksForTheMinimum()
    {
        // 10,000 for 30 nights at 24 %: 10,000 x 24 % x 30/365 = 197.26.
        var story = Open().Draw(A.Inr(10_000_00)).UntilMorningOf(new(2026, 7, 1));
        var made = story.Events.OfType<LineStatementMade>().Single();

        Assert.Equal((A.Inr(10_000_00), A.Inr(197_26), A.Inr(0)), (made.Sums.Drawn, made.Sums.Interest, made.Sums.Paid));
        Assert.Equal((A.Inr(10_197_26), A.Inr(0)), (made.Closing, made.Adjusted));
        Assert.Equal((A.Inr(1_019_73), A.Inr(197_26), A.Inr(822_47)), (made.MinimumDue, made.Interest, made.Principal));
        Assert.Equal((A.Inr(1_019_73), new DateOnly(2026, 7, 5)), (Figures(story).MinimumDue, Figures(story).PayBy));
        Assert.Equal(0, story.Loan.Dpd);
    }

    [Theory]
    [InlineData(100, MinimumBase.Principal, 10_197_26)]
    [InlineData(50, MinimumBase.Principal, 5_000_00)]
    [InlineData(50, MinimumBase.PrincipalAndInterest, 5_098_63)]
    [InlineData(1, MinimumBase.Principal, 500_00)]
    public void Minimum_IsPercentOfTheBaseAtLeastTheFloorAndEverythingAtAHundred(int percent, MinimumBase of, long expected)
    {
        var product = A.Line with { Line = A.Line.Line! with { MinimumPercent = percent, MinimumOf = of } };
        var story = Open(product).Draw(A.Inr(10_000_00)).UntilMorningOf(new(2026, 7, 1));

        Assert.Equal(A.Inr(expected), story.Events.OfType<LineStatementMade>().Single().MinimumDue);
    }

    [Fact]
    public void Minimum_Unpaid_IsOverdueAndComesOnTopOfTheNext()
    {
        var story = Open().Draw(A.Inr(10_000_00)).UntilMorningOf(new(2026, 8, 1));
        var made = story.Events.OfType<LineStatementMade>().Last();

        // Late from 5 July on: 27 days, at 0.1 % a day of 1,019.73.
        Assert.Equal(27, story.Loan.Dpd);
        Assert.Equal(A.Inr(1_019_73 + 26_51), made.Overdue);
        Assert.Equal(made.Overdue + made.Principal + made.Interest, Figures(story).MinimumDue);
        Assert.Equal(PublishedStatus.Overdue, PublishedStatuses.Of(story.Loan, story.Product, story.Today));
        Assert.Equal(new LineOverdue(27), Refused(story, new RequestDraw("d", A.Inr(2_000_00), "IMPS"), A.Borrower()));
        Assert.Null(story.Pay(Figures(story).MinimumDue).Ask(new RequestDraw("d", A.Inr(2_000_00), "IMPS"), A.Borrower()).Refusal);
        Assert.Equal(0, LoanFigures.DpdOf(story.Loan, story.Today));
    }

    [Fact]
    public void Line_LateForNinetyOneDays_IsNotPerformingAndItsInterestIsSuspended()
    {
        var product = A.Line with { SuspendInterestWhenNpa = true, Provision = [new(0, 1m), new(91, 25m)] };
        var story = Open(product).Draw(A.Inr(10_000_00)).UntilMorningOf(new(2026, 10, 10));

        Assert.NotNull(story.Loan.NpaSince);
        Assert.Equal(AssetClass.Npa, LoanFigures.Of(story.Loan, story.Today, product).AssetClass);
        Assert.True(story.Loan.SuspendedInterest.IsPositive);
        Assert.Equal(A.Inr(2_500_00), story.Loan.Provision);

        story.Pay(story.Payoff).CloseThrough(story.Today);
        Assert.Equal((null, A.Inr(0), A.Inr(0)), (story.Loan.NpaSince, story.Loan.SuspendedInterest, story.Loan.Provision));
    }

    [Fact]
    public void Payment_OfPrincipal_FreesTheLimitAtOnce()
    {
        var story = Open().Draw(A.Inr(10_000_00)).UntilMorningOf(A.Day.AddDays(10)).Pay(A.Inr(4_065_75));

        Assert.Equal((A.Inr(6_000_00), A.Inr(44_000_00)), (Figures(story).Drawn, Figures(story).Available));
        Assert.Equal(PublishedStatus.Active, PublishedStatuses.Of(story.Loan, story.Product, story.Today));
    }

    [Fact]
    public void Overpayment_IsKeptAndRepaysTheNextDraw()
    {
        var story = Open().Draw(A.Inr(10_000_00)).Pay(A.Inr(13_000_00));
        Assert.Equal((AccountState.Active, A.Inr(3_000_00)), (story.Loan.Account, story.Loan.Advance));

        story.Draw(A.Inr(5_000_00));

        Assert.Equal((A.Inr(2_000_00), A.Inr(0)), (Figures(story).Drawn, story.Loan.Advance));
    }

    [Fact]
    public void Limit_LoweredBelowWhatIsDrawn_LetsNothingBeDrawnUntilRepaid()
    {
        var story = Open().Draw(A.Inr(10_000_00)).Draw(A.Inr(10_000_00)).Change(new LimitChange(A.Inr(15_000_00)));

        Assert.Equal((A.Inr(15_000_00), A.Inr(0)), (Figures(story).Limit, Figures(story).Available));
        Assert.Equal(new LimitExceeded(A.Inr(0)), Refused(story, new RequestDraw("d", A.Inr(1_000_00), "IMPS"), A.Borrower()));
        Assert.Null(story.Pay(A.Inr(7_000_00)).Ask(new RequestDraw("d", A.Inr(2_000_00), "IMPS"), A.Borrower()).Refusal);
        Assert.IsType<AmountOutOfRange>(story.Refused(new LimitChange(A.Inr(5_00_000_01))));
    }

    [Fact]
    public void Limit_LoweredWhileADrawWaits_IsTheLimitOfItsApproval()
    {
        var story = Open().Do(new RequestDraw("d", A.Inr(20_000_00), "IMPS"), A.Borrower()).Do(new RequestDraw("e", A.Inr(5_000_00), "IMPS"), A.Omar)
            .Change(new LimitChange(A.Inr(22_000_00)));
        var net = story.Loan.Line!.Draws.Single(draw => draw.DrawId == "d").Net;

        Assert.Equal(new LimitExceeded(A.Inr(17_000_00)), Refused(story, new ApproveDraw("d", net), A.Lata));
        Assert.Null(story.Do(new ReturnDraw("e", "not now"), A.Lata).Ask(new ApproveDraw("d", net), A.Lata).Refusal);
    }

    [Fact]
    public void Block_ByStaff_StopsDrawsAndNotPayments()
    {
        var story = Open().Draw(A.Inr(10_000_00)).Change(new LineBlocking("bounced cheque"));

        Assert.Equal(new LineBlocked("bounced cheque"), Refused(story, new RequestDraw("d", A.Inr(2_000_00), "IMPS"), A.Borrower()));
        Assert.Equal(new BlockStands(true), story.Refused(new LineBlocking("again")));
        Assert.Null(story.Pay(A.Inr(1_000_00)).Change(new LineUnblocking()).Ask(new RequestDraw("d", A.Inr(2_000_00), "IMPS"), A.Borrower()).Refusal);
    }

    [Fact]
    public void MinimumPercent_OfOneLine_CountsFromItsNextStatement()
    {
        var story = Open().Draw(A.Inr(10_000_00)).Change(new MinimumPercentChange(50m)).UntilMorningOf(new(2026, 7, 1));

        Assert.Equal(A.Inr(5_098_63), Figures(story).MinimumDue);
        Assert.IsType<NotOverridable>(Open(A.Line with { Overridable = [] }).Refused(new MinimumPercentChange(50m)));
    }

    [Fact]
    public void Changes_OfASchedule_AreNotForALine()
    {
        var story = Open().Draw(A.Inr(10_000_00));

        foreach (var change in new LoanChange[]
        {
            new TenureExtension(2), new DueDateMove(A.Day.AddDays(20)), new Moratorium(1, MoratoriumInterest.Waived), new InterestPause(A.Day, A.Day), new ReAge(3, A.Day.AddDays(20)),
            new ReAmortisation(), new PartPrepayment("p", A.Inr(1_00), "cash", "r", PrepaymentEffect.ReduceTenure), new ContractTermination(), new CoolingOffExit(), new Cancellation(CancellationReason.Returned),
        })
            Assert.Equal(new NotForCreditLine(), story.Refused(change));
        Assert.Equal(new NotACreditLine(), Story.Active(A.Emi, A.Inr(20_000_00), 6).Refused(new LimitChange(A.Inr(30_000_00))));
    }

    [Fact]
    public void Freeze_StopsInterestAndDraws()
    {
        var story = Open().Draw(A.Inr(10_000_00)).Change(new Freeze(null)).CloseThrough(A.Day.AddDays(5));

        Assert.Equal(A.Inr(0), LoanFigures.Of(story.Loan, story.Today, story.Product).InterestDue);
        Assert.Equal(new LineHeld(), Refused(story, new RequestDraw("d", A.Inr(2_000_00), "IMPS"), A.Borrower()));
        Assert.Equal(A.Inr(6_58), LoanFigures.Of(story.Change(new HoldRelease()).CloseThrough(story.Today).Loan, story.Today, story.Product).InterestDue);
    }

    [Fact]
    public void Close_OwingNothing_ClosesAndOwing_IsRefused()
    {
        var story = Open().Draw(A.Inr(10_000_00));

        Assert.Equal(new LineOwes(A.Inr(10_000_00)), Refused(story, new CloseLine("done"), A.Borrower()));
        story.Pay(A.Inr(10_000_00)).Do(new CloseLine("done"), A.Borrower());

        Assert.Equal((AccountState.Completed, Closure.Repaid), (story.Loan.Account, story.Loan.Closure));
        Assert.Contains(story.Outbox, item => item.Kind == OutboxKinds.PrepareCertificate);
        Assert.IsType<NotInThisState>(Refused(story, new RequestDraw("d", A.Inr(2_000_00), "IMPS"), A.Borrower()));
        Assert.Equal(LoanDecision.Nothing, story.Ask(new CloseLine("done"), A.Borrower()));
    }

    [Fact]
    public void Close_WithADrawUnderWay_IsRefused()
    {
        var story = Open().Do(new RequestDraw("d", A.Inr(10_000_00), "IMPS"), A.Borrower());

        Assert.Equal(new DrawUnderWay(), Refused(story, new CloseLine("done"), A.Borrower()));
        Assert.Equal(new DrawUnderWay(), story.Refused(new WriteOff()));
    }

    [Fact]
    public void Validity_Over_AsksForEverythingAndClosesWhenPaid()
    {
        var story = Open(months: 3).Draw(A.Inr(10_000_00));
        foreach (var day in new[] { 5, 5 + 31 }) story.UntilMorningOf(new DateOnly(2026, 7, 1).AddDays(day - 1)).Pay(Figures(story).MinimumDue);

        // Valid through 31 August.
        story.UntilMorningOf(new(2026, 9, 1));
        var made = story.Events.OfType<LineStatementMade>().Last();
        Assert.Equal(made.Closing, made.MinimumDue);
        Assert.Equal(new LineOver(new(2026, 8, 31)), Refused(story, new RequestDraw("d", A.Inr(2_000_00), "IMPS"), A.Borrower()));
        story.Pay(story.Payoff);
        Assert.Equal(AccountState.Completed, story.Loan.Account);
    }

    [Fact]
    public void Validity_OverOwingNothing_ClosesByItself()
    {
        var story = Open(months: 3).CloseThrough(new(2026, 9, 3));

        Assert.Equal((AccountState.Completed, new DateOnly(2026, 9, 1)), (story.Loan.Account, story.Loan.CompletedOn));
    }

    [Fact]
    public void Day_OffWhenDue_MovesTheDayToPayByAndDaysPastDue()
    {
        // 5 July 2026 is a Sunday.
        var story = Story.Opened(A.Line, Limit, 12, A.Saffron with { Settings = A.Saffron.Settings with { SundayOff = true } }).Draw(A.Inr(10_000_00));
        Assert.Equal(new DateOnly(2026, 7, 6), story.UntilMorningOf(new(2026, 7, 1)).Loan.Instalments[0].PayBy);
        Assert.Equal(0, story.UntilMorningOf(new(2026, 7, 6)).Loan.Dpd);
        Assert.Equal(1, story.UntilMorningOf(new(2026, 7, 7)).Loan.Dpd);
    }

    [Theory]
    [InlineData(RepayUnit.Weeks, 2, null, "2026-06-15", "2026-06-19")]
    [InlineData(RepayUnit.Months, 1, null, "2026-07-01", "2026-07-05")]
    [InlineData(RepayUnit.Months, 1, 31, "2026-06-26", "2026-06-30")]
    public void Cycle_ByIntervalOrDay_EndsWhenItsStatementIsMade(RepayUnit unit, int every, int? dueDay, string statement, string due)
    {
        var product = A.Line with { Line = A.Line.Line! with { Unit = unit, Every = every, DueDay = dueDay } };

        var cycle = Open(product).Loan.Line!.Cycle;

        Assert.Equal((DateOnly.Parse(statement, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)), (cycle.StatementOn, cycle.Due));
    }

    [Fact]
    public void Refinance_WithOrOfALine_IsRefusedByName()
    {
        var line = Open().Draw(A.Inr(10_000_00));
        var story = new Story(A.Emi) { Refinanced = new(line.Loan, A.Line) };
        Assert.Equal(new NoRefinanceOfCreditLine(), story.Ask(new StartApplication(A.Asha, "emi", A.Inr(20_000_00), 6) { Refinances = "LN-1" }, A.Borrower()).Refusal);
        Assert.Equal(new NoRefinanceOfCreditLine(),
            new Story(A.Line).Ask(new StartApplication(A.Asha, "line", A.Inr(20_000_00), 6) { Refinances = "LN-1" }, A.Borrower()).Refusal);
    }
}
