using System.ComponentModel.DataAnnotations;
using Lending.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.SignUp;

public static class VerifyOtpEndpoint
{
    public sealed record Request(
        [StringLength(64, MinimumLength = 1)] string ChallengeId,
        [RegularExpression("^[0-9]{6}$")] string Code);

    /// <summary>IsNew tells a first sign-up from a sign-in.</summary>
    public sealed record Answer(
        string CustomerId, bool IsNew, string AccessToken, int AccessTokenSeconds, string RefreshToken, DateTimeOffset RefreshTokenExpiresAt);

    public static void Map(RouteGroupBuilder signUp) => signUp.MapPost("/otp/verify", HandleAsync).WithName("VerifyOtp")
        .WithSummary("Enter the code: signs up a new customer or signs in a known one");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        Request request, HttpContext http, OtpChallenges challenges, Registration registration, AccessTokens access, RefreshTokens refresh,
        CancellationToken cancellationToken)
    {
        var tried = await challenges.TryAsync(request.ChallengeId, request.Code, IdempotencyKey.Of(http), cancellationToken);
        if (tried.IsRefused) return Problems.From(tried.Refusal);

        var signedUp = await registration.SignUpOrInAsync(tried.Value, http, cancellationToken);
        if (signedUp.IsRefused) return Problems.From(signedUp.Refusal);

        var (customerId, isNew) = signedUp.Value;
        var renewal = await refresh.StartAsync(customerId, tried.Value.Brand, cancellationToken);
        return TypedResults.Ok(new Answer(
            customerId, isNew, access.Issue(customerId, tried.Value.Brand), (int)AccessTokens.Lifetime.TotalSeconds, renewal.Token, renewal.ExpiresAt));
    }
}
