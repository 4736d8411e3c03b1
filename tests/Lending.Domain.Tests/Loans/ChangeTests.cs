namespace Lending.Domain.Tests.Loans;

/// <summary>Changes of a running loan, on Rs 1,00,000 at 18 % over 12 months from 1 June 2026: instalments of Rs 9,168.00, due on the first.</summary>
public sealed class ChangeTests
{
    private static readonly Money Amount = A.Inr(1_00_000_00);

    [Fact]
    public void RateChange_OnADueDate_LevelsTheRestAtTheNewRate()
    {
        var story = OnFirstDue();
        var principal = LoanFigures.Of(story.Loan, story.Today).PrincipalOutstanding;

        story.Change(new RateChange(12m));

        // 1 % a month on what is left, over eleven months: the annuity of 92,332.00 is 8,905.80.
        Assert.Equal(A.Inr(92_332_00), principal);
        Assert.Equal(A.Inr(9_23_32), story.Loan.Instalments[1].Interest);
        Assert.Equal(A.Inr(8_905_80), Total(story.Loan.Instalments[1]));
        Assert.Equal(12m, story.Loan.RatePercent);
        Assert.Equal(principal, Left(story));
    }

    [Fact]
    public void RateChange_InsideAnInstalment_KeepsWhatIsEarned()
    {
        var story = OnFirstDue().UntilMorningOf(new(2026, 7, 16));
        var earned = story.Loan.Instalments[1].InterestAccrued;

        story.Change(new RateChange(0m));

        Assert.True(earned.IsPositive);
        Assert.Equal(earned, story.Loan.Instalments[1].Interest);
        Assert.All(story.Loan.Instalments.Skip(2), instalment => Assert.True(instalment.Interest.IsZero));
        AssertRepaysInFull(story);
    }

    [Fact]
    public void Extension_ByTwelve_AddsInstalmentsOnTheSameDayOfTheMonth()
    {
        var story = OnFirstDue().Change(new TenureExtension(12));

        Assert.Equal(24, story.Loan.Instalments.Length);
        Assert.Equal(new DateOnly(2028, 6, 1), story.Loan.Instalments[^1].Due);
        Assert.True(Total(story.Loan.Instalments[1]) < A.Inr(5_000_00));
        AssertRepaysInFull(story);
    }

