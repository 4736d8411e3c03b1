namespace Lending.Domain.Tests.Loans;

/// <summary>What was waived or credited stays given up, as far as it is owed, when the loan is worked out again; on Rs 1,00,000 over 12 months from 1 June 2026.</summary>
public sealed class GivenUpBeforeTests
{
    [Fact]
    public void PenaltyWaiver_BeforeMoneyOfAnEarlierDay_StillCoversWhatArose()
    {
        var story = OnDay(new(2026, 8, 20));
        story.Change(new PenaltyWaiver(Penalty(story))).UntilMorningOf(new(2026, 8, 21));
        var night = Penalty(story);

        Found(story, A.Inr(1_000_00), new(2026, 7, 20));

        // The penalty of the first 19 nights was paid, that of the others is waived but for the night since.
        Assert.True(night.IsPositive);
        Assert.InRange(Penalty(story).Minor, 1, night.Minor);
        Assert.True(story.Loan.Instalments[0].PaidPenalty.IsPositive);
    }

    [Fact]
    public void PenaltyWaiver_BeforeAPaymentIsTakenBack_StillCoversItsAmount()
    {
        var story = OnDay(new(2026, 7, 10));
        story.Pay(A.Inr(2_000_00), "bad").UntilMorningOf(new(2026, 8, 20));
        var waived = Penalty(story);
        story.Change(new PenaltyWaiver(waived)).Change(new PaymentReversal("bad", ReversalCause.Bounced));

        var without = OnDay(new(2026, 8, 20));
        Assert.Equal(Penalty(without) - waived, Penalty(story));
    }

    [Fact]
    public void InterestWaiver_BeforeMoneyOfAnEarlierDay_LeavesNoInterest()
    {
        var story = OnDay(new(2026, 7, 10));
        story.Change(new InterestWaiver(story.Loan.Instalments[0].InterestLeft)).UntilMorningOf(new(2026, 7, 12));

        Found(story, A.Inr(500_00), new(2026, 7, 1));

        Assert.Equal((A.Inr(0), A.Inr(500_00)), (story.Loan.Instalments[0].InterestLeft, story.Loan.Instalments[0].PaidInterest));
    }

    [Fact]
    public void Goodwill_BeforeMoneyOfAnEarlierDay_StillPaysWhatIsLeft()
    {
        var story = OnDay(new(2026, 6, 10), A.Emi with { Excess = ExcessMoney.ReduceInstalment });
        story.Change(new GoodwillCredit(A.Inr(90_000_00))).UntilMorningOf(new(2026, 6, 12));

        Found(story, A.Inr(30_000_00), new(2026, 6, 5));

        Assert.Equal((A.Inr(0), AccountState.Completed, A.Inr(0)), (story.Payoff, story.Loan.Account, story.Loan.Advance));
        Assert.InRange(story.Loan.Goodwill!.Value.Minor, 70_000_00, 71_000_00);
        Assert.Equal(story.Loan.Goodwill.Value.Minor, story.Ledger[Accounts.GoodwillCredits]);
        Assert.IsType<LoanCompleted>(story.Events[^1]);
    }

    [Fact]
    public void PenaltyWaiver_ThatFallsAwayAndComesBack_IsNoIncomeAndNoLossMeanwhile()
    {
        var story = OnDay(new(2026, 8, 20));
        var waived = Penalty(story);
        story.Change(new PenaltyWaiver(waived)).UntilMorningOf(new(2026, 8, 25));
        var inOrder = OnDay(new(2026, 6, 30)).Pay(A.Inr(30_000_00), "found").UntilMorningOf(new(2026, 8, 25));
        var (income, loss) = (story.Ledger[Accounts.PenaltyIncome], story.Ledger[Accounts.Waivers]);
        Assert.Equal(waived.Minor, loss);

        // Paid in time, nothing was ever late.
        Found(story, A.Inr(30_000_00), new(2026, 6, 30));
        Assert.Equal((0, 0), (story.Ledger[Accounts.PenaltyIncome], story.Ledger[Accounts.Waivers]));
        AssertSameBooks(inOrder, story);

        story.Change(new PaymentReversal("found", ReversalCause.Bounced));
        Assert.Equal((income, loss), (story.Ledger[Accounts.PenaltyIncome], story.Ledger[Accounts.Waivers]));
    }

    [Fact]
    public void InterestWaiver_OfLessThanWasWaived_IsIncomeThatThePaymentPaid()
    {
        var story = OnDay(new(2026, 7, 10));
        story.Change(new InterestWaiver(Interest(story))).UntilMorningOf(new(2026, 7, 12));
        var inOrder = OnDay(new(2026, 7, 1)).Pay(A.Inr(500_00), "found").UntilMorningOf(new(2026, 7, 10));
        inOrder.Change(new InterestWaiver(Interest(inOrder))).UntilMorningOf(new(2026, 7, 12));

        Found(story, A.Inr(500_00), new(2026, 7, 1));

        AssertSameBooks(inOrder, story);
    }

