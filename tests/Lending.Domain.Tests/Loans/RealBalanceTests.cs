using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Loans;

public sealed class RealBalanceTests
{
    private static readonly LoanProduct Product = A.Emi with
    {
        Fees = [], Penalty = new(0m), Excess = ExcessMoney.PayInstalments,
        Instalments = new()
        {
            Rules = ScheduleFamily.Progressive, Interest = InterestPeriods.Daily, DaysInYear = YearLength.Days365, RestGoesTo = RestTaker.Spread, InterestOn = InterestOn.RealBalance,
        },
    };

    private static readonly Money Amount = A.Inr(1_00_000_00);

    [Fact]
    public void Product_OnTheRealBalance_IsAdmitted() => Assert.Empty(ProductRules.Check(Product));

    public static TheoryData<LoanProduct, string> Unfit => new()
    {
        { Product with { Excess = ExcessMoney.HoldAsAdvance }, "excess" },
        { Product with { Prepayment = new(1m, 1m, 18m) }, "excess" },
        { Product with { Instalments = Product.Instalments! with { Rest = InterestRest.Period } }, "excess" },
        { Product with { Instalments = Product.Instalments! with { GracePrincipal = 1 } }, "instalments.interestOn" },
        { Product with { Instalments = Product.Instalments! with { MultipleOf = 10 } }, "instalments.interestOn" },
        { Product with { Excess = ExcessMoney.ReduceTenure, Instalments = Product.Instalments! with { InterestOn = InterestOn.Schedule, Rest = InterestRest.Period } }, "instalments.rest" },
    };

    [Theory, MemberData(nameof(Unfit))]
    public void Settings_ThatDoNotGoWithIt_AreRefusedAtTheField(LoanProduct product, string field) =>
        Assert.Contains(ProductRules.Check(product), fault => fault.Input == field);

    [Fact]
    public void PaidOnEveryDueDate_BearsTheContractedInterest()
    {
        var story = Story.Active(Product, Amount, 12);
        var contracted = story.Loan.Instalments.Sum(row => row.Interest.Minor);
        foreach (var due in story.Loan.Instalments.Select(row => (row.PayBy, Amount: row.Principal + row.Interest)).ToArray()) story.UntilMorningOf(due.PayBy).Pay(due.Amount);

        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.Equal(contracted, -story.Ledger[Accounts.InterestIncome]);
    }

    public static TheoryData<LoanChange> Changes => new(
        new ContractTermination(), new ChargeOff(ChargeOffKind.AccelerateMaturity), new ChargeOff(ChargeOffKind.ZeroInterest), new RateChange(18.01m), new TenureExtension(2),
        new Moratorium(1, MoratoriumInterest.Accrues), new InterestPause(A.Day.AddDays(30), A.Day.AddDays(40)), new DueDateMove(A.Day.AddDays(140)), new GoodwillCredit(A.Inr(1_000_00)),
        new PartPrepayment("x", A.Inr(1_000_00), "upi", "r", PrepaymentEffect.ReduceInstalment));

    /// <summary>Three instalments are paid ahead of their days; the fourth runs, and is what a change begins with.</summary>
    [Theory, MemberData(nameof(Changes))]
    public void PaidAhead_ThenAChange_LeavesThePaidInstalmentsPaid(LoanChange change)
    {
        var story = Story.Active(Product, Amount, 12).UntilMorningOf(A.Day.AddDays(10));
        story.Pay(new Money(story.Loan.Instalments[0].Outstanding.Minor * 3, Currency.Inr)).UntilMorningOf(A.Day.AddDays(25));
        var paid = story.Loan.Instalments[..3];
        Assert.All(paid, row => Assert.True(row.IsPaid));
        var (running, payoff) = (story.Loan.Instalments[3], story.Payoff);

        story.Change(change);

        Assert.Equal(paid.Select(row => row with { Due = default, PayBy = default }), story.Loan.Instalments[..3].Select(row => row with { Due = default, PayBy = default }));
        Assert.Equal((running.From, running.InterestAccrued), (story.Loan.Instalments[3].From, story.Loan.Instalments[3].InterestAccrued));
        Assert.Equal(change is GoodwillCredit or PartPrepayment ? payoff - A.Inr(1_000_00) : payoff, story.Payoff);
        if (change is ContractTermination or ChargeOff { Kind: ChargeOffKind.AccelerateMaturity })
        {
            // Everything is due today, and what comes is used for it.
            story.Pay(A.Inr(500_00));
            Assert.Equal((A.Inr(0), payoff - A.Inr(500_00)), (story.Loan.Advance, story.Payoff));
        }

        if (change is ChargeOff or ContractTermination) return;
        story.UntilMorningOf(A.Day.AddDays(90));
        Assert.Equal(0, LoanFigures.DpdOf(story.Loan, story.Today));
    }

