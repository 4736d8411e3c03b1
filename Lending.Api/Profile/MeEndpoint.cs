using Lending.Api.Onboarding;
using Lending.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Profile;

public static class MeEndpoint
{
    public static void Map(RouteGroupBuilder me) => me.MapGet("", HandleAsync).WithName("Me").WithTags("Profile")
        .WithSummary("The signed-in customer: onboarding steps done and missing, in order");

    private static async Task<Results<Ok<OnboardingAnswer>, ProblemHttpResult>> HandleAsync(
        Caller caller, OnboardingCustomer customers, CancellationToken cancellationToken) =>
        OnboardingAnswer.Of(caller, await customers.GetAsync(caller, cancellationToken));
}
