using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Lending.Providers.Calls;

namespace Lending.Providers.Webhooks;

/// <summary>Checks webhooks with the installation's key and clock, and reads their bodies.</summary>
public sealed class WebhookVerifier(string key, TimeProvider clock)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>Checks the two headers against the raw body, before anything of the body is believed.</summary>
    public WebhookVerdict Verify(string? timestamp, string? signature, ReadOnlySpan<byte> body) =>
        WebhookSignature.Verify(_key, timestamp, signature, body, clock.GetUtcNow());

    /// <summary>Reads a verified body. False when it is not what its address should receive; answer 400.</summary>
    public static bool TryRead<T>(ReadOnlySpan<byte> body, [NotNullWhen(true)] out T? webhook)
        where T : class
    {
        try
        {
            webhook = JsonSerializer.Deserialize<T>(body, ProviderJson.Options);
        }
        catch (JsonException)
        {
            webhook = null;
        }

        return webhook is not null;
    }
}
