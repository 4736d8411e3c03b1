using Lending.Providers.Aadhaar;
using Lending.Providers.Tests.Rig;

namespace Lending.Providers.Tests;

public sealed class AadhaarTests
{
    [Fact]
    public async Task VerifyOtp_WithTheCodeFromThePhone_TellsWhoItIs()
    {
        await using var rig = await SandboxRig.StartAsync();
        var aadhaar = rig.Provider<AadhaarProvider>();
        var otp = (await aadhaar.StartOtpAsync(A.Aadhaar())).Value!;

        var verification = await aadhaar.VerifyOtpAsync(otp.ProviderReference, await rig.OtpAsync(A.Mobile));

        Assert.Equal(AadhaarOutcome.Verified, verification.Outcome);
        var person = verification.Person!;
        Assert.Equal(("Farhan Qureshi", A.Birthday, "XXXX XXXX 7777"), (person.Name, person.DateOfBirth, person.MaskedNumber));
        Assert.Equal(6, person.Address.Pincode.Length);
        Assert.NotEmpty((await aadhaar.PhotoAsync(person.PhotoReference))!);
        Assert.Equal("XXXXXX5678", otp.MaskedMobile);
    }

    [Fact]
    public async Task StartOtp_Repeated_SendsOneMessage()
    {
        await using var rig = await SandboxRig.StartAsync();
        var aadhaar = rig.Provider<AadhaarProvider>();

        await aadhaar.StartOtpAsync(A.Aadhaar());
        await aadhaar.StartOtpAsync(A.Aadhaar());

        Assert.Single(await rig.PhoneAsync(A.Mobile));
    }

    [Fact]
    public async Task VerifyOtp_WrongThreeTimes_LocksAlsoTheRightCode()
    {
        await using var rig = await SandboxRig.StartAsync();
        var aadhaar = rig.Provider<AadhaarProvider>();
        var reference = (await aadhaar.StartOtpAsync(A.Aadhaar())).Value!.ProviderReference;

        var outcomes = new List<AadhaarOutcome>();
        for (var i = 0; i < 3; i++) outcomes.Add((await aadhaar.VerifyOtpAsync(reference, "wrong")).Outcome);
        outcomes.Add((await aadhaar.VerifyOtpAsync(reference, await rig.OtpAsync(A.Mobile))).Outcome);

        Assert.Equal([AadhaarOutcome.WrongOtp, AadhaarOutcome.WrongOtp, AadhaarOutcome.TooManyAttempts, AadhaarOutcome.TooManyAttempts], outcomes);
    }

    [Theory]
    [InlineData("999988880001", "aadhaar_not_found")]
    [InlineData("12", "aadhaar_not_found")]
    [InlineData("999988880004", "no_mobile_linked")]
    public async Task StartOtp_ForANumberThatCannot_IsRefusedByName(string number, string code)
    {
        await using var rig = await SandboxRig.StartAsync();

        var answer = await rig.Provider<AadhaarProvider>().StartOtpAsync(A.Aadhaar(number));

        Assert.Equal(code, answer.Refusal!.Code);
    }

    [Fact]
    public async Task VerifyOtp_ForANumberOfSomebodyElse_TellsTheOtherName()
    {
        await using var rig = await SandboxRig.StartAsync();
        var aadhaar = rig.Provider<AadhaarProvider>();
        var otp = (await aadhaar.StartOtpAsync(A.Aadhaar("999988880002"))).Value!;

        var verification = await aadhaar.VerifyOtpAsync(otp.ProviderReference, await rig.OtpAsync(A.Mobile));

        Assert.NotEqual("Farhan Qureshi", verification.Person!.Name);
    }

    [Fact]
    public async Task VerifyOtp_OfAnUnknownReference_SaysSo()
    {
        await using var rig = await SandboxRig.StartAsync();

        Assert.Equal(AadhaarOutcome.UnknownReference, (await rig.Provider<AadhaarProvider>().VerifyOtpAsync("aotp_none", "123456")).Outcome);
    }

    [Theory]
    [InlineData(true, AadhaarOutcome.Verified)]
    [InlineData(false, AadhaarOutcome.Denied)]
    public async Task DigiLocker_DecidedByTheBorrower_SaysHow(bool allow, AadhaarOutcome outcome)
    {
        await using var rig = await SandboxRig.StartAsync();
        var aadhaar = rig.Provider<AadhaarProvider>();
        var consent = (await aadhaar.StartDigiLockerAsync(new("DIGI-1", "Farhan Qureshi", A.Birthday))).Value!;
        Assert.Equal(AadhaarOutcome.Pending, (await aadhaar.DigiLockerAsync(consent.ProviderReference)).Outcome);
        Assert.Contains("Share your Aadhaar record?", await rig.PageAsync(consent.ConsentUrl.AbsolutePath));

        await rig.PressAsync(HttpMethod.Post, $"digilocker/{consent.ProviderReference}/decide", new { allow });

        var decided = await aadhaar.DigiLockerAsync(consent.ProviderReference);
        Assert.Equal((outcome, allow), (decided.Outcome, decided.Person is not null));
    }
}
