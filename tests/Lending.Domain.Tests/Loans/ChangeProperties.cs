using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Loans;

/// <summary>
/// Random loans that are changed at random while they live. A failure prints the seed that makes it again. Story checks after every event that the
/// ledger balances and equals the state.
/// </summary>
public sealed class ChangeProperties
{
    [Cases]
    public void Life_WithRandomChanges_KeepsLedgerAndStateEqualAndReplaysTheSame(int seed)
    {
        var random = new Random(seed);
        var story = Changed(random);

        Assert.All(story.Loan.Instalments, instalment => Assert.True(instalment.Interest >= instalment.PaidInterest && instalment.Principal >= instalment.PaidPrincipal));
        Assert.Equal(As.Json(story.Loan), As.Json(LoanEvolution.Replay(story.Events)));
        Assert.Equal(As.Json(story.Loan), As.Json(As.Copy(story.Loan)));

        // Explaining walks every event, so only every twentieth life is explained.
        if (random.Next(20) > 0) return;
        foreach (var figure in Enum.GetValues<ExplainedFigure>())
        {
            var number = figure.IsOfInstalment() ? 1 + random.Next(Math.Max(1, story.Loan.Instalments.Length)) : 0;
            var explained = Explaining.Explain(figure, [.. story.Events], story.Product, story.Today, number);
            var sum = explained.Steps.Sum(step => step.Amount.Minor);
            Assert.True(explained.Total.Minor == sum, $"{figure} {number} of {explained.Total} is told as {sum}: {string.Join(" / ", explained.Steps.TakeLast(6))}");
        }
    }

    /// <summary>There and back again: a due date that is moved and moved back leaves the interest what it was, by whatever method the loan is repaid.</summary>
    [Cases]
    public void DueDateMove_ThereAndBack_KeepsTheInterestOfAnyMethod(int seed)
    {
        var random = new Random(seed);
        var story = AnyMethod(random);
        for (var gone = random.Next(story.Loan.Instalments.Length); gone > 0 && story.Loan.Account is AccountState.Active; gone--)
        {
            story.UntilMorningOf(story.Loan.Instalments.First(row => !row.IsPaid).PayBy);
            story.Pay(LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow);
        }

        if (story.Loan.Account is not AccountState.Active || story.Loan.Instalments.FirstOrDefault(row => row.Due > story.Today) is not { } next) return;
        story.UntilMorningOf(story.Today.AddDays(random.Next(next.Due.DayNumber - story.Today.DayNumber)));
        var (dues, before) = (story.Loan.Instalments.Select(row => row.Due).ToArray(), Interest());

        // Interest put off by a grace can make the contracted level so large that it repays before the last dates; a plan of the rest uses all of them.
        if (story.Loan.Instalments[^1].Principal.IsZero) return;
        if (story.Ask(new ProposeChange("c", new DueDateMove(next.Due.AddDays(3)), "there"), A.Omar).Refusal is not null) return;
        story.Change(new DueDateMove(next.Due.AddDays(3))).Change(new DueDateMove(next.Due));

        // Counted from a month's last day, or over half months, the later dates are not those of the product.
        if (!dues.SequenceEqual(story.Loan.Instalments.Select(row => row.Due))) return;

        // Where a level amount was found with the days of the first period alone, its last instalment may be far from the others; a plan of the rest evens it.
        if (story.Product.Instalments is { Rules: ScheduleFamily.Cumulative, Interest: InterestPeriods.Daily, Method: RepayMethod.Level or RepayMethod.Balloon }) return;
        var (after, amount) = (Interest(), story.Loan.Sanctioned!.Value.Minor);
        // A tenth: whole periods and broken first ones are counted by days once they are divided. A lost method costs a quarter and more.
        var slack = story.Loan.Instalments.Length + (amount / 20_000) + (story.Product.Instalments!.MultipleOf * 100 * dues.Length) + (before / 10);
        Assert.True(Math.Abs(after - before) <= slack, $"{before} became {after} with {story.Product.Instalments}");

        long Interest() => story.Loan.Instalments.Sum(row => row.Interest.Minor);
    }

