namespace Lending.Domain.Tests.Customers;

public sealed class CustomerTests
{
    private static readonly Sealed Mobile = new("c1", "h1", "98••••••10");
    private static readonly Sealed Pan = new("c2", "h2", "ABCP••••4F");
    private static readonly Sealed Account = new("c3", "h3", "••••1234");
    private static readonly PersonalProfile Asha = new(
        new("c4", "name", "A. D."), new("c5", "born", "••"), new(1996, 2, 1), "f", "single", new("c", null, "x"), new("c", null, "x"), "none",
        new("c", null, "x"), "560001");

    private readonly List<CustomerEvent> _events = [];

    private Customer Now => CustomerEvolution.Replay(_events);

    private CustomerDecision Ask(CustomerCommand command, CommandContext? by = null, Brand? brand = null) =>
        CustomerDecider.Decide(Now, command, by ?? A.Borrower(), brand ?? A.Saffron, A.Noon);

    private CustomerTests Do(CustomerCommand command)
    {
        var decision = Ask(command);
        Assert.Null(decision.Refusal);
        _events.AddRange(decision.Events);
        return this;
    }

    private CustomerTests Registered() => Do(new RegisterCustomer(A.Asha, Mobile, null, true));

    private CustomerTests WithProfile() => Registered().Do(new SaveProfile(Asha));

    [Fact]
    public void Onboarding_StepByStep_LeavesNothingMissing()
    {
        WithProfile().Do(new RecordPanCheck(Pan, PanCheckResult.Matched, "r")).Do(new RecordAadhaarCheck(Pan, AadhaarCheckResult.Matched, "r"))
            .Do(new RecordBankAccount(Account, "HDFC0000001", Mobile, 85, "r")).Do(new GiveConsent("1", "1", true, true));

        var standing = CustomerStandings.Of(A.Asha, Now, A.Day);

        Assert.Empty(standing.MissingSteps);
        Assert.Equal(30, standing.Age);
        Assert.True(standing.HasVerifiedBankAccount);
        Assert.Equal(As.Json(Now), As.Json(As.Copy(Now)));
        Assert.Equal((A.Asha, 6), (Now.Id, Now.Version));
    }

    [Fact]
    public void Register_WithoutAContact_IsRefused() => Assert.Equal(new ContactMissing(), Ask(new RegisterCustomer(A.Asha, null, null, false)).Refusal);

    [Fact]
    public void Register_Again_AddsNothingForTheSameContactAndIsRefusedForAnother()
    {
        Registered();

        Assert.Empty(Ask(new RegisterCustomer(A.Asha, Mobile with { Cipher = "other nonce" }, null, true)).Events);
        Assert.Equal(new AlreadyRegistered(), Ask(new RegisterCustomer(A.Asha, Mobile with { Hash = "h9" }, null, true)).Refusal);
    }

    [Fact]
    public void Decide_ByAnotherBorrowerOrStaff_IsRefused()
    {
        Registered();

        Assert.Equal(new CustomerNotFound(), Ask(new SaveProfile(Asha), A.Borrower("CU-2606-00002")).Refusal);
        Assert.Equal(new NotPermitted("borrower"), Ask(new SaveProfile(Asha), A.Priya).Refusal);
        Assert.Null(Ask(new SaveProfile(Asha), A.System).Refusal);
    }

    [Fact]
    public void Decide_BeforeRegistration_FindsNoCustomer() => Assert.Equal(new CustomerNotFound(), Ask(new SaveProfile(Asha)).Refusal);

    [Fact]
    public void SaveProfile_OutsideTheServedArea_IsRefused()
    {
        Registered();
        var north = A.Saffron with { Settings = A.Saffron.Settings with { ServedPincodePrefixes = ["11"] } };

        Assert.Equal(new PincodeNotServed(), Ask(new SaveProfile(Asha), brand: north).Refusal);
        Assert.Null(Ask(new SaveProfile(Asha with { Pincode = "110001" }), brand: north).Refusal);
        Assert.Equal(new PincodeNotServed(), Ask(new SaveProfile(Asha with { Pincode = "" }), brand: north).Refusal);
    }

    [Fact]
    public void PanCheck_ThatFailed_IsRecordedAndLeavesTheStepOpen()
    {
        WithProfile().Do(new RecordPanCheck(Pan, PanCheckResult.NameMismatch, "r"));

        Assert.Equal(PanCheckResult.NameMismatch, Now.PanResult);
        Assert.Contains("pan", Now.MissingSteps);
    }

    [Fact]
    public void Checks_BeforeTheProfile_NameTheMissingStep()
    {
        Registered();

        Assert.Equal(new StepMissing("profile"), Ask(new RecordPanCheck(Pan, PanCheckResult.Matched, "r")).Refusal);
        Assert.Equal(new StepMissing("profile"), Ask(new RecordAadhaarCheck(Pan, AadhaarCheckResult.Matched, "r")).Refusal);
        Assert.Equal(new StepMissing("profile"), Ask(new RecordBankAccount(Account, "I", Mobile, 99, "r")).Refusal);
    }

    [Fact]
    public void BankAccount_WithAWeakNameMatch_IsNotVerified()
    {
        WithProfile().Do(new RecordBankAccount(Account, "I", Mobile, 84, "r"));

        Assert.False(CustomerStandings.Of(A.Asha, Now, A.Day).HasVerifiedBankAccount);
    }

    [Fact]
    public void Profile_OfAnotherName_OpensTheChecksAgain()
    {
        WithProfile().Do(new RecordPanCheck(Pan, PanCheckResult.Matched, "r")).Do(new SaveProfile(Asha with { Pincode = "560002" }));
        Assert.DoesNotContain("pan", Now.MissingSteps);

        Do(new SaveProfile(Asha with { FullName = new("c", "other", "B. D.") }));

        Assert.Contains("pan", Now.MissingSteps);
    }

    [Fact]
    public void Consent_WithoutBothAgreements_IsRefused()
    {
        Registered();

        Assert.Equal(new ConsentIncomplete(), Ask(new GiveConsent("1", "1", true, false)).Refusal);
        Assert.Equal(new ConsentIncomplete(), Ask(new GiveConsent("1", "1", false, true)).Refusal);
        Assert.Empty(Do(new GiveConsent("1", "1", true, true)).Ask(new GiveConsent("1", "1", true, true)).Events);
    }

    [Theory]
    [InlineData(2004, 6, 21)]
    [InlineData(2004, 5, 22)]
    [InlineData(2004, 7, 21)]
    public void Age_InTheMonthOfBirth_IsNotYetReached(int year, int month, int age) =>
        Assert.Equal(age, CustomerStandings.AgeOf(new DateOnly(year, month, 1), A.Day));
}
