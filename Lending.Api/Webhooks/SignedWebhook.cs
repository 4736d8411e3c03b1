using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Lending.Providers.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Webhooks;

/// <summary>Reads a provider's webhook: nothing of the body is believed before its signature holds.</summary>
public static class SignedWebhook
{
    public static async Task<(T? Webhook, ProblemHttpResult? Refused)> ReadAsync<T>(
        HttpContext http, WebhookVerifier verifier, CancellationToken cancellationToken)
        where T : class
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellationToken);
        var bytes = body.ToArray();
        var headers = http.Request.Headers;
        if (verifier.Verify(headers[WebhookSignature.TimestampHeader], headers[WebhookSignature.SignatureHeader], bytes) is not WebhookVerdict.Valid)
            return (null, Problems.Of(401, "signature_invalid", "The signature is missing, wrong or too old."));
        return WebhookVerifier.TryRead<T>(bytes, out var webhook)
            ? (webhook, null)
            : (null, Problems.Of(400, "webhook_unreadable", "The body is not what this address receives."));
    }

    /// <summary>The loan that a provider's reference names; null when it is not one of ours, or names a Brand that this installation does not have.</summary>
    public static async Task<LoanReference?> NamedAsync(HttpContext http, string? clientReference, CancellationToken cancellationToken) =>
        (await LoanOfAsync(http, clientReference, cancellationToken))?.Reference;

    /// <summary>As <see cref="NamedAsync"/>, with the Brand.</summary>
    public static async Task<(LoanReference Reference, Brand Brand)?> LoanOfAsync(HttpContext http, string? clientReference, CancellationToken cancellationToken) =>
        LoanReference.TryParse(clientReference, out var reference)
        && await http.RequestServices.GetRequiredService<Brands>().FindRecentAsync(reference.Brand, cancellationToken) is { } brand
            ? (reference, brand)
            : null;

    /// <summary>A command in the provider's name. Its id is made of what happened, so repeats in any number come to one.</summary>
    public static CommandContext Command(HttpContext http, string brand, string provider, string id) => new(
        $"webhook:{provider}:{id}", brand, Actor.Provider(provider) with { Origin = http.Connection.RemoteIpAddress?.ToString() },
        Grants.Everything, Correlation.Of(http));
}
