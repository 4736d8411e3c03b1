using Lending.Providers.Calls;
using Lending.Providers.PaymentLinks;
using Lending.Providers.Tests.Rig;
using Lending.Providers.Webhooks;

namespace Lending.Providers.Tests;

public sealed class PaymentLinkTests
{
    [Fact]
    public async Task Pay_OnThePage_PaysOnceAndTellsByWebhook()
    {
        await using var rig = await SandboxRig.StartAsync();
        var links = rig.Provider<PaymentLinkProvider>();
        var link = (await links.CreateAsync(A.Link())).Value!;
        Assert.Contains("15,951.45", await rig.PageAsync(link.Url.AbsolutePath));

        var failed = await rig.PressAsync(HttpMethod.Post, $"{link.Url.AbsolutePath}/complete", new { succeed = false });
        var paid = await rig.PressAsync(HttpMethod.Post, $"{link.Url.AbsolutePath}/complete", new { succeed = true });
        var twice = await rig.PressAsync(HttpMethod.Post, $"{link.Url.AbsolutePath}/complete", new { succeed = true });

        Assert.Equal((true, true, false), (failed.IsSuccessStatusCode, paid.IsSuccessStatusCode, twice.IsSuccessStatusCode));
        var webhooks = await rig.Inbox.ReceiveAsync<PaymentWebhook>("payments", 2);
        Assert.Equal([PaymentState.Failed, PaymentState.Paid], webhooks.Select(webhook => webhook.State));
        Assert.Equal(("LINK-1", 15_951_45L, "INR"), (webhooks[1].ClientReference, webhooks[1].AmountMinor, webhooks[1].Currency));
        var found = (await links.FindAsync("LINK-1"))!;
        Assert.Equal((PaymentLinkState.Paid, webhooks[1].PaymentReference), (found.State, found.PaymentReference));
    }

    [Fact]
    public async Task Create_Repeated_IsTheSamePage()
    {
        await using var rig = await SandboxRig.StartAsync();
        var links = rig.Provider<PaymentLinkProvider>();

        var first = await links.CreateAsync(A.Link());
        var again = await links.CreateAsync(A.Link());
        var other = await links.CreateAsync(A.Link(minor: 1));

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(ProviderRefusal.ReferenceReused, other.Refusal!.Code);
    }

    [Fact]
    public async Task Cancel_ClosesAnOpenLinkButNotAPaidOne()
    {
        await using var rig = await SandboxRig.StartAsync();
        var links = rig.Provider<PaymentLinkProvider>();
        var open = (await links.CreateAsync(A.Link())).Value!;
        var paid = (await links.CreateAsync(A.Link("LINK-2"))).Value!;
        await rig.PressAsync(HttpMethod.Post, $"{paid.Url.AbsolutePath}/complete", new { succeed = true });

        Assert.Equal(PaymentLinkState.Cancelled, (await links.CancelAsync("LINK-1")).Value!.State);
        Assert.Equal("already_paid", (await links.CancelAsync("LINK-2")).Refusal!.Code);
        Assert.False((await rig.PressAsync(HttpMethod.Post, $"{open.Url.AbsolutePath}/complete", new { succeed = true })).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Find_OfAnUnknownReference_IsNothing()
    {
        await using var rig = await SandboxRig.StartAsync();

        Assert.Null(await rig.Provider<PaymentLinkProvider>().FindAsync("LINK-9"));
    }

    [Fact]
    public async Task Webhook_Repeated_ComesFiftyTimesWithOneEventId()
    {
        await using var rig = await SandboxRig.StartAsync();
        await rig.SwitchAsync("paymentLinks", new { repeatWebhooks = 49 });
        var link = (await rig.Provider<PaymentLinkProvider>().CreateAsync(A.Link())).Value!;

        await rig.PressAsync(HttpMethod.Post, $"{link.Url.AbsolutePath}/complete", new { succeed = true });

        var webhooks = await rig.Inbox.ReceiveAsync<PaymentWebhook>("payments", 50);
        Assert.Single(webhooks.Distinct());
    }
}
