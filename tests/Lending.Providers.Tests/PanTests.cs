using Lending.Providers.Calls;
using Lending.Providers.Pan;
using Lending.Providers.Tests.Rig;

namespace Lending.Providers.Tests;

public sealed class PanTests
{
    [Theory]
    [InlineData("ABCPE1234F", PanOutcome.Matched, true, true, true, false)]
    [InlineData("ABCPE0000F", PanOutcome.NotFound, false, false, false, false)]
    [InlineData("ABCPE1111F", PanOutcome.Mismatch, false, true, true, false)]
    [InlineData("ABCPE2222F", PanOutcome.Mismatch, true, false, true, false)]
    [InlineData("ABCPE3333F", PanOutcome.Matched, true, true, false, false)]
    [InlineData("ABCPE4444F", PanOutcome.Matched, true, true, true, true)]
    [InlineData("nonsense", PanOutcome.NotFound, false, false, false, false)]
    public async Task Check_ByDigits_SaysWhatTheRegisterHolds(
        string pan, PanOutcome outcome, bool name, bool birthDate, bool linked, bool fraud)
    {
        await using var rig = await SandboxRig.StartAsync();

        var check = await rig.Provider<PanProvider>().CheckAsync(A.Pan(pan));

        Assert.Equal((outcome, name, birthDate, linked, fraud),
            (check.Outcome, check.NameMatches, check.DateOfBirthMatches, check.AadhaarLinked, check.FraudFlag));
        Assert.NotEmpty(check.ProviderReference);
    }

    [Fact]
    public async Task Check_WhenItRecovers_IsAskedAgainAndLoggedOnceWithoutTheBorrower()
    {
        await using var rig = await SandboxRig.StartAsync();
        await rig.SwitchAsync("pan", new { failNext = 2 });

        var check = await rig.Provider<PanProvider>().CheckAsync(A.Pan());

        Assert.Equal(PanOutcome.Matched, check.Outcome);
        var call = Assert.Single(rig.Calls.All);
        Assert.Equal((Capability.Pan, "check", 200, 3, ProviderCallOutcome.Answered), (call.Capability, call.Operation, call.Status, call.Attempts, call.Outcome));
        Assert.DoesNotContain("ABCPE1234F", call.ToString());
        Assert.DoesNotContain("Farhan", call.ToString());
    }

    [Fact]
    public async Task Check_WhileDown_IsAnOutageAndNotAnAnswer()
    {
        await using var rig = await SandboxRig.StartAsync();
        await rig.SwitchAsync("pan", new { fail = true });

        var outage = await Assert.ThrowsAsync<ProviderUnavailable>(() => rig.Provider<PanProvider>(("Providers:Retries", "0")).CheckAsync(A.Pan()));

        Assert.Equal(ProviderCallOutcome.Failed, outage.Outcome);
        Assert.Equal(503, Assert.Single(rig.Calls.All).Status);
        Assert.DoesNotContain("ABCPE1234F", outage.ToString());
    }

    [Fact]
    public async Task Check_SlowerThanTheTimeout_TimesOut()
    {
        await using var rig = await SandboxRig.StartAsync();
        await rig.SwitchAsync("pan", new { delayMs = 60_000 });
        var provider = rig.Provider<PanProvider>(("Providers:Timeout", "00:00:00.200"), ("Providers:Retries", "0"));

        var outage = await Assert.ThrowsAsync<ProviderUnavailable>(() => provider.CheckAsync(A.Pan()));

        Assert.Equal(ProviderCallOutcome.TimedOut, outage.Outcome);
        Assert.Null(Assert.Single(rig.Calls.All).Status);
    }

    [Fact]
    public async Task Check_OfAProviderThatKeepsFailing_IsNoLongerTried()
    {
        await using var rig = await SandboxRig.StartAsync();
        await rig.SwitchAsync("pan", new { fail = true });
        var provider = rig.Provider<PanProvider>(("Providers:Retries", "0"), ("Providers:Break", "00:10:00"));
        for (var i = 0; i < 10; i++) await Assert.ThrowsAsync<ProviderUnavailable>(() => provider.CheckAsync(A.Pan()));

        var outage = await Assert.ThrowsAsync<ProviderUnavailable>(() => provider.CheckAsync(A.Pan()));

        Assert.Equal(ProviderCallOutcome.CircuitOpen, outage.Outcome);
        Assert.Equal(0, rig.Calls.All[^1].Attempts);
    }

    [Fact]
    public async Task Check_Contradicting_ShowsTheContradictionToTheCaller()
    {
        await using var rig = await SandboxRig.StartAsync();
        await rig.SwitchAsync("pan", new { contradict = true });

        var check = await rig.Provider<PanProvider>().CheckAsync(A.Pan());

        Assert.Equal((PanOutcome.Matched, false), (check.Outcome, check.NameMatches));
    }

    [Fact]
    public void Request_Printed_ShowsNeitherPanNorName()
    {
        var text = A.Pan().ToString();

        Assert.DoesNotContain("ABCPE1234F", text);
        Assert.DoesNotContain("Farhan", text);
    }
}
