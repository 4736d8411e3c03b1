using Lending.Providers.Mandates;
using Lending.Providers.Tests.Rig;
using Lending.Providers.Webhooks;

namespace Lending.Providers.Tests;

public sealed class MandateTests
{
    [Fact]
    public async Task Mandate_ApprovedOnItsPage_IsActiveAndTellsOfIt()
    {
        await using var rig = await SandboxRig.StartAsync();
        var (mandates, made) = await RegisteredAsync(rig);
        Assert.Equal(MandateStatus.Pending, made.State);
        Assert.Contains("Approve up to", await rig.PageAsync(made.Url.AbsolutePath), StringComparison.Ordinal);

        await rig.PressAsync(HttpMethod.Post, $"{made.Url.AbsolutePath}/answer", new { approve = true });

        var told = Assert.Single(await rig.Inbox.ReceiveAsync<MandateWebhook>("mandates", 1));
        Assert.Equal(("MAND-1", MandateStatus.Active), (told.ClientReference, told.State));
        Assert.Equal(told.Number, (await mandates.FindAsync("MAND-1"))!.Number);
        Assert.False((await rig.PressAsync(HttpMethod.Post, $"{made.Url.AbsolutePath}/answer", new { approve = false })).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Register_TheSameReference_GivesTheSameMandateAndRefusesAnotherContent()
    {
        await using var rig = await SandboxRig.StartAsync();
        var (mandates, made) = await RegisteredAsync(rig);

        Assert.Equal(made, (await mandates.RegisterAsync(A.Mandate())).Value);
        Assert.Equal("reference_reused", (await mandates.RegisterAsync(A.Mandate(minor: 1))).Refusal!.Code);
        Assert.Equal("invalid_amount", (await mandates.RegisterAsync(A.Mandate("MAND-2", 0))).Refusal!.Code);
        Assert.Null(await mandates.FindAsync("MAND-9"));
        Assert.Null(await mandates.CancelAsync("MAND-9"));
    }

    [Fact]
    public async Task Debit_AnnouncedAndPresentedTwice_IsCollectedOnceAndToldOfFiftyTimes()
    {
        await using var rig = await SandboxRig.StartAsync();
        var mandates = await ActiveAsync(rig);
        await rig.SwitchAsync("mandates", new { repeatWebhooks = 49 });
        Assert.Equal("not_announced", (await mandates.PresentAsync(A.Debit())).Refusal!.Code);
        Assert.Equal(DebitState.Announced, (await mandates.AnnounceAsync(A.Debit())).Value!.State);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => mandates.PresentAsync(A.Debit(minor: 10_000_00))));

        var told = Assert.Single((await rig.Inbox.ReceiveAsync<DebitWebhook>("debits", 50)).Distinct());
        Assert.Equal((DebitState.Paid, 10_000_00L), (told.State, told.AmountMinor));
        Assert.Equal(told.PaymentReference, (await mandates.FindDebitAsync("DEB-1"))!.PaymentReference);
        Assert.Equal("reference_reused", (await mandates.PresentAsync(A.Debit(minor: 9_000_00))).Refusal!.Code);
    }

    [Fact]
    public async Task Debit_BeyondWhatWasToldOrTheMandateAllows_IsRefused()
    {
        await using var rig = await SandboxRig.StartAsync();
        var mandates = await ActiveAsync(rig);

        Assert.Equal("amount_above_mandate", (await mandates.AnnounceAsync(A.Debit(minor: 20_000_01))).Refusal!.Code);
        await mandates.AnnounceAsync(A.Debit());
        Assert.Equal("amount_above_announced", (await mandates.PresentAsync(A.Debit(minor: 15_951_46))).Refusal!.Code);
        Assert.Equal("not_announced", (await mandates.PresentAsync(A.Debit() with { DebitOn = A.FirstOfJuly.AddDays(1) })).Refusal!.Code);
        await mandates.CancelAsync("MAND-1");
        Assert.Equal("mandate_not_active", (await mandates.PresentAsync(A.Debit())).Refusal!.Code);
    }

    [Fact]
    public async Task Debit_OfAnEmptyAccountOrOneThatWaits_EndsAsThePageSays()
    {
        await using var rig = await SandboxRig.StartAsync();
        var mandates = await ActiveAsync(rig);
        var page = (await mandates.FindAsync("MAND-1"))!.Url.AbsolutePath;
        await rig.PressAsync(HttpMethod.Post, $"{page}/account", new { account = "no_funds" });
        await PresentAsync(mandates, "DEB-1");
        Assert.Equal("insufficient_funds", Assert.Single(await rig.Inbox.ReceiveAsync<DebitWebhook>("debits", 1)).FailureCode);

        await rig.PressAsync(HttpMethod.Post, $"{page}/account", new { account = "waits" });
        await PresentAsync(mandates, "DEB-2");
        Assert.Contains("Fail DEB-2", await rig.PageAsync("bank"), StringComparison.Ordinal);
        await rig.PressAsync(HttpMethod.Post, "api/debits/DEB-2/complete", new { succeed = true });

        Assert.Equal(DebitState.Paid, (await mandates.FindDebitAsync("DEB-2"))!.State);
    }

    [Fact]
    public async Task Debit_UnderWayWhenTheSandboxStops_IsDecidedAfterItStartsAgain()
    {
        await using var rig = await SandboxRig.StartAsync();
        var mandates = await ActiveAsync(rig);
        await PresentAsync(mandates, "DEB-1");

        await rig.RestartSandboxAsync();

        var told = await rig.Inbox.ReceiveUntilAsync<DebitWebhook>("debits", webhooks => webhooks.Length > 0);
        Assert.All(told, webhook => Assert.Equal(DebitState.Paid, webhook.State));
        Assert.Equal(MandateStatus.Active, (await rig.Provider<MandateProvider>().FindAsync("MAND-1"))!.State);
    }

    private static async Task PresentAsync(MandateProvider mandates, string reference)
    {
        Assert.True((await mandates.AnnounceAsync(A.Debit(reference))).Accepted);
        Assert.True((await mandates.PresentAsync(A.Debit(reference))).Accepted);
    }

    private static async Task<(MandateProvider Mandates, MandateOrder Made)> RegisteredAsync(SandboxRig rig)
    {
        var mandates = rig.Provider<MandateProvider>();
        return (mandates, (await mandates.RegisterAsync(A.Mandate())).Value!);
    }

    private static async Task<MandateProvider> ActiveAsync(SandboxRig rig)
    {
        var (mandates, made) = await RegisteredAsync(rig);
        (await rig.PressAsync(HttpMethod.Post, $"{made.Url.AbsolutePath}/answer", new { approve = true })).EnsureSuccessStatusCode();
        return mandates;
    }
}
