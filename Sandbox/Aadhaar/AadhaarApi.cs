using System.Text;
using Sandbox.Pages;
using Sandbox.People;
using Sandbox.Switches;

namespace Sandbox.Aadhaar;

/// <summary>Aadhaar by OTP and through DigiLocker.</summary>
internal static class AadhaarApi
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var aadhaar = app.MapGroup("/aadhaar").AddEndpointFilter(new SwitchFilter(Capability.Aadhaar));
        aadhaar.MapPost("/otp", StartOtp);
        aadhaar.MapPost("/otp/{reference}/verify", (string reference, OtpTry attempt, AadhaarDesk desk) => TypedResults.Ok(desk.Verify(reference, attempt.Otp)));
        aadhaar.MapPost("/digilocker", StartConsent);
        aadhaar.MapGet("/digilocker/{reference}", (string reference, AadhaarDesk desk) => TypedResults.Ok(desk.Consent(reference)));
        aadhaar.MapGet("/photos/{reference}", (string reference) => reference.StartsWith("photo_", StringComparison.Ordinal)
            ? TypedResults.Bytes(Encoding.UTF8.GetBytes(Portrait.Draw(reference)), "image/svg+xml")
            : Refused.NotFound());

        // The borrower's own page.
        app.MapGet("/digilocker/{id}", (string id, HttpRequest request, AadhaarDesk desk, TimeProvider clock) => desk.Find(id) is { Otp: null } session
            ? Page.Hosted(request, "Share", ConsentPage.Render(session, clock.GetUtcNow()))
            : Page.NotFound(request, "This consent page does not exist."));
        app.MapPost("/digilocker/{id}/decide", (string id, Decision decision, AadhaarDesk desk) =>
            desk.Decide(id, decision.Allow) ? TypedResults.NoContent() : Refused.Conflict("not_open", "The consent is decided or expired."));
    }

    private static IResult StartOtp(OtpRequest request, AadhaarDesk desk)
    {
        if (!Formats.Aadhaar.IsMatch(request.AadhaarNumber) || Magic.Ending(request.AadhaarNumber) == Magic.AadhaarNotFound)
            return Refused.Unprocessable("aadhaar_not_found", "There is no such Aadhaar number.");
        if (Magic.Ending(request.AadhaarNumber) == Magic.AadhaarNoMobile || !Formats.Phone.IsMatch(request.Mobile))
            return Refused.Unprocessable("no_mobile_linked", "No mobile is linked to this Aadhaar number.");
        return desk.StartOtp(request.ClientReference, request.AadhaarNumber, request.Name, request.DateOfBirth, request.Mobile) is { } session
            ? TypedResults.Ok(new { session.ProviderReference, MaskedMobile = $"XXXXXX{request.Mobile[^4..]}", session.ExpiresAt })
            : Refused.ReferenceReused();
    }

    private static IResult StartConsent(ConsentRequest consent, HttpRequest request, AadhaarDesk desk) =>
        desk.StartConsent(consent.ClientReference, consent.Name, consent.DateOfBirth) is { } session
            ? TypedResults.Ok(new
            {
                session.ProviderReference,
                ConsentUrl = new Uri($"{request.Scheme}://{request.Host}/digilocker/{session.ProviderReference}"),
                session.ExpiresAt,
            })
            : Refused.ReferenceReused();

    internal sealed record OtpRequest(string ClientReference, string AadhaarNumber, string Name, DateOnly DateOfBirth, string Mobile);

    internal sealed record OtpTry(string Otp);

    internal sealed record ConsentRequest(string ClientReference, string Name, DateOnly DateOfBirth);

    internal sealed record Decision(bool Allow);
}
