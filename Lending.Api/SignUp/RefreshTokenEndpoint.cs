using System.ComponentModel.DataAnnotations;
using Lending.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.SignUp;

public static class RefreshTokenEndpoint
{
    public sealed record Request([StringLength(128, MinimumLength = 1)] string RefreshToken);

    public sealed record Answer(string AccessToken, int AccessTokenSeconds, string RefreshToken, DateTimeOffset RefreshTokenExpiresAt);

    public static void Map(RouteGroupBuilder signUp) => signUp.MapPost("/tokens/refresh", HandleAsync).WithName("RefreshToken")
        .WithSummary("Exchange a refresh token, once, for a new pair of tokens");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        Request request, AccessTokens access, RefreshTokens refresh, CancellationToken cancellationToken) =>
        await refresh.RotateAsync(request.RefreshToken, cancellationToken) is { } next
            ? TypedResults.Ok(new Answer(
                access.Issue(next.CustomerId, next.Brand), (int)AccessTokens.Lifetime.TotalSeconds, next.Token, next.ExpiresAt))
            : Problems.Of(401, "refresh_token_invalid", "Sign in again with a new code.", "refreshToken");
}
