using Lending.Portal.Approvals;
using Lending.Portal.Decisions;

namespace Lending.Portal.Tests.Loans;

public sealed class PostingLinesTests
{
    [Fact]
    public void Of_SeveralPostingsToOneAccountAndSide_IsOneLine()
    {
        Posting[] postings =
        [
            Posting.Dr(Accounts.Principal, Money.Inr(1_50_000_00), "Loan paid out"), Posting.Cr(Accounts.PayoutClearing, Money.Inr(1_45_665_00), "Payout"),
            Posting.Cr(Accounts.FeeIncome, Money.Inr(3_000_00), "Processing fee"), Posting.Cr(Accounts.GstPayable, Money.Inr(540_00), "GST on it"),
            Posting.Cr(Accounts.FeeIncome, Money.Inr(750_00), "Other fees"), Posting.Cr(Accounts.GstPayable, Money.Inr(45_00), "GST on it"),
        ];

        Assert.Equal(
            [
                new PostingLine("1101 Loans to customers, principal", Money.Inr(1_50_000_00), null), new PostingLine("1010 Payout clearing", null, Money.Inr(1_45_665_00)),
                new PostingLine("4101 Fee income", null, Money.Inr(3_750_00)), new PostingLine("2301 GST payable", null, Money.Inr(585_00)),
            ], PostingLines.Of(postings));
    }

    [Fact]
    public void Options_OfARejection_CarryTheBrandsReasonsWithTheBorrowersWords()
    {
        var reject = DecisionOptions.Of(ApplicationState.Pending, new BrandSettings()).Single(option => option.Code == DecisionOptions.Reject);

        Assert.True(reject.NeedsNote);
        Assert.Contains(reject.Reasons, reason => reason is { Code: "insufficient_income", BorrowerText: "The income does not cover the instalment." });
    }

    [Theory]
    [InlineData(ApplicationState.Pending, DecisionOptions.Approve, typeof(ApproveByCredit))]
    [InlineData(ApplicationState.Pending, DecisionOptions.Reject, typeof(RejectByCredit))]
    [InlineData(ApplicationState.Pending, DecisionOptions.SendBack, typeof(SendBackToBorrower))]
    [InlineData(ApplicationState.CreditApproved, DecisionOptions.Approve, typeof(Sanction))]
    [InlineData(ApplicationState.CreditApproved, DecisionOptions.Reject, typeof(RejectSanction))]
    [InlineData(ApplicationState.CreditApproved, DecisionOptions.SendBack, typeof(SendBackToCredit))]
    public void Command_OfAChoice_FollowsWhereTheApplicationStands(ApplicationState state, string option, Type command) =>
        Assert.IsType(command, DecisionOptions.CommandOf(state, option, Money.Inr(50_000_00), "policy", "note"));
}
