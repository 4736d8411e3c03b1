using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Loans;

/// <summary>Money beyond what is due that repays the last instalments first: those before keep day and principal, and bear interest on what is left.</summary>
public sealed class LastInstalmentsTests
{
    // 1,20,000 over 12 months at 12 %, from 1 June 2026: 10,661.85 each.
    private static readonly LoanProduct Last = A.Emi with { RatePercent = 12m, Excess = ExcessMoney.PayLastInstalments, Fees = [] };

    private static readonly Money Amount = A.Inr(1_20_000_00);

    [Fact]
    public void Pay_BeyondWhatIsDue_RepaysTheLastInstalmentsAndKeepsThePrincipalOfTheOthers()
    {
        var story = Started();
        var contracted = story.Loan.Instalments;
        var first = contracted[0];

        story.Pay(first.Outstanding + A.Inr(15_000_00));

        // The last repays 10,556.28, so 4,443.72 of the one before it is repaid too; a month bears 150.00 less.
        var rows = story.Loan.Instalments;
        Assert.True(rows[0].IsPaid && rows[11].IsVoid);
        Assert.Equal(contracted[2..10].Select(row => (row.Due, row.Principal)), rows[2..10].Select(row => (row.Due, row.Principal)));
        Assert.Equal(contracted[10].Principal + contracted[11].Principal - A.Inr(15_000_00), rows[10].Principal);
        Assert.All(rows[1..10], row => Assert.InRange(contracted[row.Number - 1].Interest.Minor - row.Interest.Minor, 149_99, 150_01));
        Assert.Equal(contracted[1].Principal + A.Inr(15_000_00), rows[1].Principal);
        Assert.Equal((A.Inr(0), A.Inr(15_000_00)), (story.Loan.Advance, rows[1].PaidPrincipal));
    }

    [Fact]
    public void Pay_LessThanTheLastInstalment_LeavesItTheRest()
    {
        var story = Started();
        var contracted = story.Loan.Instalments;

        story.Pay(contracted[0].Outstanding + A.Inr(1_000_00)).Pay(A.Inr(500_00), "more");

        Assert.Equal(contracted[11].Principal - A.Inr(1_500_00), story.Loan.Instalments[11].Principal);
        Assert.Equal(contracted[2..11].Select(row => row.Principal), story.Loan.Instalments[2..11].Select(row => row.Principal));
        RepaysInFull(story);
    }

    [Fact]
    public void Pay_WithoutInterest_LeavesTheOtherInstalmentsAsTheyWere()
    {
        // As a simulation with the rule "last" has it: nothing but the last instalments changes.
        var story = Started(Last with { RatePercent = 0m });
        var contracted = story.Loan.Instalments;

        story.Pay(A.Inr(35_000_00));

        Assert.Equal(contracted[2..9].Select(row => row.Outstanding), story.Loan.Instalments[2..9].Select(row => row.Outstanding));
        Assert.Equal(A.Inr(5_000_00), story.Loan.Instalments[9].Outstanding);
        Assert.All(story.Loan.Instalments[10..], row => Assert.True(row.IsVoid));
    }

    [Theory, InlineData(RepayMethod.EqualPrincipal, 10_000), InlineData(RepayMethod.Flat, 10_000), InlineData(RepayMethod.InterestOnly, 0)]
    public void Pay_OfAnyMethod_KeepsWhatEachInstalmentRepays(RepayMethod method, long each)
    {
        var story = Started(Last with { Instalments = InstalmentTerms.Monthly with { Method = method } });
        var interest = story.Loan.Instalments[2].Interest;

        story.Pay(story.Loan.Instalments[0].Outstanding + A.Inr(12_000_00));

        var rows = story.Loan.Instalments;
        Assert.All(rows[2..10], row => Assert.Equal(A.Inr(each * 100), row.Principal));
        Assert.True(rows[2].Interest < interest);
        Assert.Equal(method is RepayMethod.InterestOnly ? A.Inr(1_08_000_00) : A.Inr(0), rows[11].Principal);
        RepaysInFull(story);
    }

    [Fact]
    public void Pay_OfALoanThatIsLate_PaysWhatIsLateFirst()
    {
        var story = Story.Active(Last, Amount, 12).UntilMorningOf(new(2026, 8, 10));
        var (late, last) = (LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow, story.Loan.Instalments[11].Principal);

        story.Pay(late + A.Inr(1_00));

        Assert.Equal((0, last - A.Inr(1_00)), (LoanFigures.DpdOf(story.Loan, story.Today), story.Loan.Instalments[11].Principal));
    }

    [Fact]
    public void Pay_Backdated_IsAsIfItHadBeenBookedThatDay()
    {
        var (inTime, late) = (Started(), Started());
        inTime.Pay(A.Inr(30_000_00)).UntilMorningOf(new(2026, 7, 20));
        late.UntilMorningOf(new(2026, 7, 20));

        late.Do(new ProposePayment("back", A.Inr(30_000_00), "neft", "utr", new(2026, 7, 1), "statement"), A.Ravi).Do(new ApprovePayment("back"), A.Lata);

        Assert.Equal(As.Json(inTime.Loan.Instalments), As.Json(late.Loan.Instalments));
        Assert.Equal(inTime.Payoff, late.Payoff);
    }