    [Fact]
    public void PaidLate_OverduePrincipalBearsInterestNightByNight_AndTheInstalmentStays()
    {
        var story = Story.Active(Product, Amount, 12);
        var (first, second) = (story.Loan.Instalments[0], story.Loan.Instalments[1]);

        story.UntilMorningOf(first.Due.AddDays(10));

        var nightly = story.Loan.Instalments.Sum(row => row.PrincipalLeft.Minor) * 0.18m / 365m;
        Assert.Equal(decimal.Round(nightly * 10, 0), story.Loan.Instalments[1].InterestAccrued.Minor);
        Assert.Equal(second.Principal + second.Interest, story.Loan.Instalments[1].Principal + story.Loan.Instalments[1].Interest);
        Assert.True(story.Loan.Instalments[^1].Principal > Story.Active(Product, Amount, 12).Loan.Instalments[^1].Principal);
    }

    [Fact]
    public void PaidEarly_SavesInterestFromThatNight_AndTheNextInstalmentRunsAtOnce()
    {
        var story = Story.Active(Product, Amount, 12).UntilMorningOf(A.Day.AddDays(10));
        var first = story.Loan.Instalments[0];
        var earned = first.InterestAccrued;

        story.Pay(first.Principal + first.Interest);

        var rows = story.Loan.Instalments;
        Assert.True(rows[0].IsPaid);
        Assert.Equal(earned, rows[0].PaidInterest);
        Assert.Equal(first.Principal + first.Interest - earned, rows[0].PaidPrincipal);
        Assert.Equal(story.Today, rows[1].From);
        Assert.Equal(A.Inr(0), story.Loan.Advance);
        var left = rows.Sum(row => row.PrincipalLeft.Minor);
        Assert.Equal(Amount - rows[0].PaidPrincipal, A.Inr(left));

        story.CloseThrough(story.Today);
        Assert.Equal(decimal.Round(left * 0.18m / 365m, 0, MidpointRounding.AwayFromZero), story.Loan.Instalments[1].InterestAccrued.Minor);
    }

    [Fact]
    public void Explain_OfALateLoan_NamesTheOverduePrincipalAndAddsUp()
    {
        var story = Story.Active(Product, Amount, 12).UntilMorningOf(A.Day.AddDays(50));

        var explained = Explaining.Explain(ExplainedFigure.InterestDue, [.. story.Events], story.Product, story.Today);

        Assert.Contains(explained.Steps, step => step.Text.Contains("overdue principal", StringComparison.Ordinal));
        Assert.Equal(explained.Total.Minor, explained.Steps.Sum(step => step.Amount.Minor));
    }

    [Fact]
    public void RestOfAPeriod_OverdueBearsItForTheWholePeriod_AndEarlyMoneySavesItFromTheNextOne()
    {
        var product = Product with { Excess = ExcessMoney.ReduceTenure, Instalments = Product.Instalments! with { Rest = InterestRest.Period } };
        var late = Story.Active(product, Amount, 12);
        var (due, interest) = (late.Loan.Instalments[0].Due, late.Loan.Instalments[1].Interest);
        late.CloseThrough(due).Pay(late.Loan.Instalments[0].Outstanding);
        Assert.True(late.Loan.Instalments[1].Interest > interest);

        var early = Story.Active(product, Amount, 12).UntilMorningOf(A.Day.AddDays(10));
        var running = early.Loan.Instalments[0].Interest;
        early.Pay(A.Inr(20_000_00));
        Assert.Equal(running, early.Loan.Instalments[0].Interest);
        Assert.True(early.Loan.Instalments[1].Interest < late.Loan.Instalments[1].Interest);
    }

