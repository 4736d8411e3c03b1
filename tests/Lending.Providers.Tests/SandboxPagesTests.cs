using System.Net;
using System.Net.Http.Json;
using Lending.Providers.Payouts;
using Lending.Providers.Tests.Rig;

namespace Lending.Providers.Tests;

public sealed class SandboxPagesTests
{
    [Theory]
    [InlineData("", "Steering outcomes")]
    [InlineData("phone", "Phone and mailbox")]
    [InlineData("bank", "Payouts")]
    [InlineData("authenticator", "Demo staff only")]
    [InlineData("switches", "Penny drop")]
    public async Task Page_Opened_IsWhole(string path, string text)
    {
        await using var rig = await SandboxRig.StartAsync();

        var page = await rig.PageAsync(path);

        Assert.Contains(text, page);
        Assert.EndsWith("</html>", page.TrimEnd());
        Assert.DoesNotContain("http://", page.Replace(rig.SandboxUrl.ToString(), ""));
    }

    [Fact]
    public async Task Bank_WithAPayoutThatWaits_OffersToDecideIt()
    {
        await using var rig = await SandboxRig.StartAsync();
        await rig.Provider<PayoutProvider>().SendAsync(A.Payout("123456780006"));

        var page = await rig.PageAsync("bank");

        Assert.Contains("/api/payouts/DISB-1/complete", page);
        Assert.Contains("1,45,665.00", page);
    }

    [Fact]
    public async Task Switches_SetForOneThirdParty_LeaveTheOthersAndReset()
    {
        await using var rig = await SandboxRig.StartAsync();
        using var http = new HttpClient { BaseAddress = rig.SandboxUrl };

        await rig.SwitchAsync("payouts", new { repeatWebhooks = 3 });
        await rig.SwitchAsync("payouts", new { fail = true });
        var set = await http.GetFromJsonAsync<Dictionary<string, Switch>>("switches");
        await http.DeleteAsync("switches");
        var reset = await http.GetFromJsonAsync<Dictionary<string, Switch>>("switches");

        Assert.Equal((new Switch(true, 3), new Switch(false, 0)), (set!["payouts"], set["eSign"]));
        Assert.Equal(new Switch(false, 0), reset!["payouts"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await rig.PressAsync(HttpMethod.Put, "switches", new { weather = new { fail = true } })).StatusCode);
    }

    // RFC 6238 is checked by its own secret in the product's sign-in; here the code is the one that any authenticator app shows.
    [Fact]
    public async Task Totp_OfDemoStaff_FollowsFromTheAddressInLowerCase()
    {
        await using var rig = await SandboxRig.StartAsync();
        using var http = new HttpClient { BaseAddress = rig.SandboxUrl };

        var one = await http.GetFromJsonAsync<Code>("api/totp?email=credit@saffron.example");
        var same = await http.GetFromJsonAsync<Code>("api/totp?email=Credit@Saffron.example");

        Assert.Equal("IO4NGCLCLARTDD7AVPLRXTJXJOYQQNAQ", one!.Secret);
        Assert.Equal(one.Secret, same!.Secret);
    }

    [Fact]
    public async Task Payout_WithACallbackOutsideThisMachine_IsRefused()
    {
        await using var rig = await SandboxRig.StartAsync();

        var answer = await rig.Provider<PayoutProvider>(("Webhooks:BaseUrl", "http://198.51.100.1")).SendAsync(A.Payout());

        Assert.Equal("callback_not_local", answer.Refusal!.Code);
    }

    private sealed record Switch(bool Fail, int RepeatWebhooks);

    private sealed record Code(string Secret);
}
