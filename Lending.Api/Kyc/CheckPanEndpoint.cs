using System.ComponentModel.DataAnnotations;
using Lending.Api.Onboarding;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Lending.Providers.Pan;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Kyc;

public static class CheckPanEndpoint
{
    public sealed record Request([RegularExpression("^[A-Z]{5}[0-9]{4}[A-Z]$")] string Pan);

    public static void Map(RouteGroupBuilder changes) => changes.MapPost("/pan", HandleAsync).WithName("CheckPan").WithTags("Identity")
        .WithSummary("Check the PAN against name and date of birth of the profile");

    private static async Task<Results<Ok<OnboardingAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, Caller caller, OnboardingCustomer customers, FieldCipher cipher, PanProvider pans, CancellationToken cancellationToken)
    {
        var customer = await customers.WithProfileAsync(caller, cancellationToken);
        if (customer.IsRefused || await customers.IsDoneAsync(caller, cancellationToken)) return OnboardingAnswer.Of(caller, customer);

        var profile = ClearProfile.Of(cipher, caller.Brand, customer.Value.Profile!);
        var check = await pans.CheckAsync(new PanCheckRequest(request.Pan, profile.FullName, profile.BornOn), cancellationToken);
        var command = new RecordPanCheck(cipher.Seal(caller.Brand, Field.Pan, request.Pan), ResultOf(check), check.ProviderReference);
        return CheckedStep.Answer(
            caller, OnboardingSteps.Pan, ResultOf(check).ToString(), await customers.ExecuteAsync(caller, command, cancellationToken));
    }

    private static PanCheckResult ResultOf(PanCheck check) => check switch
    {
        { FraudFlag: true } => PanCheckResult.Fraud,
        { Outcome: PanOutcome.NotFound } => PanCheckResult.NotFound,
        { NameMatches: false } => PanCheckResult.NameMismatch,
        { DateOfBirthMatches: false } => PanCheckResult.BirthDateMismatch,
        _ => PanCheckResult.Matched,
    };
}
