namespace Lending.Domain.Tests.Loans;

public sealed class ApplyingTests
{
    private static LoanDecision Start(LoanProduct? product, Money amount, int tenure, Brand? brand = null, string code = "emi")
    {
        var now = new Circumstances(A.Borrower(), A.LoanId, brand ?? A.Saffron, A.Noon, product, A.Onboarded);
        return LoanDecider.Decide(Loan.None, new StartApplication(A.Asha, code, amount, tenure), now);
    }

    [Fact]
    public void Start_WithinAllBounds_OpensAnApplicationUnderTheProductsVersion()
    {
        var decision = Start(A.Emi, A.Inr(15_000_00), 3);

        Assert.Equal(new ApplicationStarted(A.LoanId, A.Asha, "emi", 3, A.Inr(15_000_00), 3), Assert.Single(decision.Events));
    }

    [Fact]
    public void Start_OfAnUnknownProduct_IsRefused()
    {
        Assert.Equal(new ProductNotFound(), Start(null, A.Inr(20_000_00), 6).Refusal);
        Assert.Equal(new ProductNotFound(), Start(A.Emi, A.Inr(20_000_00), 6, code: "other").Refusal);
    }

    [Fact]
    public void Start_BelowTheTighterMinimum_NamesTheBoundThatRefused()
    {
        var free = A.Saffron with { Settings = A.Saffron.Settings with { MinimumLoan = A.Inr(1_000_00) } };

        Assert.Equal(new AmountOutOfRange("brand", A.Inr(15_000_00), A.Inr(5_00_000_00)), Start(A.Emi, A.Inr(14_999_99), 6).Refusal);
        Assert.Equal(new AmountOutOfRange("product", A.Inr(10_000_00), A.Inr(5_00_000_00)), Start(A.Emi, A.Inr(9_999_99), 6, free).Refusal);
        Assert.Equal(new AmountOutOfRange("product", A.Inr(15_000_00), A.Inr(5_00_000_00)), Start(A.Emi, A.Inr(5_00_000_01), 6).Refusal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void Start_WithoutAPositiveAmount_IsRefused(long minor) =>
        Assert.Equal(new AmountNotPositive(), Start(A.Emi, A.Inr(minor), 6).Refusal);

    [Fact]
    public void Start_WithAHugeAmountOrAnotherCurrency_IsRefused()
    {
        Assert.IsType<AmountOutOfRange>(Start(A.Emi, A.Inr(long.MaxValue), 6).Refusal);
        Assert.Equal(new CurrencyMismatch("INR"), Start(A.Emi, new Money(20_000_00, Currency.Usd), 6).Refusal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(37)]
    [InlineData(-5)]
    public void Start_WithATenureOutsideTheProduct_IsRefused(int tenure) =>
        Assert.Equal(new TenureOutOfRange(3, 36, "months"), Start(A.Emi, A.Inr(20_000_00), tenure).Refusal);

    [Fact]
    public void Submit_WithStepsMissing_ListsThem()
    {
        var story = Story.Onboarding(A.Emi, A.Inr(20_000_00), 6);
        story.Customer = A.Onboarded with { MissingSteps = ["pan", "consent"] };

        Assert.Equal(new OnboardingIncomplete("pan, consent"), story.Ask(new SubmitApplication(), A.Borrower()).Refusal);
    }

    [Theory]
    [InlineData(21, false)]
    [InlineData(22, true)]
    [InlineData(54, true)]
    [InlineData(55, false)]
    public void Submit_AtTheEdgesOfTheAgeRange_IsDecidedByTheBrand(int age, bool accepted)
    {
        var story = Story.Onboarding(A.Emi, A.Inr(20_000_00), 6);
        story.Customer = A.Onboarded with { Age = age };

        Assert.Equal(accepted ? null : new BelowMinimumAge(22, 54), story.Ask(new SubmitApplication(), A.Borrower()).Refusal);
    }

    [Fact]
    public void Submit_AfterASendBack_IsPendingAgainWithoutTheNote()
    {
        var story = Story.Pending(A.Emi, A.Inr(20_000_00), 6).Do(new SendBackToBorrower("March slip"), A.Priya);
        Assert.Equal("March slip", story.Loan.Note);

        story.Do(new SubmitApplication(), A.Borrower());

        Assert.Equal(ApplicationState.Pending, story.Loan.Application);
        Assert.Equal(A.Day, story.Loan.SubmittedOn);
        Assert.Null(story.Loan.Note);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void Start_AfterARejection_WaitsForTheBrandsCoolingOffDays(int daysLater, bool refused)
    {
        var story = new Story(A.Emi) { Customer = A.Onboarded with { RejectedOn = A.Day } };
        story.Brand = story.Brand with { BusinessDate = A.Day.AddDays(daysLater) };

        var decision = story.Ask(new StartApplication(A.Asha, "emi", A.Inr(20_000_00), 6), A.Borrower());

        Assert.Equal(refused ? new RejectedRecently(A.Day.AddDays(15)) : null, decision.Refusal);
    }

    [Theory]
    [InlineData(CancellationReason.Fraud, true)]
    [InlineData(CancellationReason.Returned, false)]
    [InlineData(CancellationReason.Rejected, false)]
    public void StartAndSubmit_AfterACancelledLoan_AreRefusedOnlyForWhatTheBrandNames(CancellationReason reason, bool refused)
    {
        var expected = refused ? new NoMoreLoans() : null;
        var (first, draft) = (new Story(A.Emi), Story.Onboarding(A.Emi, A.Inr(20_000_00), 6));
        first.Customer = draft.Customer = A.Onboarded with { CancelledFor = [reason] };

        Assert.Equal(expected, first.Ask(new StartApplication(A.Asha, "emi", A.Inr(20_000_00), 6), A.Borrower()).Refusal);
        Assert.Equal(expected, draft.Ask(new SubmitApplication(), A.Borrower()).Refusal);
        first.Brand = first.Brand with { Settings = first.Brand.Settings with { NoMoreLoansAfter = [] } };
        Assert.Null(first.Ask(new StartApplication(A.Asha, "emi", A.Inr(20_000_00), 6), A.Borrower()).Refusal);
    }

    [Fact]
    public void Start_AfterARejectionByABrandWithoutCoolingOff_IsAccepted()
    {
        var story = new Story(A.Emi) { Customer = A.Onboarded with { RejectedOn = A.Day } };
        story.Brand = story.Brand with { Settings = story.Brand.Settings with { RejectionCooldownDays = 0 } };

        Assert.Null(story.Ask(new StartApplication(A.Asha, "emi", A.Inr(20_000_00), 6), A.Borrower()).Refusal);
    }

    [Fact]
    public void Submit_ADraftAfterAnotherApplicationWasRejected_WaitsTooButOneSentBackDoesNot()
    {
        var draft = Story.Onboarding(A.Emi, A.Inr(20_000_00), 6);
        var sentBack = Story.Pending(A.Emi, A.Inr(20_000_00), 6).Do(new SendBackToBorrower("March slip"), A.Priya);
        draft.Customer = sentBack.Customer = A.Onboarded with { RejectedOn = A.Day };

        Assert.Equal(new RejectedRecently(A.Day.AddDays(15)), draft.Ask(new SubmitApplication(), A.Borrower()).Refusal);
        Assert.Null(sentBack.Ask(new SubmitApplication(), A.Borrower()).Refusal);
    }

    [Fact]
    public void Cancel_ByStaffBeforeThePayoutIsProposed_ClosesTheApplication()
    {
        var story = Story.Signed(A.Emi, A.Inr(20_000_00), 6).Do(new CancelApplication("asked by phone"), A.Omar);

        Assert.Equal(PublishedStatus.Cancelled, PublishedStatuses.Of(story.Loan, A.Emi, A.Day));
    }
}
