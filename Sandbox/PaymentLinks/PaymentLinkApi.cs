using Sandbox.Pages;
using Sandbox.People;
using Sandbox.Switches;
using Sandbox.Webhooks;

namespace Sandbox.PaymentLinks;

/// <summary>Money in.</summary>
internal static class PaymentLinkApi
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var links = app.MapGroup("/payment-links").AddEndpointFilter(new SwitchFilter(Capability.PaymentLinks));
        links.MapPost("", Create);
        links.MapGet("/{clientReference}", (string clientReference, HttpRequest request, PaymentDesk desk) =>
            desk.Find(PaymentDesk.IdOf(clientReference)) is { } link ? TypedResults.Ok(PaymentLinkAnswer.From(link, request)) : Refused.NotFound());
        links.MapPost("/{clientReference}/cancel", (string clientReference, HttpRequest request, PaymentDesk desk) =>
            desk.Find(PaymentDesk.IdOf(clientReference)) is null
                ? Refused.NotFound()
                : desk.Cancel(PaymentDesk.IdOf(clientReference)) is { } link
                    ? TypedResults.Ok(PaymentLinkAnswer.From(link, request))
                    : Refused.Conflict("already_paid", "The link was paid."));

        // The payer's own page.
        app.MapGet("/pay/{id}", (string id, HttpRequest request, PaymentDesk desk, TimeProvider clock) => desk.Find(id) is { } link
            ? Page.Hosted(request, "Pay", PayPage.Render(link, clock.GetUtcNow()))
            : Page.NotFound(request, "This payment page does not exist."));
        app.MapPost("/pay/{id}/complete", (string id, Press press, PaymentDesk desk) =>
            desk.Try(id, press.Succeed, press.Method ?? "upi") is { } link
                ? TypedResults.Ok(new { link.State })
                : Refused.Conflict("not_open", "The link is paid, expired or cancelled."));
    }

    private static IResult Create(PaymentOrder order, HttpRequest request, PaymentDesk desk, TimeProvider clock)
    {
        if (Callback.Refuse(order.CallbackUrl) is { } refusal) return refusal;
        if (desk.Find(PaymentDesk.IdOf(order.ClientReference)) is null)
        {
            if (order.AmountMinor <= 0 || !Formats.Currency.IsMatch(order.Currency))
                return Refused.Unprocessable("invalid_amount", "The amount must be positive, with a currency such as INR.");
            if (order.ExpiresAt <= clock.GetUtcNow()) return Refused.Unprocessable("already_expired", "The link would have expired already.");
        }

        return desk.Create(order) is { } link ? TypedResults.Ok(PaymentLinkAnswer.From(link, request)) : Refused.ReferenceReused();
    }

    internal sealed record Press(bool Succeed, string? Method);
}
