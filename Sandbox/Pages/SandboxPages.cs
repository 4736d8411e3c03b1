using Sandbox.Authenticator;
using Sandbox.ESign;
using Sandbox.Mandates;
using Sandbox.Messages;
using Sandbox.PaymentLinks;
using Sandbox.Payouts;
using Sandbox.Webhooks;

namespace Sandbox.Pages;

/// <summary>The pages a developer or tester opens, and what they are made of.</summary>
internal static class SandboxPages
{
    private const int Shown = 50;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpRequest request, Mailbox mailbox, PayoutDesk payouts, WebhookSender webhooks) =>
            Page.Show(request, "Home", HomePage.Render(mailbox.Recipients(null, Shown).Count, payouts.Waiting(), webhooks.HasKey)));
        app.MapGet("/phone", (HttpRequest request, string? to, string? find, Mailbox mailbox) =>
        {
            var recipients = mailbox.Recipients(string.IsNullOrWhiteSpace(find) ? null : find.Trim(), Shown);
            var shown = string.IsNullOrEmpty(to) ? recipients.FirstOrDefault()?.To : to;
            return Page.Show(request, "Phone", PhonePage.Render(recipients, shown, find, shown is null ? [] : mailbox.To(shown, Shown)));
        });
        app.MapGet("/bank", (HttpRequest request, PayoutDesk payouts, PaymentDesk payments, MandateDesk mandates, DebitDesk debits, SigningDesk signatures, WebhookSender webhooks) =>
            Page.Show(request, "Bank", BankPage.Render(
                payouts.Newest(Shown), payments.Newest(Shown), mandates.Newest(Shown), debits.Newest(Shown), signatures.Newest(Shown), webhooks.Newest(Shown), webhooks.HasKey)));
        app.MapGet("/authenticator", (HttpRequest request, StaffList staff, TimeProvider clock) =>
            Page.Show(request, "Authenticator", AuthenticatorPage.Render(staff.All(), clock.GetUtcNow())));

        Asset(app, "sandbox.css", "text/css");
        Asset(app, "sandbox.js", "text/javascript");
        Asset(app, "icon.svg", "image/svg+xml");
    }

    private static void Asset(IEndpointRouteBuilder app, string name, string type) =>
        app.MapGet("/assets/" + name, () => TypedResults.Stream(typeof(SandboxPages).Assembly.GetManifestResourceStream(name)!, type));
}
