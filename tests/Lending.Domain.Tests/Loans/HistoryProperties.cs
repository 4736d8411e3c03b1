namespace Lending.Domain.Tests.Loans;

/// <summary>
/// Random loans live random lives: pay, skip, pay in part, ahead and late, by gateway and by hand. A failure prints the seed that makes it again.
/// Story checks after every event that the ledger balances and equals the state.
/// </summary>
public sealed class HistoryProperties
{
    [Cases]
    public void Life_WithRandomPayments_KeepsLedgerAndStateEqualAndEndsSettled(int seed)
    {
        var random = new Random(seed);
        var story = RandomStory(random);
        Live(story, random);
        PayOff(story);

        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.All(story.Loan.Instalments, i => Assert.True(i.IsPaid && i.Interest == i.PaidInterest));
        Assert.Equal(0, story.Ledger[Accounts.Principal]);
        Assert.Equal(0, story.Ledger[Accounts.InterestReceivable]);
        Assert.Equal(0, story.Ledger[Accounts.PenaltyReceivable]);
        Assert.Equal(0, story.Ledger[Accounts.InterestSuspense]);
        Assert.Equal(0, story.Ledger[Accounts.ProvisionForLoans]);
        AssertSamePlusJson(story);
    }

    [Cases]
    public void Life_ReplayedAtAnyPoint_EqualsTheStateLivedThrough(int seed)
    {
        var random = new Random(seed);
        var story = RandomStory(random);
        Live(story, random);

        AssertSamePlusJson(story);
    }

    [Cases]
    public void Life_PaidOnTheDay_PostsExactlyTheContractedInterestAndNoPenalty(int seed)
    {
        var random = new Random(seed);
        var story = RandomStory(random);
        var contracted = story.Loan.Instalments.Sum(i => i.Interest.Minor);
        foreach (var instalment in story.Loan.Instalments)
        {
            story.UntilMorningOf(instalment.PayBy);
            var due = LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow;
            if (due.IsPositive) story.Pay(due);
        }

        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.Equal(contracted, -story.Ledger[Accounts.InterestIncome]);
        Assert.Equal(0, story.Ledger[Accounts.PenaltyIncome]);
        Assert.Equal(0, story.Loan.Dpd);
    }

    [Cases]
    public void Life_NeverPaid_PostsExactlyTheContractedInterest(int seed)
    {
        var story = RandomStory(new Random(seed));
        var last = story.Loan.Instalments[^1];

        story.CloseThrough(last.PayBy.AddDays(40));

        Assert.Equal(story.Loan.Instalments.Sum(i => i.Interest.Minor), -story.Ledger[Accounts.InterestIncome] - story.Ledger[Accounts.InterestSuspense]);
        Assert.All(story.Loan.Instalments, i => Assert.Equal(i.Interest, i.InterestAccrued));
        if (story.Product.Penalty.Cap is { } cap)
            Assert.True(-story.Ledger[Accounts.PenaltyIncome] <= cap.Minor);
    }

    [Cases(2_000)]
    public void Life_WithAChargeForClosing_EndsOnceNothingIsOwedAndNeverOpensForMoreMoney(int seed)
    {
        // Story asserts after every command that no loan runs with nothing owed.
        var random = new Random(seed);
        var product = RandomProducts.Any(random) with { Prepayment = new PrepaymentTerms(random.Next(3), random.Next(1, 1000) / 100m, 18m) };
        if (product.Plan is RepaymentPlan.Emi) product = product with { Excess = RandomSettings.AnyExcess(random) };
        var story = Story.Active(product, A.Inr(random.NextInt64(product.AmountMin.Minor, product.AmountMax.Minor)), random.Next(1, 30), A.Saffron with { Settings = A.Saffron.Settings with { MinimumLoan = A.Inr(1) } });
        for (var turn = 0; turn < 12; turn++)
        {
            story.CloseThrough(story.Today.AddDays(random.Next(0, 25)));
            var (repaid, owed, payoff) = (story.Loan.Account is AccountState.Completed, story.Payoff, LoanFigures.PayoffOf(story.Loan, product, story.Today));
            switch (repaid ? 0 : random.Next(6))
            {
                case 0:
                    var on = story.Today.AddDays(-random.Next(story.Today.DayNumber - story.Loan.DisbursedOn!.Value.DayNumber + 1));
                    story.Do(new MatchPayment($"m-{turn}", A.Inr(random.NextInt64(1, Math.Max(2, payoff.Minor / 3))), "neft", "r", on, "found"), A.Omar).Do(new ApprovePayment($"m-{turn}"), A.Lata);
                    break;
                case 1 when LoanFigures.Of(story.Loan, story.Today, product).PenaltyDue is { IsPositive: true } penalty: story.Change(new PenaltyWaiver(Some(penalty))); break;
                case 2 when LoanFigures.Of(story.Loan, story.Today, product).InterestDue is { IsPositive: true } interest: story.Change(new InterestWaiver(Some(interest))); break;
                case 3 when owed.Minor > 1: story.Change(new GoodwillCredit(Some(owed - A.Inr(1)))); break;
                case 4 when owed.IsPositive: story.Pay(A.Inr(random.NextInt64(owed.Minor, payoff.Minor + 1))); break;
                default: story.Pay(A.Inr(random.NextInt64(1, Math.Max(2, owed.Minor / 2)))); break;
            }

            if (repaid) Assert.Equal(AccountState.Completed, story.Loan.Account);
        }

        Money Some(Money most) => random.Next(2) == 0 ? most : A.Inr(random.NextInt64(1, most.Minor + 1));
    }

