using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Lending.Domain;
using Lending.Flows;
using Lending.Providers.Webhooks;

namespace Lending.Holds.Tests;

/// <summary>The payment and payout provider: signed webhooks, sent again with the same news until they are taken.</summary>
public sealed class Gateway(LendingApp app)
{
    private const string Brand = "saffron";

    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(100);

    public static string PaymentBody(string loanId, string payment, long minor, string state = "paid", int sequence = 2) => JsonSerializer.Serialize(new
    {
        eventId = $"evt_{payment}", occurredAt = "2026-11-22T10:00:00Z", sequence, clientReference = LoanReference.Of(Brand, loanId, "link-load"),
        providerReference = "plink_load", paymentReference = payment, state, amountMinor = minor, currency = "INR", method = "upi", utr = payment,
    });

    public static string PayoutBody(string reference, long minor) => JsonSerializer.Serialize(new
    {
        eventId = $"evt_{reference}", occurredAt = "2026-11-22T10:00:00Z", sequence = 3, clientReference = reference, providerReference = "po_race",
        state = "succeeded", amountMinor = minor, currency = "INR", utr = "UTR1",
    });

    /// <summary>One try. Null when no answer came, as from a process that was killed.</summary>
    public async Task<HttpStatusCode?> TryAsync(string kind, string body, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/webhooks/{kind}") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp);
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(Encoding.UTF8.GetBytes(app.Installation.WebhookKey), timestamp, bytes));
        try
        {
            using var response = await app.Api.SendAsync(request, cancellationToken);
            return response.StatusCode;
        }
        catch (Exception lost) when (lost is HttpRequestException || (lost is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Tells until it is taken with 200.</summary>
    public async Task TellAsync(string kind, string body, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(BeforeAgain);
        while (await TryAsync(kind, body, cancellationToken) is not HttpStatusCode.OK) await timer.WaitForNextTickAsync(cancellationToken);
    }

    public Task PayAsync(string loanId, string payment, long minor, CancellationToken cancellationToken) =>
        TellAsync("payments", PaymentBody(loanId, payment, minor), cancellationToken);
}