    [Fact]
    public void Reversal_OfMoneyThatPaidTheLastInstalments_OwesThemAgain()
    {
        var (paid, never) = (Started(), Started());
        paid.Pay(A.Inr(30_000_00), "bounced").UntilMorningOf(new(2026, 7, 20));
        never.UntilMorningOf(new(2026, 7, 20));

        paid.Change(new PaymentReversal("bounced", ReversalCause.Chargeback));

        Assert.Equal(As.Json(never.Loan.Instalments), As.Json(paid.Loan.Instalments));
    }

    [Fact]
    public void PartPrepayment_ThatPaysTheLastInstalments_IsWhatThePreviewSays()
    {
        var story = Started(Last with { Excess = ExcessMoney.HoldAsAdvance, Prepayment = new PrepaymentTerms(2m, 4m, 18m) });
        story.Pay(story.Loan.Instalments[0].Outstanding);
        var last = story.Loan.Instalments[11].Principal;

        story.Change(new PartPrepayment("early", A.Inr(10_236_00), "NEFT", "r", PrepaymentEffect.PayLastInstalments));

        // Two percent of 10,000.00 and 18 % GST on them: 236.00 is the charge.
        Assert.Equal(last - A.Inr(10_000_00), story.Loan.Instalments[11].Principal);
        RepaysInFull(story);
    }

    [Fact]
    public void Explain_OfAnInstalmentToCome_SaysTheBalanceItsInterestIsOn()
    {
        var story = Started().Pay(A.Inr(40_000_00));
        var owed = story.Loan.Instalments[3..].Aggregate(A.Inr(0), (sum, row) => sum + row.Principal);

        var explained = Explaining.Explain(ExplainedFigure.InstalmentInterest, [.. story.Events], story.Product, story.Today, 4);

        Assert.Equal(story.Loan.Instalments[3].Interest, explained.Total);
        Assert.Equal(explained.Total.Minor, explained.Steps.Sum(step => step.Amount.Minor));
        Assert.Contains(explained.Steps, step => step.Text.Contains($"of {AmountText.Text(owed)} owed", StringComparison.Ordinal));
    }

    public static TheoryData<LoanProduct> Refused => new()
    {
        Last with { Instalments = InstalmentTerms.Monthly with { Method = RepayMethod.Balloon, BalloonPercent = 30m } },
        Last with { Instalments = InstalmentTerms.Monthly with { MultipleOf = 100 } },
        Last with { Instalments = InstalmentTerms.Monthly with { Rules = ScheduleFamily.Progressive, Interest = InterestPeriods.Daily, RestGoesTo = RestTaker.Spread, InterestOn = InterestOn.RealBalance } },
    };

    [Theory, MemberData(nameof(Refused))]
    public void LastInstalments_OfAProductThatKeepsItsEnd_AreRefusedWithTheReason(LoanProduct product)
    {
        Assert.Equal(["excess"], ProductRules.Check(product).Select(each => each.Field));

        var other = product with { Excess = product.Instalments!.InterestOn is InterestOn.RealBalance ? ExcessMoney.ReduceTenure : ExcessMoney.HoldAsAdvance };
        Assert.Empty(ProductRules.Check(other));
        var refusal = Started(other).Refused(new PartPrepayment("early", A.Inr(5_000_00), "NEFT", "r", PrepaymentEffect.PayLastInstalments));
        Assert.Equal("change.effect", Assert.IsType<ChangeFieldInvalid>(refusal).Field);
    }

    /// <summary>Whatever is paid when, an instalment that is left repays what it was to repay, and the last that is left the rest.</summary>
    [Cases]
    public void Life_PaidBeyondWhatIsDue_KeepsThePrincipalOfEveryInstalmentThatIsLeft(int seed)
    {
        var random = new Random(seed);
        var product = Last with { RatePercent = random.Next(0, 3600) / 100m, Instalments = InstalmentTerms.Monthly with { Method = (RepayMethod)random.Next(4), GracePrincipal = 0 } };
        var story = Story.Active(product, A.Inr(random.NextInt64(50_000_00, 4_00_000_00)), random.Next(4, 25));
        var contracted = story.Loan.Instalments;
        for (var turn = 0; turn < 6 && story.Loan.Account is AccountState.Active; turn++)
        {
            story.CloseThrough(story.Today.AddDays(random.Next(0, 40)));
            if (story.Loan.Account is AccountState.Active) story.Pay(A.Inr(random.NextInt64(1, Math.Max(2, story.Payoff.Minor / 3))));
            if (story.Loan.Account is not AccountState.Active) return;
            var first = story.Loan.Instalments.Count(row => row.Due <= story.Today);
            var end = story.Loan.Instalments.Count(row => !row.IsVoid);
            for (var i = first; i < end; i++)
            {
                var (row, was) = (story.Loan.Instalments[i], contracted[i]);
                Assert.Equal(was.Due, row.Due);
                if (i < end - 1) Assert.Equal(was.Principal, row.PrincipalLeft);
                else Assert.True(row.PrincipalLeft <= was.Principal);
            }
        }
    }

    private static Story Started(LoanProduct? product = null) => Story.Active(product ?? Last, Amount, 12).UntilMorningOf(new(2026, 7, 1));

    /// <summary>Paid on its days, the rest of the loan ends with nothing owed.</summary>
    private static void RepaysInFull(Story story)
    {
        foreach (var number in Enumerable.Range(1, 12))
        {
            if (story.Loan.Account is not AccountState.Active) break;
            var row = story.Loan.Instalments[number - 1];
            if (row.Due > story.Today) story.UntilMorningOf(row.Due);
            if (LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow is { IsPositive: true } due) story.Pay(due, $"due-{number}");
        }

        Assert.Equal(AccountState.Completed, story.Loan.Account);
    }
}
