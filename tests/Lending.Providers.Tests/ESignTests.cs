using System.Security.Cryptography;
using Lending.Providers.Calls;
using Lending.Providers.ESign;
using Lending.Providers.Tests.Rig;
using Lending.Providers.Webhooks;

namespace Lending.Providers.Tests;

public sealed class ESignTests
{
    [Fact]
    public async Task Sign_WithTheOtpFromThePhone_GivesASignedDocumentAndTellsByWebhook()
    {
        await using var rig = await SandboxRig.StartAsync();
        var signing = rig.Provider<ESignProvider>();
        var request = A.ESign();
        var signature = (await signing.RequestAsync(request)).Value!;
        var page = signature.SignUrl.AbsolutePath;
        Assert.Contains("Loan agreement LN-1", await rig.PageAsync(page));

        await rig.PressAsync(HttpMethod.Post, $"{page}/otp", new { });
        Assert.False((await rig.PressAsync(HttpMethod.Post, $"{page}/sign", new { otp = "wrong" })).IsSuccessStatusCode);
        Assert.True((await rig.PressAsync(HttpMethod.Post, $"{page}/sign", new { otp = await rig.OtpAsync(A.Mobile) })).IsSuccessStatusCode);

        var webhooks = await rig.Inbox.ReceiveAsync<ESignWebhook>("e-sign", 2);
        Assert.Equal([ESignState.Viewed, ESignState.Signed], webhooks.Select(webhook => webhook.State));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(request.Pdf.Span)), webhooks[1].DocumentSha256);
        var signed = (await signing.SignedDocumentAsync("SIGN-1"))!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(signed)), webhooks[1].SignedDocumentSha256);
        Assert.True(signed.AsSpan().StartsWith(request.Pdf.Span));
    }

    [Fact]
    public async Task Request_Repeated_IsTheSameRequest()
    {
        await using var rig = await SandboxRig.StartAsync();
        var signing = rig.Provider<ESignProvider>();

        var first = await signing.RequestAsync(A.ESign());
        var again = await signing.RequestAsync(A.ESign());
        var other = await signing.RequestAsync(A.ESign(text: "Another agreement"));

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(ProviderRefusal.ReferenceReused, other.Refusal!.Code);
        Assert.Null(await signing.SignedDocumentAsync("SIGN-1"));
    }

    [Fact]
    public async Task Request_PastItsTime_ExpiresByWebhookAndNoLongerSigns()
    {
        await using var rig = await SandboxRig.StartAsync();
        var signing = rig.Provider<ESignProvider>();
        var signature = (await signing.RequestAsync(A.ESign() with { ExpiresAt = rig.Clock.GetUtcNow().AddMinutes(2) })).Value!;
        rig.Clock.Forward(TimeSpan.FromMinutes(3));

        var webhook = Assert.Single(await rig.Inbox.ReceiveAsync<ESignWebhook>("e-sign", 1));

        Assert.Equal(ESignState.Expired, webhook.State);
        Assert.False((await rig.PressAsync(HttpMethod.Post, $"{signature.SignUrl.AbsolutePath}/otp", new { })).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Decline_OnThePage_IsFinal()
    {
        await using var rig = await SandboxRig.StartAsync();
        var signing = rig.Provider<ESignProvider>();
        var signature = (await signing.RequestAsync(A.ESign())).Value!;

        await rig.PressAsync(HttpMethod.Post, $"{signature.SignUrl.AbsolutePath}/decline", new { });

        Assert.Equal(ESignState.Declined, (await rig.Inbox.ReceiveAsync<ESignWebhook>("e-sign", 1))[0].State);
        Assert.Equal(ESignState.Declined, (await signing.CancelAsync("SIGN-1")).Value!.State);
    }

    [Fact]
    public async Task Request_OfSomethingElseThanAPdf_IsRefused()
    {
        await using var rig = await SandboxRig.StartAsync();

        var answer = await rig.Provider<ESignProvider>().RequestAsync(A.ESign() with { Pdf = "hello"u8.ToArray() });

        Assert.Equal("not_a_pdf", answer.Refusal!.Code);
    }
}
