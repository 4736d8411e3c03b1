namespace Lending.Domain.Tests.Loans;

public sealed class SigningTests
{
    private static readonly Money Amount = A.Inr(20_000_00);

    [Fact]
    public void Issue_SendsTheBorrowerALink()
    {
        var story = Story.AgreementIssued(A.Emi, Amount, 6);

        Assert.Equal(PublishedStatus.Approved, PublishedStatuses.Of(story.Loan, A.Emi, A.Day));
        Assert.Equal("agreement_ready", story.Outbox[^1].Data["template"]);
    }

    [Fact]
    public void Issue_WhileTheLinkStillWorks_IsRefusedAndOnceExpiredIsAccepted()
    {
        var story = Story.AgreementIssued(A.Emi, Amount, 6);
        var again = new IssueAgreement("doc-2", "cd34", "sign-2", "u", A.Day.AddDays(9));

        story.Brand = story.Brand with { BusinessDate = A.Day.AddDays(2) };
        Assert.IsType<NotInThisState>(story.Ask(again, A.System).Refusal);

        story.Brand = story.Brand with { BusinessDate = A.Day.AddDays(3) };
        story.Do(again, A.System);
        Assert.Equal("sign-2", story.Loan.IssuedAgreement!.ESignReference);
    }

    [Fact]
    public void Issue_RepeatedWithTheSameDocument_AddsNothing()
    {
        var decision = Story.AgreementIssued(A.Emi, Amount, 6).Ask(A.Agreement(), A.System);

        Assert.Null(decision.Refusal);
        Assert.Empty(decision.Events);
    }

    [Theory]
    [InlineData("sign-2", "ab12")]
    [InlineData("sign-1", "ab13")]
    public void Sign_AnotherDocument_IsRefused(string reference, string hash) => Assert.Equal(
        new AgreementMismatch(), Story.AgreementIssued(A.Emi, Amount, 6).Ask(new RecordSignature(reference, hash, A.Noon), A.System).Refusal);

    [Fact]
    public void Sign_OnTheLastDay_IsAcceptedAndTheDayAfterExpired()
    {
        var story = Story.AgreementIssued(A.Emi, Amount, 6);
        var sign = new RecordSignature("sign-1", "AB12", A.Noon);

        story.Brand = story.Brand with { BusinessDate = A.Day.AddDays(3) };
        Assert.Equal(new AgreementExpired(), story.Ask(sign, A.System).Refusal);

        story.Brand = story.Brand with { BusinessDate = A.Day.AddDays(2) };
        story.Do(sign, A.System);
        Assert.Equal(AccountState.AwaitingDisbursal, story.Loan.Account);
        Assert.Equal(A.Noon, story.Loan.IssuedAgreement!.SignedAt);
        Assert.Empty(story.Ask(sign, A.System).Events);
    }
}