    /// <summary>The engine's simulation of the same terms and the same payments: early, late and in part.</summary>
    [Cases]
    public void Life_WithRandomPayments_IsTheSimulationsToTheSmallestUnit(int seed)
    {
        var random = new Random(seed);
        var inTurn = random.Next(2) == 0;
        var product = Product with
        {
            RatePercent = random.Next(1, 36), Rounding = MidpointRounding.ToEven, Excess = inTurn ? ExcessMoney.PayInstalments : ExcessMoney.ReduceTenure,
            Instalments = Product.Instalments! with { DaysInYear = random.Next(2) == 0 ? YearLength.Days365 : YearLength.Days360 },
        };
        var (amount, tenure) = (A.Inr(random.NextInt64(15_000_00, 5_00_000_00)), random.Next(5, 19));
        var story = Story.Active(product, amount, tenure);
        var level = story.Loan.Instalments[0].Principal + story.Loan.Instalments[0].Interest;
        var events = new List<AccountEvent> { new BusinessDateSet(A.Day), new Disbursed(A.Day, amount.Major) };
        var lefts = new List<decimal>();
        for (var turn = 0; turn < 8 && story.Loan.Account is AccountState.Active; turn++)
        {
            story.UntilMorningOf(story.Today.AddDays(random.Next(1, 25)));

            // Once money reaches the running instalment from the end, the simulation pays interest of the days gone by first; a shortened loan takes it as principal.
            var reachesFrom = story.Loan.Instalments.Sum(row => row.PrincipalLeft.Minor) - (3 * level.Minor);
            if (reachesFrom <= 0) break;

            // Interest that does not fit into an instalment paid in part makes it larger here, and moves to the next one in a simulation.
            if (inTurn && story.Loan.Instalments.Any(row => (row.Principal + row.Interest - level).Minor > 1)) break;
            var money = Money.Min(SomeMoney(story, level, random), A.Inr(reachesFrom));
            events.AddRange([new BusinessDateSet(story.Today), new DayEnded()]);
            events.Add(new Paid(TransactionKind.Repayment, story.Today, money.Major));
            story.Pay(money);
            lefts.Add(story.Loan.Instalments.Sum(row => row.PrincipalLeft.Minor) / 100m);
        }

        var simulated = LoanSimulation.Run(TermsOf(product, amount, tenure, inTurn), A.Day, events).Value[^1].Transactions.Where(row => row.Type is TransactionKind.Repayment).ToArray();
        Assert.Equal(lefts.Count, simulated.Length);
        foreach (var (turn, left) in lefts.Index())
            Assert.True(Math.Abs(left - simulated[turn].Balance) <= 0.01m * (turn + 2), $"payment {turn}: {left} is left, the simulation has {simulated[turn].Balance}");
    }

    private static Money SomeMoney(Story story, Money level, Random random)
    {
        var figures = LoanFigures.Of(story.Loan, story.Today, story.Product);
        return random.Next(4) switch
        {
            0 when figures.DueNow.IsPositive => figures.DueNow,
            1 when figures.DueNow.IsPositive => A.Inr(Math.Max(1, figures.DueNow.Minor / 2)),
            2 => level,
            _ => A.Inr(random.NextInt64(1_00, level.Minor * 2)),
        };
    }

    private static CreditTerms TermsOf(LoanProduct product, Money amount, int tenure, bool inTurn) => ProductTerms.Of(product, amount, tenure) with
    {
        Recalculation = new(RestPeriod.Daily, PayoffInterest.TillPreCloseDate, RecalculationEffect.AdjustLastUnpaidPeriod, false),
        DefaultAllocation = new(
            [.. new[] { DueKind.PastDue, DueKind.Due, DueKind.InAdvance }.SelectMany(when => new[] { DebtKind.Penalty, DebtKind.Fee, DebtKind.Interest, DebtKind.Principal }.Select(what => new AllocationStep(when, what)))],
            inTurn ? FutureRule.NextInstallment : FutureRule.LastInstallment),
    };
}