    [Fact]
    public void DueDateMove_ToTheTenth_MovesAllThatFollow()
    {
        var story = OnFirstDue().Change(new DueDateMove(new(2026, 8, 10)));

        Assert.Equal(new DateOnly(2026, 8, 10), story.Loan.Instalments[1].Due);
        Assert.Equal(new DateOnly(2026, 9, 10), story.Loan.Instalments[2].Due);
        Assert.Equal(new DateOnly(2027, 6, 10), story.Loan.Instalments[^1].Due);

        // One month of 31 days and nine of the thirty-one days that follow it, at 1.5 % a month.
        Assert.Equal(A.Inr(1_787_07), story.Loan.Instalments[1].Interest);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void Moratorium_OfThreeThatAccrues_MovesDueDatesAndSpreadsTheInterest()
    {
        var story = OnFirstDue().Change(new Moratorium(3, MoratoriumInterest.Accrues));

        Assert.Equal(12, story.Loan.Instalments.Length);
        Assert.Equal(new DateOnly(2026, 11, 1), story.Loan.Instalments[1].Due);
        Assert.Equal(new DateOnly(2027, 9, 1), story.Loan.Instalments[^1].Due);
        Assert.Equal(A.Inr(5_539_92), story.Loan.Instalments[1].Interest);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void Moratorium_OfThreeWaived_ChargesNoInterestForIt()
    {
        var story = OnFirstDue().Change(new Moratorium(3, MoratoriumInterest.Waived));
        story.UntilMorningOf(new(2026, 10, 1));

        Assert.True(story.Loan.Instalments[1].InterestAccrued.IsZero);
        Assert.True(story.Loan.Instalments[1].Interest.IsPositive);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void InterestPause_OfAMonth_AccruesNothingInIt()
    {
        var story = OnFirstDue().Change(new InterestPause(new(2026, 7, 1), new(2026, 7, 31)));
        story.UntilMorningOf(new(2026, 8, 1));

        Assert.True(story.Loan.Instalments[1].Interest.IsZero);
        Assert.Equal(new DateOnly(2026, 8, 1), story.Loan.Instalments[1].Due);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void ReAge_OfALateLoan_EndsItsArrears()
    {
        var story = Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 9, 10));
        var owed = LoanFigures.PayoffOf(story.Loan);
        Assert.Equal(71, LoanFigures.DpdOf(story.Loan, story.Today));

        story.Change(new ReAge(24, new(2026, 10, 10)));

        Assert.Equal(0, LoanFigures.DpdOf(story.Loan, story.Today));
        Assert.Equal(owed, LoanFigures.PayoffOf(story.Loan));
        Assert.Equal(24, story.Loan.Instalments.Count(instalment => !instalment.IsPaid));
        Assert.Equal(new DateOnly(2028, 9, 10), story.Loan.Instalments[^1].Due);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void ReAmortisation_OfALateLoan_SpreadsArrearsOverWhatIsToCome()
    {
        var story = Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 8, 20));
        var owed = LoanFigures.PayoffOf(story.Loan);

        story.Change(new ReAmortisation());

        Assert.Equal(0, LoanFigures.DpdOf(story.Loan, story.Today));
        Assert.Equal(owed, LoanFigures.PayoffOf(story.Loan));
        Assert.Equal(new DateOnly(2027, 6, 1), story.Loan.Instalments[^1].Due);
        AssertRepaysInFull(story);
    }

    [Theory, InlineData(PrepaymentEffect.ReduceInstalment, 12), InlineData(PrepaymentEffect.ReduceTenure, 9)]
    public void PartPrepayment_OfThirtyThousand_LowersThePrincipalAtOnce(PrepaymentEffect effect, int last)
    {
        var story = OnFirstDue();
        var instalment = Total(story.Loan.Instalments[1]);

        story.Change(new PartPrepayment("pay-p", A.Inr(30_000_00), "NEFT", "utr-1", effect));

        Assert.Equal(A.Inr(62_332_00), Left(story));
        Assert.Equal(last, story.Loan.Instalments.Count(i => !i.IsVoid));
        if (effect is PrepaymentEffect.ReduceTenure) Assert.Equal(instalment, Total(story.Loan.Instalments[2]));
        else Assert.True(Total(story.Loan.Instalments[2]) < instalment);
        Assert.Contains("pay-p", story.Loan.ReceivedPayments);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void Waivers_OfPenaltyAndInterest_AreLossesOfThatAmount()
    {
        var story = Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 8, 1));
        var penalty = story.Loan.Instalments[0].PenaltyLeft;
        Assert.True(penalty.IsPositive);

        story.Change(new PenaltyWaiver(penalty)).Change(new InterestWaiver(A.Inr(500_00)));

        Assert.True(story.Loan.Instalments[0].PenaltyLeft.IsZero);
        Assert.Equal((penalty + A.Inr(500_00)).Minor, story.Ledger[Accounts.Waivers]);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void GoodwillCredit_AboveWhatIsDue_LowersThePrincipal()
    {
        var story = OnFirstDue().Change(new GoodwillCredit(A.Inr(2_332_00)));

        Assert.Equal(A.Inr(90_000_00), Left(story));
        Assert.Equal(2_332_00, story.Ledger[Accounts.GoodwillCredits]);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void Dispute_UntilReleased_KeepsInterestOutOfIncome()
    {
        var story = OnFirstDue().Change(new Dispute());
        var income = story.Ledger[Accounts.InterestIncome];
        story.UntilMorningOf(new(2026, 7, 20));
        Assert.Equal(income, story.Ledger[Accounts.InterestIncome]);
        Assert.True(story.Loan.SuspendedInterest.IsPositive);

        story.Change(new HoldRelease());

        Assert.True(story.Loan.SuspendedInterest.IsZero);
        Assert.True(story.Ledger[Accounts.InterestIncome] < income);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void Payment_DuringADispute_MakesTheInterestItPaysIncome()
    {
        var story = OnFirstDue().Change(new Dispute()).UntilMorningOf(new(2026, 8, 1));
        var suspended = story.Loan.SuspendedInterest;

        story.Pay(A.Inr(500_00));

        Assert.Equal(suspended - A.Inr(500_00), story.Loan.SuspendedInterest);
    }

    [Fact]
    public void Freeze_OfTenDays_ChargesNoInterestForThem()
    {
        var frozen = OnFirstDue().Change(new Freeze(new(2026, 7, 10))).UntilMorningOf(new(2026, 8, 1));
        var plain = OnFirstDue().UntilMorningOf(new(2026, 8, 1));

        var (less, full) = (frozen.Loan.Instalments[1].InterestAccrued, plain.Loan.Instalments[1].InterestAccrued);
        Assert.InRange(less.Minor, full.Minor * 21 / 31 - 1, full.Minor * 21 / 31 + 1);
        Assert.Equal(less, frozen.Loan.Instalments[1].Interest);
    }

    [Fact]
    public void Settlement_PaidInTime_GivesUpTheRest()
    {
        var story = Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 12, 1)).Change(new Settlement(A.Inr(70_000_00), new(2026, 12, 31)));
        var owed = story.Payoff;

        story.Pay(A.Inr(70_000_00));

        Assert.Equal((AccountState.Completed, Closure.Settled), (story.Loan.Account, story.Loan.Closure));
        Assert.Equal((owed - A.Inr(70_000_00)).Minor, story.Ledger[Accounts.LoansWrittenOff]);
        Assert.Equal(owed - A.Inr(70_000_00), story.Loan.WrittenOff);
    }

    [Fact]
    public void WriteOff_ThenMoney_IsARecovery()
    {
        var story = Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 12, 1));
        var owed = story.Payoff;