    [Cases]
    public void Life_PaidOnAnyDay_HasPartsThatAddUpToTheMoney(int seed)
    {
        var random = new Random(seed);
        var story = RandomStory(random);
        Live(story, random);
        if (story.Loan.Account is not AccountState.Active) return;
        var on = story.Today.AddDays(-random.Next(story.Today.DayNumber - story.Loan.DisbursedOn!.Value.DayNumber + 1));
        var amount = A.Inr(random.NextInt64(1, Math.Max(2, story.Payoff.Minor)));
        if (story.Ask(new ProposePayment("by-hand", amount, "cash", "receipt", on, "counter"), A.Ravi) is { Refusal: null } proposal)
            foreach (var @event in proposal.Events) story.Happen(@event);
        if (story.Ask(new ApprovePayment("by-hand"), A.Lata) is not { Refusal: null } booked) return;

        var parts = PaymentParts.Of(story.Loan, booked.Events)!;

        Assert.Equal(amount, parts.Penalty + parts.Fees + parts.Interest + parts.Principal + parts.EarlyCharge + parts.Recovered + parts.Advance);
        Assert.Equal(booked.Events.OfType<LoanCompleted>().Any(), parts.Closes);
    }

    private static void AssertSamePlusJson(Story story)
    {
        var replayed = LoanEvolution.Replay(story.Events);
        Assert.Equal(As.Json(story.Loan), As.Json(replayed));
        Assert.Equal(As.Json(story.Loan), As.Json(As.Copy(story.Loan)));
        Assert.Equal(story.Events.Count, story.Loan.Version);
    }

    internal static Story RandomStory(Random random)
    {
        var product = RandomProducts.Any(random);
        var brand = A.Saffron with
        {
            BusinessDate = A.Day.AddDays(random.Next(800)),
            Settings = A.Saffron.Settings with
            {
                SundayOff = random.Next(2) == 0,
                Holidays = [.. Enumerable.Range(0, random.Next(20)).Select(_ => A.Day.AddDays(random.Next(1500)))],
                MinimumLoan = A.Inr(1),
            },
        };
        var amount = A.Inr(random.NextInt64(product.AmountMin.Minor, product.AmountMax.Minor));
        return Story.Active(product, amount, random.Next(product.TenureMin, product.TenureMax + 1), brand);
    }

    internal static void Live(Story story, Random random)
    {
        var days = random.Next(1, 500);
        for (var day = 0; day < days && story.Loan.Account is AccountState.Active; day++)
        {
            // Now and then day end is behind and a payment has to catch up.
            if (random.Next(8) == 0) story.Brand = story.Brand with { BusinessDate = story.Brand.BusinessDate.AddDays(random.Next(1, 5)) };
            else story.CloseThrough(story.Today);
            if (story.Loan.Account is AccountState.Active && random.Next(12) == 0) PaySomething(story, random);
        }
    }

    private static void PaySomething(Story story, Random random)
    {
        var figures = LoanFigures.Of(story.Loan, story.Today, story.Product);
        var amount = random.Next(6) switch
        {
            0 when figures.DueNow.IsPositive => figures.DueNow,
            1 when figures.NextDue is { Amount.IsPositive: true } next => next.Amount,
            2 => figures.Payoff,
            _ => A.Inr(random.NextInt64(1, Math.Max(2, figures.Payoff.Minor / 4))),
        };
        if (!amount.IsPositive) amount = A.Inr(1);
        if (random.Next(4) > 0 || amount > figures.Payoff)
        {
            story.Pay(amount);
            return;
        }

        var id = $"hand-{story.Events.Count}";
        story.Do(new ProposePayment(id, amount, "cash", "receipt", story.Today, "counter"), A.Ravi);
        if (random.Next(3) == 0) story.CloseThrough(story.Today);
        if (random.Next(5) == 0) story.Do(new RejectPayment(id, "not found"), A.Lata);
        else story.Do(new ApprovePayment(id), A.Lata);
    }

    private static void PayOff(Story story)
    {
        story.CloseThrough(story.Today);
        if (story.Loan.Account is AccountState.Active) story.Pay(Money.Max(story.Payoff, A.Inr(1)));
    }
}
