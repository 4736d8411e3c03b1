namespace Lending.Domain.Tests.Loans.Lines;

/// <summary>
/// Random lines live random lives: draws, payments now and with earlier days, nights, statements, blocks, limits, waivers. Story checks after every event that
/// the ledger balances and equals the state.
/// </summary>
public sealed class LineProperties
{
    [Cases]
    public void Life_WithEverything_KeepsLimitLedgerAndMinimum(int seed)
    {
        var random = new Random(seed);
        var story = RandomLine(random);
        for (var step = 0; step < 60 && story.Loan.Account is AccountState.Active; step++)
        {
            Step(story, random);
            AssertSound(story);
        }

        Assert.Equal(As.Json(story.Loan), As.Json(LoanEvolution.Replay(story.Events)));
        Assert.Equal(As.Json(story.Loan), As.Json(As.Copy(story.Loan)));
    }

    [Cases]
    public void Interest_OfDrawsAndPayments_IsTheSumOfItsNightsRoundedOnce(int seed)
    {
        var random = new Random(seed);
        var story = RandomLine(random);
        for (var night = random.Next(20, 200); night > 0 && story.Loan.Account is AccountState.Active; night--)
        {
            if (random.Next(8) == 0) TryDraw(story, random);
            if (random.Next(8) == 0) story.Pay(A.Inr(random.NextInt64(1, 20_000_00)));
            story.CloseThrough(story.Today);
        }

        var (loan, exact) = (Loan.None, 0m);
        foreach (var @event in story.Events)
        {
            if (@event is DayClosed) exact += loan.Instalments.Sum(row => row.PrincipalLeft.Minor) * story.Product.RatePercent / 100m / 365m;
            loan = LoanEvolution.Evolve(loan, @event);
        }

        var posted = story.Events.OfType<DayClosed>().SelectMany(day => day.Accruals).Sum(accrual => accrual.InterestPosted.Minor);
        Assert.InRange(posted - exact, -1m, 1m);
        Assert.Equal(posted, -story.Ledger[Accounts.InterestIncome] - story.Ledger[Accounts.InterestSuspense]);
    }

    [Cases]
    public void Payment_KnownLater_LeavesTheLineAsIfItHadComeOnItsDay(int seed)
    {
        var (early, late) = (RandomLine(new Random(seed)), RandomLine(new Random(seed)));
        var random = new Random(seed + 1);
        var amount = A.Inr(random.NextInt64(1, 15_000_00));
        var (drawn, came, known) = (random.Next(0, 5), random.Next(5, 60), random.Next(60, 120));
        var start = early.Today;
        var draw = A.Inr(random.NextInt64(1_000_00, 10_000_00));
        foreach (var story in new[] { early, late }) story.UntilMorningOf(start.AddDays(drawn)).Draw(draw);

        early.UntilMorningOf(start.AddDays(came)).Pay(amount, "p").UntilMorningOf(start.AddDays(known));
        late.UntilMorningOf(start.AddDays(known));
        if (amount > late.Payoff) return;
        late.Do(new ProposePayment("p", amount, "cash", "r", start.AddDays(came), "counter"), A.Ravi).Do(new ApprovePayment("p"), A.Lata);

        Assert.Equal(As.Json(early.Loan.Instalments), As.Json(late.Loan.Instalments));
        Assert.Equal((early.Loan.Advance, early.Payoff, Figures(early).Available), (late.Loan.Advance, late.Payoff, Figures(late).Available));
        foreach (var account in Accounts.All) Assert.Equal(early.Ledger[account], late.Ledger[account]);
        late.CloseThrough(late.Today.AddDays(40));
        early.CloseThrough(early.Today.AddDays(40));
        Assert.Equal(As.Json(early.Loan.Instalments), As.Json(late.Loan.Instalments));
    }

