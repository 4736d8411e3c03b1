using System.ComponentModel.DataAnnotations;
using Lending.Api.Onboarding;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Lending.Providers.Aadhaar;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Kyc;

public static class VerifyAadhaarEndpoint
{
    public sealed record Request([RegularExpression("^[0-9]{6}$")] string Otp);

    public static void Map(RouteGroupBuilder changes) => changes.MapPost("/aadhaar/verify", HandleAsync).WithName("VerifyAadhaar").WithTags("Identity")
        .WithSummary("Enter the Aadhaar code; name and date of birth are compared with the profile");

    private static async Task<Results<Ok<OnboardingAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, Caller caller, OnboardingCustomer customers, FieldCipher cipher, AadhaarProvider aadhaar, AadhaarSessions sessions,
        CancellationToken cancellationToken)
    {
        var customer = await customers.WithProfileAsync(caller, cancellationToken);
        if (customer.IsRefused || await customers.IsDoneAsync(caller, cancellationToken)) return OnboardingAnswer.Of(caller, customer);
        if (await sessions.FindAsync(caller, cancellationToken) is not { } session) return Problems.From(new AadhaarOtpExpired());

        var verification = await aadhaar.VerifyOtpAsync(session.ProviderReference, request.Otp, cancellationToken);
        if (verification is not { Outcome: AadhaarOutcome.Verified, Person: { } person })
            return Problems.From(verification.Outcome is AadhaarOutcome.WrongOtp ? new AadhaarOtpWrong() : new AadhaarOtpExpired());

        var result = ResultOf(person, ClearProfile.Of(cipher, caller.Brand, customer.Value.Profile!));
        var command = new RecordAadhaarCheck(session.Aadhaar, result, verification.ProviderReference, session.LinkedMobile);
        return CheckedStep.Answer(
            caller, OnboardingSteps.Aadhaar, result.ToString(), await customers.ExecuteAsync(caller, command, cancellationToken));
    }

    private static AadhaarCheckResult ResultOf(AadhaarPerson person, ClearProfile profile) =>
        NameMatch.PercentOf(person.Name, profile.FullName) < CustomerDecider.NameMatchNeeded ? AadhaarCheckResult.NameMismatch
        : person.DateOfBirth != profile.BornOn ? AadhaarCheckResult.BirthDateMismatch
        : AadhaarCheckResult.Matched;
}
