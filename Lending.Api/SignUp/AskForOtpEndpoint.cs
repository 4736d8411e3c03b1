using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.SignUp;

public static class AskForOtpEndpoint
{
    /// <summary>One of mobile and email. The mobile number with its country code: +919812345678.</summary>
    public sealed record Request(
        [RegularExpression(@"^\+91[6-9][0-9]{9}$")] string? Mobile = null,
        [EmailAddress, StringLength(254), RegularExpression(@"^[!-~]+$")] string? Email = null,
        bool WhatsAppOptIn = false);

    /// <summary>SentTo is masked.</summary>
    public sealed record Answer(string ChallengeId, string SentTo, DateTimeOffset ExpiresAt, int TriesLeft);

    public static void Map(RouteGroupBuilder signUp) => signUp.MapPost("/otp", HandleAsync).WithName("AskForOtp")
        .WithSummary("Send a code to a phone or mailbox, to sign up or to sign in");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        Request request, [FromHeader(Name = "X-Brand")] string? brandCode, HttpContext http, Brands brands, FieldCipher cipher,
        OtpChallenges challenges, OtpVelocity velocity, OtpMessages messages, CancellationToken cancellationToken)
    {
        if (await brands.FindByHeaderAsync(brandCode, cancellationToken) is not { } brand) return Problems.From(new BrandNotFound());
        if (Contact.Of(request.Mobile, request.Email) is var contact && contact.IsRefused) return Problems.From(contact.Refusal);

        var address = http.Connection.RemoteIpAddress?.ToString();
        var id = challenges.IdOf(brand.Code, address, IdempotencyKey.Of(http));
        if (await challenges.FindAsync(id, cancellationToken) is { } earlier) return TypedResults.Ok(AnswerOf(earlier));

        var sealedContact = cipher.Seal(brand.Code, contact.Value.Field, contact.Value.Clear);
        if (await velocity.TakeAsync(brand.Code, sealedContact.Hash!, address, cancellationToken) is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Problems.Of(429, "otp_too_often", "Too many codes were asked for. Try again later.", contact.Value.Input);
        }

        var (challenge, code) = await challenges.CreateAsync(
            id, brand.Code, contact.Value.Field, sealedContact, request.WhatsAppOptIn, cancellationToken);
        if (await messages.SendAsync(brand, contact.Value, id, code, cancellationToken) is null) return TypedResults.Ok(AnswerOf(challenge));
        await challenges.RemoveAsync(id, cancellationToken);
        return Problems.From(new ContactUnreachable(contact.Value.Input));
    }

    private static Answer AnswerOf(OtpChallenge challenge) => new(
        challenge.Id, challenge.Contact.Mask, challenge.ExpiresAt, OtpSettings.TriesMax - challenge.Tries);
}
