using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.SignUp;

public static class SignOutEndpoint
{
    public sealed record Request([StringLength(128, MinimumLength = 1)] string RefreshToken);

    public static void Map(RouteGroupBuilder signUp) => signUp.MapPost("/tokens/revoke", HandleAsync).WithName("SignOut")
        .WithSummary("Sign out: the refresh token and its successors end; the access token runs out by itself");

    private static async Task<NoContent> HandleAsync(Request request, RefreshTokens refresh, CancellationToken cancellationToken)
    {
        await refresh.EndAsync(request.RefreshToken, cancellationToken);
        return TypedResults.NoContent();
    }
}