    /// <summary>
    /// A line of three months: draws that wait, are turned down, fail or are paid days later, over the end of its validity too, and payments that one of two offices hears of
    /// only when all is over, in any order.
    /// </summary>
    [Cases]
    public void Payments_KnownAfterTheEndInAnyOrder_LeaveTheLineAsIfTheyHadComeOnTheirDays(int seed)
    {
        var random = new Random(seed);
        var product = RandomProduct(random);
        product = product with { Line = product.Line! with { BlockWhileOverdue = false, DrawsWithoutApproval = A.Inr(20_000_00) }, SuspendInterestWhenNpa = false };
        var brand = A.Saffron with { Settings = A.Saffron.Settings with { MinimumLoan = A.Inr(1) } };
        Story early = Story.Opened(product, A.Inr(50_000_00), 3, brand), late = Story.Opened(product, A.Inr(50_000_00), 3, brand);
        Story[] both = [early, late];
        var (day, end) = (early.Today, early.Loan.Line!.ValidThrough);
        var (paid, answers) = (new List<(DateOnly On, Money Amount)>(), new List<(DateOnly On, string DrawId, bool Comes)>());
        for (; day <= end.AddDays(15) && early.Loan.Account is AccountState.Active; day = day.AddDays(1))
        {
            foreach (var story in both) story.UntilMorningOf(day);
            foreach (var (_, id, comes) in answers.Where(answer => answer.On == day)) AnswerDraw(both, id, comes);
            if (day <= end && random.Next(day > end.AddDays(-5) ? 3 : 15) == 0) AskForDraw();
            if (early.Loan.Account is not AccountState.Active || !early.Payoff.IsPositive || random.Next(10) > 0) continue;
            paid.Add((day, random.Next(3) == 0 ? early.Payoff : A.Inr(random.NextInt64(1, early.Payoff.Minor + 1))));
            early.Pay(paid[^1].Amount, $"p-{day:O}");
        }

        day = day.AddDays(random.Next(1, 10));
        foreach (var story in both) story.UntilMorningOf(day);
        foreach (var (on, amount) in paid.OrderBy(_ => random.Next()))
            late.Do(new MatchPayment($"p-{on:O}", amount, "upi", "ref", on, "found"), A.Omar).Do(new ApprovePayment($"p-{on:O}"), A.Lata);

        LineRestatingTests.AssertAlike(early, late);

        void AskForDraw()
        {
            var (by, amount) = (random.Next(3) == 0 ? A.Omar : A.Borrower(), A.Inr(random.NextInt64(1_000_00, 15_000_00)));
            if (both.Any(story => story.Ask(new RequestDraw($"d-{day:O}", amount, "IMPS"), by).Refusal is not null)) return;
            foreach (var story in both) story.Do(new RequestDraw($"d-{day:O}", amount, "IMPS"), by);
            answers.Add((day.AddDays(random.Next(1, 10)), $"d-{day:O}", random.Next(4) > 0));
        }
    }

    [Cases]
    public void Explanation_OfEveryFigure_AddsUp(int seed)
    {
        var random = new Random(seed);
        var story = RandomLine(random);
        for (var step = 0; step < 25 && story.Loan.Account is AccountState.Active; step++) Step(story, random);
        foreach (var figure in Enum.GetValues<ExplainedFigure>())
        {
            var explained = Explaining.Explain(figure, [.. story.Events], story.Product, story.Today);
            Assert.Equal(explained.Total.Minor, explained.Steps.Sum(step => step.Amount.Minor));
        }
    }

    [Cases]
    public void Projection_OfALine_RepaysTheWholeLimit(int seed)
    {
        var random = new Random(seed);
        var product = RandomProduct(random);
        var limit = A.Inr(random.NextInt64(product.AmountMin.Minor, product.AmountMax.Minor));
        var quote = Quotes.Of(product, limit, random.Next(product.TenureMin, 13), A.Day.AddDays(random.Next(800)), new BusinessCalendar(random.Next(2) == 0, []));

        Assert.Equal(limit.Minor, quote.Schedule.Sum(row => row.Principal.Minor));
        Assert.All(quote.Schedule, row => Assert.False(row.Principal.IsNegative || row.Interest.IsNegative));
        Assert.True(AnnualRates.AprPercentOf(product, quote) >= 0m);
    }

