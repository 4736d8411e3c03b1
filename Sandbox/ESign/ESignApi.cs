using Sandbox.Pages;
using Sandbox.Switches;
using Sandbox.Webhooks;

namespace Sandbox.ESign;

/// <summary>Signing by Aadhaar OTP.</summary>
internal static class ESignApi
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var requests = app.MapGroup("/esign/requests").AddEndpointFilter(new SwitchFilter(Capability.ESign));
        requests.MapPost("", Open);
        requests.MapGet("/{clientReference}", (string clientReference, HttpRequest request, SigningDesk desk) =>
            desk.Find(SigningDesk.IdOf(clientReference)) is { } found ? TypedResults.Ok(SignatureAnswer.From(found, request)) : Refused.NotFound());
        requests.MapGet("/{clientReference}/document", (string clientReference, SigningDesk desk) =>
            desk.Find(SigningDesk.IdOf(clientReference)) is { State: SignatureState.Signed } signed
                ? TypedResults.Bytes(desk.Paper(signed), "application/pdf")
                : Refused.NotFound());
        requests.MapPost("/{clientReference}/cancel", (string clientReference, HttpRequest request, SigningDesk desk) =>
            desk.Find(SigningDesk.IdOf(clientReference)) is null
                ? Refused.NotFound()
                : desk.Cancel(SigningDesk.IdOf(clientReference)) is { } cancelled
                    ? TypedResults.Ok(SignatureAnswer.From(cancelled, request))
                    : Refused.Conflict("already_signed", "The document is signed."));

        // The signer's own page.
        app.MapGet("/esign/{id}", Show);
        app.MapGet("/esign/{id}/document", (string id, SigningDesk desk) => desk.Find(id) is { } signature
            ? TypedResults.Bytes(desk.Paper(signature), "application/pdf")
            : Refused.NotFound());
        app.MapPost("/esign/{id}/otp", (string id, SigningDesk desk) =>
            desk.SendOtp(id) ? TypedResults.NoContent() : Refused.Conflict("not_open", "The request is closed or expired."));
        app.MapPost("/esign/{id}/sign", (string id, Consent consent, SigningDesk desk) => desk.Sign(id, consent.Otp) is { } signed
            ? TypedResults.Ok(new { signed.State })
            : Refused.Conflict("not_signed", "The OTP is wrong, or the request is closed or expired."));
        app.MapPost("/esign/{id}/decline", (string id, SigningDesk desk) => desk.Decline(id) is { } declined
            ? TypedResults.Ok(new { declined.State })
            : Refused.Conflict("not_open", "The request is closed or expired."));
    }

    private static IResult Show(string id, HttpRequest request, SigningDesk desk)
    {
        desk.View(id);
        return desk.Find(id) is { } signature
            ? Page.Hosted(request, "Sign", SignPage.Render(signature))
            : Page.NotFound(request, "This signing page does not exist.");
    }

    private static IResult Open(SignatureOrder order, HttpRequest request, SigningDesk desk, TimeProvider clock)
    {
        if (Callback.Refuse(order.CallbackUrl) is { } refusal) return refusal;
        if (desk.Find(SigningDesk.IdOf(order.ClientReference)) is null)
        {
            if (!order.Pdf.AsSpan().StartsWith("%PDF-"u8)) return Refused.Unprocessable("not_a_pdf", "The document is not a PDF.");
            if (order.ExpiresAt <= clock.GetUtcNow()) return Refused.Unprocessable("already_expired", "The request would have expired already.");
        }

        return desk.Open(order) is { } signature ? TypedResults.Ok(SignatureAnswer.From(signature, request)) : Refused.ReferenceReused();
    }

    internal sealed record Consent(string Otp);
}
