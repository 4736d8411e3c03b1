using System.ComponentModel.DataAnnotations;
using Lending.Data;
using Lending.Api.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Lending.Api.Staff;

public static class SignInEndpoint
{
    public sealed record Request(
        [RegularExpression("^[a-z0-9-]{1,40}$")] string Brand,
        [StringLength(254, MinimumLength = 3)] string Email,
        [StringLength(200, MinimumLength = 1)] string Password);

    public sealed record Answer(string StaffId, string Name, string Role, string AccessToken, int AccessTokenSeconds);

    private static readonly PasswordHasher<StaffMember> Hasher = new();

    // Checked when there is no such person, so that the time it takes does not tell.
    private static readonly string NobodysHash = Hasher.HashPassword(null!, Guid.NewGuid().ToString());

    public static void Map(RouteGroupBuilder staff) => staff.MapPost("/sign-in", HandleAsync).WithName("StaffSignIn").WithTags("Staff sign-in")
        .AllowAnonymous()
        .WithSummary("Sign in as staff. Five wrong passwords close the account for five minutes; every failure is answered alike");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        Request request, StaffQuery staff, FailedTries failures, StaffTokens tokens, CancellationToken cancellationToken)
    {
        var tries = $"sign-in:{request.Brand}/{request.Email.Trim().ToLowerInvariant()}";
        var isClosed = await failures.AreTooManyAsync(tries, cancellationToken);
        var member = await staff.FindByEmailAsync(request.Brand, request.Email, cancellationToken);
        var isRight = Hasher.VerifyHashedPassword(member!, member?.PasswordHash ?? NobodysHash, request.Password) is not PasswordVerificationResult.Failed;
        if (isClosed || !isRight || member is not { Active: true })
        {
            if (!isClosed) await failures.AddAsync(tries, cancellationToken);
            return Problems.Of(401, "sign_in_failed", "The e-mail or the password is wrong, or the account is closed for a few minutes.");
        }

        await failures.ForgetAsync(tries, cancellationToken);
        return TypedResults.Ok(new Answer(
            member.Id, member.Name, member.Role.ToString(), tokens.Issue(member), (int)StaffTokens.Lifetime.TotalSeconds));
    }
}