    private static LineFigures Figures(Story story) => LineFigures.Of(story.Loan, story.Today, story.Product)!;

    private static void AssertSound(Story story)
    {
        var (loan, figures) = (story.Loan, Figures(story));
        var owed = loan.Instalments.Sum(row => (row.PrincipalLeft + row.AccruedInterestLeft + row.PenaltyLeft).Minor);
        Assert.InRange(figures.MinimumDue.Minor, 0, owed);
        if (loan.Account is AccountState.Active)
            Assert.Equal(Math.Max(figures.Limit.Minor, (figures.Drawn + figures.UnderWay).Minor), (figures.Drawn + figures.UnderWay + figures.Available).Minor);
        Assert.False(owed > 0 && loan.Advance.IsPositive, "Money is kept although something is owed.");
        foreach (var made in story.Events.OfType<LineStatementMade>().TakeLast(1))
        {
            var sums = made.Sums;
            Assert.Equal(made.Closing, sums.Opening + sums.Drawn + sums.Interest + sums.Penalty - sums.Paid + made.Adjusted);
            Assert.True(made.MinimumDue <= Money.Max(made.Closing, A.Inr(0)) || made.Closing.IsNegative, "A statement asks for more than is owed.");
        }

        Assert.Equal(loan.Line!.Cycle.Number, loan.Instalments.Length);
    }

    internal static void Step(Story story, Random random)
    {
        switch (random.Next(16))
        {
            case 0 or 1 or 2: TryDraw(story, random); break;
            case 3: story.Pay(A.Inr(random.NextInt64(1, 30_000_00))); break;
            case 4: if (Figures(story).MinimumDue is { IsPositive: true } due) story.Pay(due); break;
            case 5: Try(story, new LimitChange(A.Inr(random.NextInt64(story.Product.AmountMin.Minor, story.Product.AmountMax.Minor)))); break;
            case 6: Try(story, random.Next(2) == 0 ? new LineBlocking("seen") : new LineUnblocking()); break;
            case 7: Try(story, random.Next(3) switch { 0 => new Freeze(null), 1 => new Dispute(), _ => new HoldRelease() }); break;
            case 8: Try(story, random.Next(2) == 0 ? new PenaltyWaiver(A.Inr(random.Next(1, 50_00))) : new InterestWaiver(A.Inr(random.Next(1, 50_00)))); break;
            case 9: Try(story, new GoodwillCredit(A.Inr(random.Next(1, 500_00)))); break;
            case 10: Try(story, random.Next(2) == 0 ? new RateChange(random.Next(0, 40)) : new MinimumPercentChange(random.Next(1, 101))); break;
            case 11: PayBefore(story, random); break;
            case 12: if (story.Loan.ReceivedPayments is [.., var last]) Try(story, new PaymentReversal(last, ReversalCause.Bounced)); break;
            default: story.CloseThrough(story.Today.AddDays(random.Next(0, 20))); break;
        }
    }

    private static void PayBefore(Story story, Random random)
    {
        var on = story.Today.AddDays(-random.Next(0, 40));
        if (on < story.Loan.DisbursedOn || !story.Payoff.IsPositive) return;
        var id = $"hand-{story.Events.Count}";
        story.Do(new ProposePayment(id, A.Inr(random.NextInt64(1, story.Payoff.Minor + 1)), "cash", "r", on, "counter"), A.Ravi);
        var decision = story.Ask(new ApprovePayment(id), A.Lata);
        if (decision.Refusal is null) story.Do(new ApprovePayment(id), A.Lata);
        else story.Do(new RejectPayment(id, "refused"), A.Lata);
    }

    private static void Try(Story story, LoanChange change)
    {
        var id = $"change-{story.Events.Count}";
        if (story.Ask(new ProposeChange(id, change, "why"), A.Omar).Refusal is null)
            story.Do(new ProposeChange(id, change, "why"), A.Omar).Do(new ApproveChange(id), A.Lata);
    }