    [Fact]
    public void Goodwill_BeforeAChargeOffThatMoneyOfAnEarlierDayUndoes_IsStillGoodwill()
    {
        var story = OnDay(new(2026, 6, 10), A.Emi with { Excess = ExcessMoney.ReduceInstalment });
        story.Change(new GoodwillCredit(A.Inr(90_000_00))).UntilMorningOf(new(2026, 6, 12)).Change(new ChargeOff(ChargeOffKind.Regular));

        Found(story, A.Inr(30_000_00), new(2026, 6, 5));

        Assert.Equal((AccountState.Completed, 0L, 0L), (story.Loan.Account, story.Ledger[Accounts.LoansChargedOff], story.Ledger[Accounts.ChargedOffLoans]));
        Assert.Equal(story.Loan.Goodwill!.Value.Minor, story.Ledger[Accounts.GoodwillCredits]);
    }

    /// <summary>Waivers in three histories of one loan: the money came in order, was heard of later, and was taken back again.</summary>
    [Cases(2_000)]
    public void MoneyOfAnEarlierDay_AfterWaivers_LeavesTheBooksAsIfItHadComeInOrderAndThenAsIfNever(int seed)
    {
        var random = new Random(seed);
        var product = A.Emi with { SuspendInterestWhenNpa = random.Next(2) == 0, DaysToNpa = random.Next(2) == 0 ? 20 : 90, Excess = (ExcessMoney)random.Next(3) };
        Story inOrder = OnDay(A.Day, product), never = OnDay(A.Day, product), later = OnDay(A.Day, product);
        var came = A.Day.AddDays(random.Next(100));
        var last = came.AddDays(1 + random.Next(80));
        var amount = A.Inr(random.NextInt64(1, random.Next(2) == 0 ? 20_000_00 : 3_000_00));
        for (var day = A.Day; day < last; day = day.AddDays(1))
        {
            foreach (var each in (Story[])[inOrder, never, later]) each.UntilMorningOf(day);
            if (day == came) inOrder.Pay(amount, "found");
            else if (random.Next(10) == 0) Waive(Penalty, static sum => new PenaltyWaiver(sum), random.Next(1, 101));
            else if (random.Next(10) == 0) Waive(Interest, static sum => new InterestWaiver(sum), random.Next(1, 101));
            else if (day > came && random.Next(30) == 0) Hold();
        }

        foreach (var each in (Story[])[inOrder, never, later]) each.UntilMorningOf(last);
        if (random.Next(4) == 0)
            foreach (var each in (Story[])[never, later]) each.Change(new ChargeOff(ChargeOffKind.Regular));
        Found(later, amount, came);
        if (later.Loan.ChargedOff is null) AssertSameBooks(inOrder, later);
        later.Change(new PaymentReversal("found", ReversalCause.Bounced));
        AssertSameBooks(never, later);

        // As much as is owed without the money, and with it what of that is owed.
        void Waive(Func<Story, Money> of, Func<Money, LoanChange> waiver, int percent)
        {
            var most = of(never);
            var sum = percent > 60 ? most : A.Inr(most.Minor * percent / 100);
            if (!sum.IsPositive) return;
            foreach (var each in (Story[])[inOrder, never, later])
                if (Money.Min(sum, of(each)) is { IsPositive: true } owed) each.Change(waiver(owed));
        }

        void Hold()
        {
            foreach (var each in (Story[])[inOrder, never, later]) each.Change(each.Loan.Hold is null ? new Dispute() : new HoldRelease());
        }
    }

    [Cases(500)]
    public void MoneyOfAnEarlierDay_AfterAnythingWasGivenUp_NeverRaisesWhatIsOwed(int seed)
    {
        var random = new Random(seed);
        var story = OnDay(A.Day.AddDays(random.Next(32, 100)), A.Emi with { Excess = RandomSettings.AnyExcess(random) });
        if (Penalty(story) is { IsPositive: true } penalty) story.Change(new PenaltyWaiver(random.Next(2) == 0 ? penalty : Some(penalty)));
        if (LoanFigures.Of(story.Loan, story.Today).InterestDue is { IsPositive: true } interest) story.Change(new InterestWaiver(random.Next(2) == 0 ? interest : Some(interest)));
        if (random.Next(2) == 0) story.Change(new GoodwillCredit(Some(story.Payoff - A.Inr(1))));
        story.UntilMorningOf(story.Today.AddDays(random.Next(1, 20)));
        var before = story.Payoff;

        Found(story, Some(A.Inr(50_000_00)), A.Day.AddDays(random.Next(0, story.Today.DayNumber - A.Day.DayNumber)));

        // Interest and penalty are rounded night by night, so a paisa or two can fall to the other side.
        Assert.True(story.Payoff <= before + A.Inr(5), $"{before} became {story.Payoff}");

        Money Some(Money most) => A.Inr(random.NextInt64(1, most.Minor + 1));
    }

    private static Story OnDay(DateOnly day, LoanProduct? product = null) => Story.Active(product ?? A.Emi, A.Inr(1_00_000_00), 12).UntilMorningOf(day);

    private static void Found(Story story, Money amount, DateOnly on) =>
        story.Do(new MatchPayment("found", amount, "neft", "r", on, "found"), A.Omar).Do(new ApprovePayment("found"), A.Lata);

    private static Money Interest(Story story) => A.Inr(story.Loan.Instalments.Sum(static row => row.AccruedInterestLeft.Minor));

    private static void AssertSameBooks(Story expected, Story story)
    {
        foreach (var account in Accounts.All) Assert.Equal((account.Name, expected.Ledger[account]), (account.Name, story.Ledger[account]));
    }

    private static Money Penalty(Story story) => LoanFigures.Of(story.Loan, story.Today).PenaltyDue;
}
