namespace Lending.Domain.Tests.Loans;

public sealed class ApprovingTests
{
    private static readonly Money Asked = A.Inr(20_000_00);

    [Fact]
    public void Recommend_OtherAmounts_AreBoundByTheRequestTheBrandAndTheProduct()
    {
        var story = Story.Pending(A.Emi, Asked, 6);

        Assert.Null(story.Ask(new ApproveByCredit(A.Inr(15_000_00), ""), A.Priya).Refusal);
        Assert.Equal(new AmountAboveRequested(Asked), story.Ask(new ApproveByCredit(A.Inr(20_000_01), ""), A.Priya).Refusal);
        Assert.IsType<AmountOutOfRange>(story.Ask(new ApproveByCredit(A.Inr(14_999_99), ""), A.Priya).Refusal);
        Assert.Equal(new AmountNotPositive(), story.Ask(new ApproveByCredit(A.Inr(0), ""), A.Priya).Refusal);
        Assert.Equal(new CurrencyMismatch("INR"), story.Ask(new ApproveByCredit(new Money(1, Currency.Eur), ""), A.Priya).Refusal);
    }

    [Fact]
    public void Reject_WithAKnownReason_TellsTheBorrowerTheCode()
    {
        var story = Story.Pending(A.Emi, Asked, 6).Do(new RejectByCredit("low_credit_score", "612"), A.Priya);

        Assert.Equal(ApplicationState.Rejected, story.Loan.Application);
        Assert.Equal("low_credit_score", story.Loan.ReasonCode);
        Assert.Equal("low_credit_score", story.Outbox[^1].Data["reason"]);
    }

    [Fact]
    public void Reject_WithAnUnknownReason_IsRefused()
    {
        Assert.Equal(new ReasonUnknown(), Story.Pending(A.Emi, Asked, 6).Ask(new RejectByCredit("mood", ""), A.Priya).Refusal);
        Assert.Equal(new ReasonUnknown(), Story.Recommended(A.Emi, Asked, 6).Ask(new RejectSanction("mood", ""), A.Sunil).Refusal);
    }

    [Fact]
    public void SendBack_WithoutANote_IsRefused()
    {
        Assert.Equal(new NoteMissing(), Story.Pending(A.Emi, Asked, 6).Ask(new SendBackToBorrower(" "), A.Priya).Refusal);
        Assert.Equal(new NoteMissing(), Story.Recommended(A.Emi, Asked, 6).Ask(new SendBackToCredit(""), A.Sunil).Refusal);
    }

    [Fact]
    public void SendBackToCredit_PutsTheFileBackWithoutARecommendation()
    {
        var story = Story.Recommended(A.Emi, Asked, 6).Do(new SendBackToCredit("check salary"), A.Sunil);

        Assert.Equal(ApplicationState.Pending, story.Loan.Application);
        Assert.Null(story.Loan.Recommended);
        Assert.Null(story.Loan.RecommendedBy);
    }

    [Fact]
    public void Sanction_ComputesChargesAndNetAndAsksForTheAgreement()
    {
        var story = Story.Recommended(A.Emi, Asked, 6).Do(new Sanction(A.Inr(18_000_00), "ok"), A.Sunil);

        // 2 % of 18,000 is 360, GST on it 64.80, documents 500 without tax.
        Assert.Equal([A.Inr(360_00), A.Inr(500_00)], story.Loan.Charges.Select(charge => charge.Fee));
        Assert.Equal([A.Inr(64_80), A.Inr(0)], story.Loan.Charges.Select(charge => charge.Tax));
        Assert.Equal(A.Inr(17_075_20), story.Loan.Net);
        Assert.Equal(AgreementState.Preparing, story.Loan.Agreement);
        Assert.Equal(OutboxKinds.PrepareAgreement, story.Outbox[^1].Kind);
    }

    [Fact]
    public void Sanction_AboveTheRecommendation_IsRefused()
    {
        var story = Story.Pending(A.Emi, Asked, 6).Do(new ApproveByCredit(A.Inr(16_000_00), ""), A.Priya);

        Assert.Equal(new AmountAboveRecommended(A.Inr(16_000_00)), story.Ask(new Sanction(A.Inr(16_000_01), ""), A.Sunil).Refusal);
    }

    [Fact]
    public void Sanction_WhereChargesEatTheAmount_IsRefused()
    {
        var dear = A.Emi with { Fees = [new FeeTerms("all", "All of it", null, A.Inr(20_000_00), 0m)] };

        Assert.Equal(new NothingToDisburse(), Story.Recommended(dear, Asked, 6).Ask(new Sanction(Asked, ""), A.Sunil).Refusal);
    }
}