    private static void TryDraw(Story story, Random random)
    {
        var id = $"draw-{story.Events.Count}";
        var amount = A.Inr(random.NextInt64(1_000_00, 25_000_00));
        var by = random.Next(3) == 0 ? A.Omar : A.Borrower();
        if (story.Ask(new RequestDraw(id, amount, "IMPS"), by).Refusal is not null) return;
        story.Do(new RequestDraw(id, amount, "IMPS"), by);
        if (random.Next(4) == 0) story.CloseThrough(story.Today.AddDays(random.Next(0, 3)));
        if (story.Loan.Line!.Draws.FirstOrDefault(draw => draw.DrawId == id) is not { } draw) return;
        if (draw.Reference is null)
        {
            if (random.Next(5) == 0 || story.Ask(new ApproveDraw(id, draw.Net), A.Lata).Refusal is not null)
            {
                story.Do(new ReturnDraw(id, "no"), A.Lata);
                return;
            }

            story.Do(new ApproveDraw(id, draw.Net), A.Lata);
        }

        var reference = story.Loan.Line!.Draws.Single(d => d.DrawId == id).Reference!;
        story.Do(random.Next(6) == 0 ? new FailDisbursement(reference, "closed") : new ConfirmDisbursement(reference, "utr"), A.System);
    }

    /// <summary>A draw that waits is approved where it still can be; the bank pays it then, or does not.</summary>
    private static void AnswerDraw(Story[] stories, string id, bool comes)
    {
        var draw = stories[0].Loan.Line!.Draws.Single(each => each.DrawId == id);
        var stays = draw.Reference is not null || stories.All(story => story.Ask(new ApproveDraw(id, draw.Net), A.Lata).Refusal is null);
        foreach (var story in stories)
        {
            if (!stays)
            {
                story.Do(new ReturnDraw(id, "too late"), A.Lata);
                continue;
            }

            if (draw.Reference is null) story.Do(new ApproveDraw(id, draw.Net), A.Lata);
            var reference = story.Loan.Line!.Draws.Single(each => each.DrawId == id).Reference!;
            story.Do(comes ? new ConfirmDisbursement(reference, "utr-" + id) : new FailDisbursement(reference, "closed"), A.System);
        }
    }

    private static LoanProduct RandomProduct(Random random)
    {
        var weekly = random.Next(3) == 0;
        return A.Line with
        {
            RatePercent = random.Next(0, 40), SuspendInterestWhenNpa = random.Next(2) == 0,
            Provision = random.Next(2) == 0 ? [] : [new(0, 0.4m), new(31, 10m), new(91, 25m)],
            Penalty = new PenaltyTerms(random.Next(0, 3) * 0.05m, random.Next(0, 4), random.Next(3) == 0 ? A.Inr(100_00) : null),
            Rounding = random.Next(2) == 0 ? MidpointRounding.AwayFromZero : MidpointRounding.ToEven,
            Line = A.Line.Line! with
            {
                Unit = weekly ? RepayUnit.Weeks : RepayUnit.Months, Every = random.Next(1, 3), DueDay = weekly || random.Next(2) == 0 ? null : random.Next(1, 32),
                DaysToDue = random.Next(1, 7), MinimumPercent = random.Next(1, 101), MinimumOf = (MinimumBase)random.Next(2),
                MinimumFloor = random.Next(2) == 0 ? null : A.Inr(random.Next(1, 1_000_00)), BlockWhileOverdue = random.Next(2) == 0,
            },
        };
    }

    internal static Story RandomLine(Random random)
    {
        var product = RandomProduct(random);
        var brand = A.Saffron with { BusinessDate = A.Day.AddDays(random.Next(800)), Settings = A.Saffron.Settings with { SundayOff = random.Next(2) == 0, MinimumLoan = A.Inr(1) } };
        return Story.Opened(product, A.Inr(random.NextInt64(10_000_00, 1_00_000_00)), random.Next(3, 25), brand);
    }
}
