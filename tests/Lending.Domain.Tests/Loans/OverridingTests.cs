using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Loans;

public sealed class OverridingTests
{
    private static readonly LoanProduct Open = A.Emi with
    {
        Overridable = [.. Enum.GetValues<OverridableField>().Where(field => field is not OverridableField.MinimumPercent)], Prepayment = new(2m, 4m, 18m),
        Instalments = new() { Rules = ScheduleFamily.Progressive, Interest = InterestPeriods.Daily, RestGoesTo = RestTaker.Spread },
    };

    private static readonly TermOverrides Own = new()
    {
        RatePercent = 15m, Tenure = 18, Fees = [new("processing", 1m, null), new("documentation", null, A.Inr(0))], LatePercent = 0.05m, LateCap = A.Inr(900_00),
        GraceDays = 5, DueDay = 5, FirstDueAfterDays = 20, ForeclosurePercent = 1m, PartPrepaymentPercent = 0m,
    };

    [Fact]
    public void Sanction_WithOwnTerms_MakesChargesScheduleAndFiguresOfThem()
    {
        var story = Lived(Own);

        var loan = story.Loan;
        Assert.Equal((18, (int?)12), (loan.Tenure, loan.RequestedTenure));
        Assert.Equal(18, loan.Instalments.Length);
        Assert.All(loan.Instalments, row => Assert.Equal(5, row.Due.Day));
        Assert.Equal(A.Inr(1_000_00), loan.Charges.Single(charge => charge.Code == "processing").Fee);
        Assert.Equal(A.Inr(0), loan.Charges.Single(charge => charge.Code == "documentation").Total);
        var terms = LoanTerms.Of(loan, Open);
        Assert.Equal((15m, 5, A.Inr(900_00)), (terms.RatePercent, terms.Penalty.GraceDays, terms.Penalty.Cap!.Value));
        Assert.Equal(As.Json(terms), As.Json(LoanTerms.Of(loan, terms)));
        Assert.Equal(Schedules.Of(terms, A.Inr(1_00_000_00), 18, A.Day, A.Saffron.Settings.Calendar).Sum(row => row.Interest.Minor), loan.Instalments.Sum(row => row.Interest.Minor));
        Assert.Equal(As.Json(loan), As.Json(LoanEvolution.Replay(story.Events)));
    }

    [Fact]
    public void DayEnd_OfALoanWithOwnTerms_ChargesThePenaltyOfItsOwn()
    {
        var story = Lived(Own);
        var first = story.Loan.Instalments[0].PayBy;

        story.CloseThrough(first.AddDays(5));
        Assert.Equal(0, story.Ledger[Accounts.PenaltyIncome]);
        story.CloseThrough(first.AddDays(6));

        var overdue = story.Loan.Instalments[0].PrincipalLeft + story.Loan.Instalments[0].InterestLeft;
        Assert.Equal(Money.Round(overdue.Minor * 0.0005m, overdue.Currency).Minor, -story.Ledger[Accounts.PenaltyIncome]);
    }

    [Fact]
    public void Sanction_WithoutOwnTerms_TakesThoseThatCreditProposed_AndEmptyOnesTheProducts()
    {
        var proposed = Story.Pending(Open, A.Inr(1_00_000_00), 12).Do(new ApproveByCredit(A.Inr(1_00_000_00), "long customer") { Overrides = Own }, A.Priya);
        Assert.Equal(Own, proposed.Loan.ProposedOverrides);

        var taken = Assert.IsType<LoanSanctioned>(proposed.Ask(new Sanction(A.Inr(1_00_000_00), "as proposed"), A.Sunil).Events[0]);
        var plain = Assert.IsType<LoanSanctioned>(proposed.Ask(new Sanction(A.Inr(1_00_000_00), "no") { Overrides = new() }, A.Sunil).Events[0]);

        Assert.Equal(Own, taken.Overrides);
        Assert.Null(plain.Overrides);
        Assert.Equal(Own, As.Copy(taken).Overrides);
    }

    [Fact]
    public void Overrides_ThatTheProductDoesNotName_AreRefusedAtTheField()
    {
        var story = Story.Pending(A.Emi with { Overridable = [OverridableField.Tenure] }, A.Inr(1_00_000_00), 12);

        var refusal = story.Ask(new ApproveByCredit(A.Inr(1_00_000_00), "why") { Overrides = new() { RatePercent = 12m } }, A.Priya).Refusal;

        Assert.Equal(("override_not_allowed", "overrides.ratePercent"), (refusal!.Code, refusal.Field));
    }

    public static TheoryData<TermOverrides, string> Unfit => new()
    {
        { new() { RatePercent = 101m }, "ratePercent" }, { new() { Tenure = 40 }, "tenure" }, { new() { LatePercent = 6m }, "latePercent" }, { new() { GraceDays = -1 }, "graceDays" },
        { new() { Fees = [new("unknown", 1m, null)] }, "fees" }, { new() { Fees = [new("processing", 1m, A.Inr(1))] }, "fees" }, { new() { Fees = [new("processing", 101m, null)] }, "fees" },
        { new() { DueDay = 32 }, "dueDay" }, { new() { GracePrincipal = 12 }, "gracePrincipal" }, { new() { LateFixed = A.Inr(100) }, "lateFixed" }, { new() { ForeclosurePercent = 11m }, "foreclosurePercent" },
    };

    [Theory, MemberData(nameof(Unfit))]
    public void Overrides_ThatNoProductCouldHave_AreRefusedAtTheField(TermOverrides own, string at)
    {
        var story = Story.Pending(Open, A.Inr(1_00_000_00), 12);

        var refusal = story.Ask(new ApproveByCredit(A.Inr(1_00_000_00), "why") { Overrides = own }, A.Priya).Refusal;

        Assert.Equal(("override_invalid", $"overrides.{at}"), (refusal!.Code, refusal.Field));
    }

    [Fact]
    public void Overrides_WithoutAReason_AreRefused() => Assert.IsType<NoteMissing>(
        Story.Pending(Open, A.Inr(1_00_000_00), 12).Ask(new ApproveByCredit(A.Inr(1_00_000_00), " ") { Overrides = Own }, A.Priya).Refusal);

    [Fact]
    public void Differing_TellsEachTermWithTheProductsBesideIt()
    {
        var loan = Lived(Own).Loan;

        var told = OverridableTerms.Differing(Open, loan, loan.Overrides).ToDictionary(term => term.Key);

        Assert.Equal(("18 %", "15 %"), (told["ratePercent"].InProduct, told["ratePercent"].OfLoan));
        Assert.Equal(("12 months", "18 months"), (told["tenure"].InProduct, told["tenure"].OfLoan));
        Assert.Equal(("none", "day 5 of the month"), (told["dueDay"].InProduct, told["dueDay"].OfLoan));
        Assert.Equal(("2 %", "1 %"), (told["fees.processing"].InProduct, told["fees.processing"].OfLoan));
    }

    private static Story Lived(TermOverrides own)
    {
        var story = Story.Recommended(Open, A.Inr(1_00_000_00), 12).Do(new Sanction(A.Inr(1_00_000_00), "long customer") { Overrides = own }, A.Sunil)
            .Do(A.Agreement(), A.System).Do(new RecordSignature("sign-1", "ab12", A.Noon), A.System).Do(new ProposeDisbursement("IMPS"), A.Omar);
        story.Do(new ApproveDisbursement(story.Loan.Net!.Value), A.Lata);
        return story.Do(new ConfirmDisbursement(story.Loan.Payout!.Reference!, "utr-1"), A.System);
    }
}
