using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lending.Providers.Webhooks;

/// <summary>
/// The signature of a webhook: <c>X-Signature</c> is the lower-case hex HMAC-SHA256 of <c>X-Timestamp</c> (Unix seconds),
/// a dot, and the raw body. The key is the UTF-8 text of <c>Webhooks:Key</c>.
/// </summary>
public static class WebhookSignature
{
    public const string SignatureHeader = "X-Signature";
    public const string TimestampHeader = "X-Timestamp";
    public const string EventIdHeader = "X-Event-Id";

    /// <summary>How far the provider's clock, and a webhook on its way, may differ from ours.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Signs a body, as the provider does.</summary>
    public static string Sign(ReadOnlySpan<byte> key, string timestamp, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(Compute(key, timestamp, body));

    /// <summary>Compares in constant time. The timestamp is looked at only once the signature holds.</summary>
    public static WebhookVerdict Verify(
        ReadOnlySpan<byte> key, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signature)) return WebhookVerdict.SignatureMissing;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return WebhookVerdict.SignatureWrong;
        }

        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature.Length != 2 * claimed.Length
            || Convert.FromHexString(signature, claimed, out _, out _) is not System.Buffers.OperationStatus.Done
            || !CryptographicOperations.FixedTimeEquals(claimed, Compute(key, timestamp, body)))
        {
            return WebhookVerdict.SignatureWrong;
        }

        var age = now - DateTimeOffset.FromUnixTimeSeconds(seconds);
        return age.Duration() <= Window ? WebhookVerdict.Valid : WebhookVerdict.OutsideWindow;
    }

    private static byte[] Compute(ReadOnlySpan<byte> key, string timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.ASCII.GetBytes(timestamp + ".");
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(head);
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }
}