        story.Change(new WriteOff()).Pay(A.Inr(5_000_00));

        Assert.Equal((AccountState.WrittenOff, Closure.WrittenOff), (story.Loan.Account, story.Loan.Closure));
        Assert.Equal(owed.Minor, story.Ledger[Accounts.LoansWrittenOff]);
        Assert.Equal(-5_000_00, story.Ledger[Accounts.Recoveries]);
        Assert.Equal(A.Inr(5_000_00), story.Loan.Recovered);
    }

    [Fact]
    public void WriteOff_ThenMoreMoneyThanWasLost_KeepsTheRestForTheCustomer()
    {
        var story = Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 12, 1)).Change(new WriteOff());
        var loss = story.Loan.WrittenOff;

        story.Pay(loss - A.Inr(100_00), "most").Pay(A.Inr(700_00), "more").Pay(A.Inr(50_00), "still more");

        Assert.Equal((-loss.Minor, -650_00), (story.Ledger[Accounts.Recoveries], story.Ledger[Accounts.CustomerAdvances]));
        Assert.Equal((loss, A.Inr(650_00)), (story.Loan.Recovered, story.Loan.Advance));
        story.Change(new PaymentReversal("more", ReversalCause.Bounced));
        Assert.Equal((loss - A.Inr(100_00), A.Inr(50_00)), (story.Loan.Recovered, story.Loan.Advance));
        Assert.Equal((-(loss.Minor - 100_00), -50_00), (story.Ledger[Accounts.Recoveries], story.Ledger[Accounts.CustomerAdvances]));
    }

    /// <summary>Cheques are recorded by hand also for what was written off, and bounce also then.</summary>
    [Fact]
    public void WriteOff_ThenMoneyByHandThatBounces_IsNoRecoveryAnyMore()
    {
        var story = Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 12, 1)).Change(new WriteOff());
        var loss = story.Loan.WrittenOff;
        Assert.Null(story.Ask(new RequestPaymentLink(loss, 3), A.Omar).Refusal);
        Assert.Equal(new PaymentTooLarge(loss), story.Ask(new RequestPaymentLink(loss + A.Inr(1), 3), A.Omar).Refusal);

        story.Do(new ProposePayment("cheque", A.Inr(5_000_00), "cheque", "001", story.Today, "counter"), A.Omar).Do(new ApprovePayment("cheque"), A.Lata);
        Assert.Equal(-5_000_00, story.Ledger[Accounts.Recoveries]);
        Assert.Equal(new PaymentTooLarge(loss - A.Inr(5_000_00)), story.Ask(new RequestPaymentLink(loss, 3), A.Omar).Refusal);
        story.Change(new PaymentReversal("cheque", ReversalCause.Bounced));

        Assert.Equal((0, 0, A.Inr(0)), (story.Ledger[Accounts.Recoveries], story.Ledger[Accounts.CollectionClearing], story.Loan.Recovered));
        Assert.Equal((AccountState.WrittenOff, loss), (story.Loan.Account, story.Loan.WrittenOff));
        Assert.Equal(new PaymentNotBooked(), story.Ask(new ProposeChange("again", new PaymentReversal("cheque", ReversalCause.Bounced), "x"), A.Omar).Refusal);
    }

    [Fact]
    public void Reversal_OfMoneyFromBeforeTheWriteOff_IsRefused()
    {
        var story = OnFirstDue().Pay(A.Inr(1_000_00), "before").Change(new WriteOff());

        Assert.Equal(new LaterEventsInTheWay(), story.Ask(new ProposeChange("c", new PaymentReversal("before", ReversalCause.Bounced), "x"), A.Omar).Refusal);
    }

    [Fact]
    public void Reversal_OfMoneyThatCameAfterACancellation_TakesItFromWhatIsKept()
    {
        var story = Story.Active(A.Emi, Amount, 12).Change(new Cancellation(CancellationReason.Returned)).Pay(A.Inr(700_00), "late").Pay(A.Inr(300_00), "later");

        story.Change(new PaymentReversal("late", ReversalCause.Bounced));
        Assert.Equal((A.Inr(300_00), -300_00), (story.Loan.Advance, story.Ledger[Accounts.CustomerAdvances]));

        story.Change(new AdvanceRefund(A.Inr(300_00), "utr"));
        Assert.Equal(new LaterEventsInTheWay(), story.Ask(new ProposeChange("c", new PaymentReversal("later", ReversalCause.Bounced), "x"), A.Omar).Refusal);
    }

    [Fact]
    public void Termination_MakesEverythingDueToday()
    {
        var story = OnFirstDue().UntilMorningOf(new(2026, 7, 16));
        var owed = story.Payoff;

        story.Change(new ContractTermination());

        Assert.Equal(owed, LoanFigures.Of(story.Loan, story.Today).DueNow);
        story.UntilMorningOf(new(2026, 7, 18));
        Assert.Equal(2, LoanFigures.DpdOf(story.Loan, story.Today));
        AssertRepaysInFull(story);
    }

    [Fact]
    public void Termination_AfterAReAmortisation_KeepsTheFeeThatIsOwed()
    {
        var product = A.Emi with { Fees = [.. A.Emi.Fees, new FeeTerms("service", "Service", null, A.Inr(100_00), 18m) { When = FeeTime.EachInstalment }] };
        var story = Story.Active(product, Amount, 12);
        story.UntilMorningOf(story.Loan.Instalments[0].Due.AddDays(10));

        story.Change(new ReAmortisation()).Change(new ContractTermination());

        Assert.Equal(A.Inr(118_00), story.Loan.Instalments[^1].PostedFeeLeft);
    }

    [Theory, InlineData(CancellationReason.Returned, 0), InlineData(CancellationReason.Fraud, 97_140_00)]
    public void Cancellation_TakesBackIncomeAndKeepsWhatWasPaidForTheBorrower(CancellationReason reason, long loss)
    {
        var story = OnFirstDue().UntilMorningOf(new(2026, 7, 16));

        story.Change(new Cancellation(reason));

        Assert.Equal(AccountState.Cancelled, story.Loan.Account);
        Assert.Equal(A.Inr(9_168_00), story.Loan.Advance);
        Assert.Equal((0, 0, 0), (story.Ledger[Accounts.InterestIncome], story.Ledger[Accounts.FeeIncome], story.Ledger[Accounts.GstPayable]));
        Assert.Equal(loss, story.Ledger[Accounts.LoansWrittenOff]);

        story.Change(new AdvanceRefund(A.Inr(9_168_00), "utr-9"));
        Assert.True(story.Loan.Advance.IsZero);
    }

    [Theory, InlineData(CancellationReason.Returned, 0, 0), InlineData(CancellationReason.Death, 5_000_00, 92_140_00)]
    public void Cancellation_AfterGoodwill_OwesTheBorrowerNothing(CancellationReason reason, long goodwill, long loss)
    {
        var story = Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 6, 10)).Change(new GoodwillCredit(A.Inr(5_000_00)));

        story.Change(new Cancellation(reason));

        Assert.True(story.Loan.Advance.IsZero);
        Assert.Equal((goodwill, loss), (story.Ledger[Accounts.GoodwillCredits], story.Ledger[Accounts.LoansWrittenOff]));
        Assert.Equal((0, 0), (story.Ledger[Accounts.InterestIncome], story.Ledger[Accounts.FeeIncome]));
    }

    [Fact]
    public void Cancellation_AfterAChargedPrepayment_GivesAllOfItBack()
    {
        var product = A.Emi with { Prepayment = new PrepaymentTerms(4m, 4m, 18m) };
        var story = Story.Active(product, Amount, 12).UntilMorningOf(new(2026, 6, 10));
        story.Change(new PartPrepayment("pp", A.Inr(20_000_00), "upi", "r", PrepaymentEffect.ReduceInstalment));
        Assert.NotNull(story.Loan.EarlyFees);

        story.Change(new Cancellation(CancellationReason.Returned));

        Assert.Equal((A.Inr(20_000_00), null, null), (story.Loan.Advance, story.Loan.EarlyFees, story.Loan.EarlyTaxes));
        Assert.Equal((0, 0, 0), (story.Ledger[Accounts.InterestIncome], story.Ledger[Accounts.FeeIncome], story.Ledger[Accounts.GstPayable]));
    }

    [Fact]
    public void Reversal_OfAPayment_IsAsIfItHadNeverCome()
    {
        var without = Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 8, 20));
        var story = OnFirstDue("bounced").UntilMorningOf(new(2026, 8, 20));

        story.Change(new PaymentReversal("bounced", ReversalCause.Bounced));

        Assert.Equal(As.Json(without.Loan.Instalments), As.Json(story.Loan.Instalments));
        Assert.Equal(without.Loan.Dpd, story.Loan.Dpd);
        Assert.Equal(without.Payoff, story.Payoff);
        Assert.DoesNotContain("bounced", story.Loan.ReceivedPayments);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void Reversal_OfTheMoneyThatClosedAFrozenLoan_CountsTheNightsItThenStoodStill()
    {
        var without = Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 7, 10)).Change(new Freeze(null)).UntilMorningOf(new(2026, 8, 20));
        var story = Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 7, 10)).Change(new Freeze(null)).UntilMorningOf(new(2026, 7, 12));
        story.Pay(story.Payoff, "last").UntilMorningOf(new(2026, 8, 20));

        story.Change(new PaymentReversal("last", ReversalCause.Bounced));

        foreach (var each in new[] { without, story }) each.Change(new HoldRelease()).UntilMorningOf(new(2026, 9, 10));
        Assert.Equal(As.Json(without.Loan.Instalments), As.Json(story.Loan.Instalments));
        Assert.Equal((without.Loan.Dpd, As.Json(without.Loan.Frozen)), (story.Loan.Dpd, As.Json(story.Loan.Frozen)));
    }

    [Fact]
    public void Payment_ReportedAgainAfterItsReversal_IsKnownAndBooksNothing()
    {
        var story = OnFirstDue("bounced").UntilMorningOf(new(2026, 7, 10)).Change(new PaymentReversal("bounced", ReversalCause.Bounced));
        var amount = A.Inr(9_168_00);

        Assert.Equal(LoanDecision.Nothing, story.Ask(new ReceivePayment("bounced", amount, "upi", "ref"), A.System));
        Assert.IsType<PaymentTakenBack>(story.Ask(new ProposePayment("bounced", amount, "upi", "ref", story.Today, "came after all"), A.Ravi).Refusal);
        Assert.IsType<PaymentTakenBack>(story.Ask(new MatchPayment("bounced", amount, "upi", "ref", story.Today, "names the loan"), A.Omar).Refusal);
        Assert.IsType<CommandIdReused>(story.Refused(new PartPrepayment("bounced", amount, "NEFT", "r", PrepaymentEffect.ReduceTenure)));
        Assert.IsType<PaymentNotBooked>(story.Refused(new PaymentReversal("bounced", ReversalCause.Bounced)));
    }

    [Fact]
    public void Payment_RecordedAnewAfterAReversal_StandsWhenTheLoanIsWorkedOutAgain()
    {
        var story = OnFirstDue("bounced").UntilMorningOf(new(2026, 7, 10)).Change(new PaymentReversal("bounced", ReversalCause.Bounced));
        story.Pay(A.Inr(9_168_00), "anew").UntilMorningOf(new(2026, 7, 12));
        var payoff = story.Payoff;

        story.Do(new ProposePayment("late", A.Inr(100_00), "cash", "r", new(2026, 7, 11), "counter"), A.Ravi).Do(new ApprovePayment("late"), A.Lata);

        Assert.InRange(story.Payoff.Minor, payoff.Minor - 100_00 - 100, payoff.Minor - 100_00 + 100);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void Payment_BookedTwiceUnderOneIdInAnOldHistory_LosesOnlyTheOneTakenBack()
    {
        var story = OnFirstDue("same").UntilMorningOf(new(2026, 7, 10)).Change(new PaymentReversal("same", ReversalCause.Bounced));
        story.Put(story.Loan with { ReversedPayments = null }).Pay(A.Inr(9_168_00), "same").UntilMorningOf(new(2026, 7, 12));
        var payoff = story.Payoff;

        story.Do(new ProposePayment("late", A.Inr(100_00), "cash", "r", new(2026, 7, 11), "counter"), A.Ravi).Do(new ApprovePayment("late"), A.Lata);

        Assert.InRange(story.Payoff.Minor, payoff.Minor - 100_00 - 100, payoff.Minor - 100_00 + 100);
    }

    [Fact]
    public void Reversal_OfTheClosingPayment_OpensTheLoanAgain()
    {
        var story = OnFirstDue();
        story.Do(new ReceivePayment("last", story.Payoff, "upi", "ref"), A.System).Do(new IssueCertificate("cert-1", "ff"), A.System);

        story.Change(new PaymentReversal("last", ReversalCause.Chargeback));

        Assert.Equal(AccountState.Active, story.Loan.Account);
        Assert.Null(story.Loan.CertificateId);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void Payment_ThatCameEarlier_CountsFromItsDay()
    {
        var onTime = OnFirstDue().UntilMorningOf(new(2026, 7, 20));
        var story = Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 7, 20));
        Assert.True(story.Loan.Instalments[0].PenaltyAccrued.IsPositive);

        story.Do(new ProposePayment("late-news", A.Inr(9_168_00), "cash", "r-1", new(2026, 7, 1), ""), A.Ravi).Do(new ApprovePayment("late-news"), A.Lata);

        Assert.Equal(As.Json(onTime.Loan.Instalments), As.Json(story.Loan.Instalments));
        Assert.True(story.Ledger[Accounts.PenaltyIncome] == 0);
        Assert.Equal(0, story.Loan.Dpd);
    }

    [Fact]
    public void Change_ByItsMaker_NeedsASecondPerson()
    {
        var story = OnFirstDue().Do(new ProposeChange("c", new RateChange(12m), "asked for"), A.Lata);

        Assert.IsType<SecondPersonNeeded>(story.Ask(new ApproveChange("c"), A.Lata).Refusal);
        Assert.IsType<ChangeWaiting>(story.Ask(new ProposeChange("d", new RateChange(13m), "asked for"), A.Omar).Refusal);
        Assert.IsType<ChangeNotFound>(story.Ask(new ApproveChange("d"), A.Omar).Refusal);
        story.Do(new RejectChange("c", "not now"), A.System);
        Assert.Null(story.Loan.ProposedChange);
    }

    [Fact]
    public void Change_ThatDoesNotFit_IsRefusedByField()
    {
        var story = OnFirstDue();

        Assert.Equal("change.ratePercent", story.Refused(new RateChange(101m)).Field);
        Assert.Equal("change.instalments", story.Refused(new TenureExtension(0)).Field);
        Assert.Equal("change.nextDue", story.Refused(new DueDateMove(story.Today)).Field);
        Assert.Equal("change.amount", story.Refused(new PenaltyWaiver(A.Inr(1))).Field);
        Assert.Equal("change.payBy", story.Refused(new Settlement(A.Inr(1), story.Today.AddDays(-1))).Field);
        Assert.IsType<NothingOverdue>(story.Refused(new ReAmortisation()));
        Assert.IsType<PaymentNotBooked>(story.Refused(new PaymentReversal("nobody", ReversalCause.Fraud)));
        Assert.IsType<HoldStands>(story.Refused(new HoldRelease()));
        Assert.IsType<NotForPayday>(Story.Active(A.Payday, A.Inr(20_000_00), 10).Refused(new TenureExtension(1)));
    }

    [Fact]
    public void Preview_OfARateChange_ShowsWhatItWillDo()
    {
        var story = OnFirstDue();

        var preview = ChangePreviews.Of(story.Loan, new RateChange(12m), story.Now(A.Omar)).Value!;
        story.Change(new RateChange(12m));

        Assert.Equal(As.Json(story.Loan.Instalments), As.Json(preview.After.Instalments));
        Assert.Equal(A.Inr(9_168_00), preview.Before.Instalment);
        Assert.Equal(A.Inr(8_905_80), preview.After.Instalment);
    }

    [Fact]
    public void Foreclosure_WithACharge_AsksForItUnlessItIsFree()
    {
        var product = A.Emi with { Prepayment = new PrepaymentTerms(0m, 4m, 18m) { FreeAfterInstalments = 2 } };
        var story = Story.Active(product, Amount, 12);
        Assert.Equal(A.Inr(1_00_000_00), LoanFigures.Of(story.Loan, story.Today, product).Payoff); // In the cooling-off days.
        story.UntilMorningOf(new(2026, 7, 1)).Pay(A.Inr(9_168_00));

        var figures = LoanFigures.Of(story.Loan, story.Today, product);
        Assert.Equal(A.Inr(4_358_07), figures.EarlyCharge); // 4 % of 92,332.00 is 3,693.28, and 664.79 GST.
        story.Pay(figures.Payoff);

        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.True(story.Loan.Advance.IsZero);
    }

    [Fact]
    public void Excess_OfAProductThatReducesInstalments_LowersThePrincipal()
    {
        var story = Story.Active(A.Emi with { Excess = ExcessMoney.ReduceInstalment, Prepayment = new PrepaymentTerms(2m, 0m, 18m) }, Amount, 12)
            .UntilMorningOf(new(2026, 7, 1)).Pay(A.Inr(19_168_00));

        // 10,000 beyond what is due holds a charge of 195.39 and 35.17 GST.
        Assert.Equal(A.Inr(92_332_00 - 9_769_44), Left(story));
        Assert.True(story.Loan.Advance.IsZero);
        AssertRepaysInFull(story);
    }

    [Fact]
    public void Waterfall_PrincipalFirstOverAllInstalments_LeavesInterestForLast()
    {
        var order = new Waterfall([Lending.Domain.Engine.DebtKind.Principal, Lending.Domain.Engine.DebtKind.Interest, Lending.Domain.Engine.DebtKind.Fee, Lending.Domain.Engine.DebtKind.Penalty], Lending.Domain.Engine.PaymentDirection.Vertical);
        var story = Story.Active(A.Emi with { Waterfall = order }, Amount, 12).UntilMorningOf(new(2026, 8, 1));
        var principal = story.Loan.Instalments[0].Principal + story.Loan.Instalments[1].Principal;

        story.Pay(principal);

        Assert.All(story.Loan.Instalments.Take(2), instalment => Assert.True(instalment.PrincipalLeft.IsZero && instalment.PaidInterest.IsZero));
        AssertRepaysInFull(story);
    }

    [Fact]
    public void PaymentLink_OfALoanInDispute_IsRefused()
    {
        var story = OnFirstDue().Change(new Dispute());

        Assert.Equal(new LoanOnHold(HoldKind.Disputed), story.Ask(new RequestPaymentLink(A.Inr(100_00), 3), A.Ravi).Refusal);
        story.Pay(A.Inr(100_00));
    }

    [Fact]
    public void Payment_OfEarlierDaysOnARepaidLoan_KeepsItClosed()
    {
        var story = OnFirstDue();
        story.Do(new ReceivePayment("last", story.Payoff, "upi", "ref"), A.System).Do(new IssueCertificate("cert-1", "ff"), A.System).UntilMorningOf(new(2026, 7, 20));

        story.Do(new MatchPayment("twice", A.Inr(1_000_00), "cash", "r", new(2026, 6, 20), "paid twice"), A.Ravi).Do(new ApprovePayment("twice"), A.Lata);

        Assert.Equal((AccountState.Completed, "cert-1"), (story.Loan.Account, story.Loan.CertificateId));
        Assert.True(story.Loan.Advance >= A.Inr(1_000_00));
    }

    private static Story OnFirstDue(string payment = "first") =>
        Story.Active(A.Emi, Amount, 12).UntilMorningOf(new(2026, 7, 1)).Do(new ReceivePayment(payment, A.Inr(9_168_00), "upi", "ref"), A.System);

    private static Money Total(Instalment instalment) => instalment.Principal + instalment.Interest;

    private static Money Left(Story story) => LoanFigures.Of(story.Loan, story.Today).PrincipalOutstanding;

    /// <summary>Paid on every due date from here on, the loan ends, and nothing is left in the books.</summary>
    private static void AssertRepaysInFull(Story story)
    {
        while (story.Loan.Account is AccountState.Active)
        {
            var due = LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow;
            if (due.IsPositive) story.Pay(due);
            else story.CloseThrough(story.Today);
        }

        Assert.Equal((AccountState.Completed, Closure.Repaid), (story.Loan.Account, story.Loan.Closure));
        Assert.All(story.Loan.Instalments, instalment => Assert.True(instalment.IsPaid));
        Assert.Equal(0, story.Ledger[Accounts.Principal]);
    }
}