    [Cases]
    public void Payments_HeardOfInAnyOrder_MakeTheSameLoan(int seed)
    {
        var random = new Random(seed);
        var amount = A.Inr(random.NextInt64(20_000_00, 4_00_000_00));
        var tenure = random.Next(3, 13);
        var payments = Enumerable.Range(0, random.Next(1, 5))
            .Select(i => (Id: $"pay-{i}", Amount: A.Inr(random.NextInt64(1_00, amount.Minor / 3)), On: A.Day.AddDays((i * 23) + random.Next(0, 20)))).ToArray();
        var last = A.Day.AddDays(130);

        var onTime = Story.Active(Policy, amount, tenure);
        foreach (var payment in payments)
        {
            onTime.UntilMorningOf(payment.On);
            onTime.Do(new ReceivePayment(payment.Id, payment.Amount, "cash", "r"), A.System);
        }

        onTime.UntilMorningOf(last);
        var late = Story.Active(Policy, amount, tenure).UntilMorningOf(last);
        random.Shuffle(payments);
        foreach (var payment in payments)
            late.Do(new MatchPayment(payment.Id, payment.Amount, "cash", "r", payment.On, "names the loan"), A.Ravi).Do(new ApprovePayment(payment.Id), A.Lata);

        Assert.Equal(onTime.Loan.Account, late.Loan.Account);
        Assert.Equal(onTime.Loan.Advance, late.Loan.Advance);
        Assert.Equal(Rows(onTime), Rows(late));
        Assert.Equal(Income(onTime), Income(late));
        Assert.Equal(Class(onTime), Class(late));
    }

    [Cases]
    public void Reversal_OfTheLatestPayment_IsTheLoanWithoutIt(int seed)
    {
        var random = new Random(seed);
        var amount = A.Inr(random.NextInt64(20_000_00, 4_00_000_00));
        var first = A.Day.AddDays(random.Next(0, 60));
        var reversed = first.AddDays(random.Next(0, 60));
        var last = reversed.AddDays(random.Next(0, 60));
        var (paid, bounced) = (A.Inr(random.NextInt64(1_00, amount.Minor / 2)), A.Inr(random.NextInt64(1_00, amount.Minor * 2)));

        var without = Story.Active(Policy, amount, 6).UntilMorningOf(first).Do(new ReceivePayment("good", paid, "upi", "r"), A.System).UntilMorningOf(last);
        var story = Story.Active(Policy, amount, 6).UntilMorningOf(first).Do(new ReceivePayment("good", paid, "upi", "r"), A.System).UntilMorningOf(reversed)
            .Do(new ReceivePayment("bad", bounced, "upi", "r"), A.System).UntilMorningOf(last).Change(new PaymentReversal("bad", ReversalCause.Bounced));

        Assert.Equal(Rows(without), Rows(story));
        Assert.Equal(Income(without), Income(story));
        Assert.Equal(Class(without), Class(story));
        Assert.Equal(without.Loan.Dpd, story.Loan.Dpd);
        Assert.Equal(without.Loan.Advance, story.Loan.Advance);
    }

    /// <summary>A loan that lived with payments and changes.</summary>
    internal static Story Changed(Random random)
    {
        var story = random.Next(2) == 0 ? AnyMethod(random) : Story.Active(Late(A.Emi with { AmountMin = A.Inr(15_000_00) }, random), A.Inr(random.NextInt64(15_000_00, 4_00_000_00)), random.Next(3, 25));
        for (var turn = 0; turn < 8; turn++)
        {
            story.CloseThrough(story.Today.AddDays(random.Next(0, 45)));
            if (random.Next(3) > 0) PaySomething(story, random);
            var change = AnyChange(story, random);
            if (story.Ask(new ProposeChange("c", change, "asked for"), A.Omar).Refusal is null) story.Change(change);
            AssertDuesRise(story);
        }

        return story;
    }

    private static void AssertDuesRise(Story story)
    {
        var rows = story.Loan.Instalments.Where(row => !row.IsVoid).ToList();
        for (var i = 1; i < rows.Count; i++)
            Assert.True(
                rows[i].Due > rows[i - 1].Due || (rows[i].Due == rows[i - 1].Due && (rows[i].From == rows[i].Due || rows[i - 1].IsPaid)),
                $"{string.Join(" ", rows.Select(row => $"{row.From:yyMMdd}>{row.Due:yyMMdd}"))} after {story.Events[^1]} with {story.Product.Instalments}");
    }

    /// <summary>Every other one with late charges that compound, instead of the penalty; some with TDS in the books.</summary>
    private static LoanProduct Late(LoanProduct product, Random random)
    {
        if (random.Next(3) == 0) product = product with { Waterfall = RandomSettings.AnyOrder(random) };
        if (random.Next(3) == 0) product = product with { Fees = [.. product.Fees.Select(fee => fee with { TdsPercent = 10m, TdsBooked = true })] };
        if (random.Next(2) == 0) return product;
        var (every, often) = (Enum.GetValues<LateCompounding>(), Enum.GetValues<LateChargeFrequency>());
        var late = product with
        {
            Penalty = new(0m),
            LateCharges = new()
            {
                Percent = random.Next(1, 500) / 100m, Compound = true, CompoundEvery = every[random.Next(every.Length)], Frequency = often[random.Next(often.Length)],
                Base = (LateChargeBase)random.Next(3), GraceDays = random.Next(4), Cap = random.Next(3) == 0 ? A.Inr(random.Next(1, 5_000_00)) : null,
            },
        };
        return ProductRules.Check(late).IsEmpty ? late : Late(product, random);
    }

