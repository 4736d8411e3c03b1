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

    [Fact]
    public void Sign_InTimeButTheNewsComesAfterExpiry_IsAcceptedWhereTheBrandFollowsTheClock()
    {
        var sign = new RecordSignature("sign-1", "ab12", A.Noon.AddDays(2));
        var late = Story.AgreementIssued(A.Emi, Amount, 6);
        late.Brand = late.Brand with { BusinessDate = A.Day.AddDays(5) };
        var byHand = Story.AgreementIssued(A.Emi, Amount, 6);
        byHand.Brand = late.Brand with { Settings = late.Brand.Settings with { FollowsTheClock = false } };

        Assert.Null(late.Ask(sign, A.System).Refusal);
        Assert.Equal(new AgreementExpired(), byHand.Ask(sign, A.System).Refusal);
    }

    [Fact]
    public void Sign_AtTheLastMinuteOfTheBrandsDay_IsInTime()
    {
        var story = Story.AgreementIssued(A.Emi, Amount, 6);
        story.Brand = story.Brand with { BusinessDate = A.Day.AddDays(4) };
        var midnight = new DateTimeOffset(2026, 6, 3, 18, 30, 0, TimeSpan.Zero); // In India the day after the last one begins.

        Assert.Equal(new AgreementExpired(), story.Ask(new RecordSignature("sign-1", "ab12", midnight), A.System).Refusal);
        Assert.Null(story.Ask(new RecordSignature("sign-1", "ab12", midnight.AddSeconds(-1)), A.System).Refusal);
    }

    [Fact]
    public void Resend_WhileTheLinkStillWorks_IsRefused() => Assert.Equal(
        new AgreementStillOpen(A.Day.AddDays(2)), Story.AgreementIssued(A.Emi, Amount, 6).Ask(new ResendAgreement(), A.Omar).Refusal);

    [Fact]
    public void Resend_OnceExpired_MakesTheAgreementAnewAndTheNewOneIsSigned()
    {
        var story = Expired().Do(new ResendAgreement(), A.Priya);

        Assert.Equal(AgreementState.Preparing, story.Loan.Agreement);
        Assert.Equal(OutboxKinds.PrepareAgreement, story.Outbox[^1].Kind);
        Assert.Equal(story.Outbox.Count, story.Outbox.Select(item => item.Key).Distinct().Count());
        Assert.Empty(story.Ask(new ResendAgreement(), A.Priya).Events);

        story.Do(new IssueAgreement("doc-2", "cd34", "sign-2", "u", story.Today.AddDays(2)), A.System);
        Assert.Equal(new AgreementMismatch(), story.Ask(new RecordSignature("sign-1", "ab12", A.Noon), A.System).Refusal);
        story.Do(new RecordSignature("sign-2", "cd34", A.Noon.AddDays(3)), A.System);
        Assert.Equal(AccountState.AwaitingDisbursal, story.Loan.Account);
    }

    [Fact]
    public void Resend_ThenTheOldSignatureTurnsUpInTime_TakesItOver()
    {
        var story = Expired().Do(new ResendAgreement(), A.Omar).Do(new RecordSignature("sign-1", "ab12", A.Noon), A.System);

        Assert.Equal(AgreementState.Signed, story.Loan.Agreement);
        Assert.Equal("doc-1", story.Loan.IssuedAgreement!.DocumentId);
    }

    [Fact]
    public void Resend_ByEachDeskOfTheLoan_IsAllowedAndByCollectionsNot()
    {
        foreach (var desk in new[] { A.Priya, A.Sunil, A.Omar }) Assert.Null(Expired().Ask(new ResendAgreement(), desk).Refusal);
        Assert.IsType<NotPermitted>(Expired().Ask(new ResendAgreement(), A.Ravi).Refusal);
        Assert.IsType<NotPermitted>(Expired().Ask(new ResendAgreement(), A.Borrower()).Refusal);
    }

    private static Story Expired()
    {
        var story = Story.AgreementIssued(A.Emi, Amount, 6);
        story.Brand = story.Brand with { BusinessDate = A.Day.AddDays(3) };
        return story;
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
        Assert.Equal(new AgreementExpired(), story.Ask(sign with { SignedAt = A.Noon.AddDays(3) }, A.System).Refusal);

        story.Brand = story.Brand with { BusinessDate = A.Day.AddDays(2) };
        story.Do(sign, A.System);
        Assert.Equal(AccountState.AwaitingDisbursal, story.Loan.Account);
        Assert.Equal(A.Noon, story.Loan.IssuedAgreement!.SignedAt);
        Assert.Empty(story.Ask(sign, A.System).Events);
    }
}
