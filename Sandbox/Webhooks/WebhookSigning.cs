using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sandbox.Webhooks;

/// <summary>The three headers of a webhook: signature over timestamp, dot and body; timestamp; event id.</summary>
internal static class WebhookSigning
{
    internal static HttpRequestMessage Request(Webhook webhook, string key, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{timestamp}.{webhook.Body}"));
        return new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new StringContent(webhook.Body, Encoding.UTF8, "application/json"),
            Headers =
            {
                { "X-Signature", Convert.ToHexStringLower(signature) },
                { "X-Timestamp", timestamp },
                { "X-Event-Id", webhook.EventId },
            },
        };
    }
}