    private static readonly LoanProduct Policy = A.Emi with { SuspendInterestWhenNpa = true, Provision = [new(0, 0.4m), new(31, 5m), new(91, 15m)] };

    private static (DateOnly?, Money, long, long) Class(Story story) =>
        (story.Loan.NpaSince, story.Loan.Provision, story.Ledger[Accounts.InterestSuspense], story.Ledger[Accounts.ProvisionForLoans]);

    /// <summary>A loan of any product the rules admit.</summary>
    private static Story AnyMethod(Random random)
    {
        var product = RandomSettings.Admitted(random) with { Penalty = new(0.1m), Excess = RandomSettings.AnyExcess(random) };
        if (!ProductRules.Check(product).IsEmpty) return AnyMethod(random);
        var brand = A.Saffron with
        {
            BusinessDate = A.Day.AddDays(random.Next(400)), Settings = A.Saffron.Settings with { SundayOff = random.Next(2) == 0, MinimumLoan = A.Inr(1) },
        };
        var amount = A.Inr(random.NextInt64(product.AmountMin.Minor, product.AmountMax.Minor + 1));
        return Story.Active(product, amount, random.Next(product.TenureMin, product.TenureMax + 1), brand);
    }

    private static string Rows(Story story) => As.Json(story.Loan.Instalments);

    private static (long, long) Income(Story story) => (story.Ledger[Accounts.InterestIncome], story.Ledger[Accounts.PenaltyIncome]);

    private static void PaySomething(Story story, Random random)
    {
        if (story.Loan.Account is not AccountState.Active) return;
        var figures = LoanFigures.Of(story.Loan, story.Today, story.Product);
        story.Pay(figures.DueNow.IsPositive && random.Next(2) == 0 ? figures.DueNow : A.Inr(random.NextInt64(1, Math.Max(2, figures.Payoff.Minor / 3))));
    }

    internal static LoanChange AnyChange(Story story, Random random)
    {
        var today = story.Today;
        var some = A.Inr(random.NextInt64(1, 5_000_00));
        var payments = story.Loan.ReceivedPayments;
        return random.Next(20) switch
        {
            0 => new RateChange(random.Next(0, 3600) / 100m),
            1 => new TenureExtension(random.Next(1, 12)),
            2 => new DueDateMove(today.AddDays(random.Next(1, 60))),
            3 => new Moratorium(random.Next(1, 6), (MoratoriumInterest)random.Next(2)),
            4 => new InterestPause(today.AddDays(random.Next(0, 40)), today.AddDays(random.Next(40, 90))),
            5 => new ReAge(random.Next(1, 36), today.AddDays(random.Next(1, 60))),
            6 => new ReAmortisation(),
            7 => new PartPrepayment($"pre-{story.Events.Count}", A.Inr(random.NextInt64(1, 50_000_00)), "NEFT", "r", (PrepaymentEffect)random.Next(3)),
            8 => new Freeze(random.Next(2) == 0 ? null : today.AddDays(random.Next(0, 60))),
            9 => new Dispute(),
            10 => new HoldRelease(),
            11 => new PenaltyWaiver(some),
            12 => new InterestWaiver(some),
            13 => new GoodwillCredit(some),
            14 when payments.Length > 0 => new PaymentReversal(payments[random.Next(payments.Length)], ReversalCause.Bounced),
            15 when random.Next(3) == 0 && story.Events.Select(static each => each is LoanChanged { Change: AdvanceRefund sent } ? sent : null).LastOrDefault(static sent => sent is not null) is { } sent =>
                new RefundReturn(sent.Amount, sent.Reference),
            15 => new AdvanceRefund(some, "utr"),
            16 => new Settlement(some, today.AddDays(random.Next(0, 30))),
            17 when random.Next(4) == 0 => random.Next(4) switch { 0 => new WriteOff(), 1 => new ContractTermination(), 2 => new CoolingOffExit(), _ => new Cancellation(CancellationReason.Returned) },
            19 => new LateChargeByHand(),
            18 => story.Loan.ChargedOff is null ? random.Next(3) == 0 ? new ChargeOff((ChargeOffKind)random.Next(3)) : new Dispute() : random.Next(2) == 0 ? new ChargeOffReversal() : new Settlement(some, today.AddDays(9)),
            _ => new HoldRelease(),
        };
    }
}
