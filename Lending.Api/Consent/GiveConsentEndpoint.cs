using System.ComponentModel.DataAnnotations;
using Lending.Api.Onboarding;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Consent;

public static class GiveConsentEndpoint
{
    /// <summary>The versions name the texts that were shown, such as "2026-04".</summary>
    public sealed record Request(
        [RegularExpression("^[A-Za-z0-9._-]{1,40}$")] string TermsVersion,
        [RegularExpression("^[A-Za-z0-9._-]{1,40}$")] string PrivacyVersion,
        bool DataSharing,
        bool BureauEnquiry);

    public static void Map(RouteGroupBuilder changes) => changes.MapPost("/consent", HandleAsync).WithName("GiveConsent").WithTags("Consent")
        .WithSummary("Accept terms and privacy policy, data sharing and the credit-bureau enquiry");

    private static async Task<Results<Ok<OnboardingAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, Caller caller, OnboardingCustomer customers, CancellationToken cancellationToken) =>
        OnboardingAnswer.Of(caller, await customers.ExecuteAsync(
            caller, new GiveConsent(request.TermsVersion, request.PrivacyVersion, request.DataSharing, request.BureauEnquiry), cancellationToken));
}
