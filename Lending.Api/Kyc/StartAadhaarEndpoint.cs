using System.ComponentModel.DataAnnotations;
using Lending.Api.Onboarding;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Lending.Providers.Aadhaar;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Kyc;

public static class StartAadhaarEndpoint
{
    /// <summary>Mobile is needed only from those who signed up by e-mail: the phone that is linked with the Aadhaar number.</summary>
    public sealed record Request(
        [RegularExpression("^[0-9]{12}$")] string AadhaarNumber,
        [RegularExpression(@"^\+91[6-9][0-9]{9}$")] string? Mobile = null);

    public sealed record Answer(string SentTo, DateTimeOffset ExpiresAt);

    public static void Map(RouteGroupBuilder changes) => changes.MapPost("/aadhaar/otp", HandleAsync).WithName("StartAadhaar").WithTags("Identity")
        .WithSummary("Send a code to the phone that is linked with the Aadhaar number");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        Request request, Caller caller, HttpContext http, OnboardingCustomer customers, FieldCipher cipher, AadhaarProvider aadhaar,
        AadhaarSessions sessions, CancellationToken cancellationToken)
    {
        var customer = await customers.WithProfileAsync(caller, cancellationToken);
        if (customer.IsRefused) return Problems.From(customer.Refusal);
        var mobile = request.Mobile ?? (customer.Value.Mobile is { } known ? cipher.Open(caller.Brand, Field.Mobile, known) : null);
        if (mobile is null) return Problems.From(new ContactMissing());

        var profile = ClearProfile.Of(cipher, caller.Brand, customer.Value.Profile!);
        var reference = $"aadhaar-{IdempotencyKey.ReferenceOf(http, $"{caller.Brand}/{caller.CustomerId}", "aadhaar")}";
        var started = await aadhaar.StartOtpAsync(
            new AadhaarOtpRequest(reference, request.AadhaarNumber, profile.FullName, profile.BornOn, mobile), cancellationToken);
        if (!started.Accepted) return Problems.From(new ProviderRefused(started.Refusal.Code, "aadhaarNumber"));

        await sessions.KeepAsync(
            caller, new(
                started.Value.ProviderReference, cipher.Seal(caller.Brand, Field.Aadhaar, request.AadhaarNumber),
                cipher.Seal(caller.Brand, Field.Mobile, mobile)), cancellationToken);
        return TypedResults.Ok(new Answer(started.Value.MaskedMobile, started.Value.ExpiresAt));
    }
}
