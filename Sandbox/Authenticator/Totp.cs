using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sandbox.Authenticator;

/// <summary>
/// The codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, 6 digits). The secret follows from the e-mail address,
/// which is right for demo staff only: anybody can compute it.
/// </summary>
internal static class Totp
{
    internal const int StepSeconds = 30;
    private const string Base32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    internal static byte[] DemoSecret(string email) =>
        SHA256.HashData(Encoding.UTF8.GetBytes("demo-totp:" + email.Trim().ToLowerInvariant()))[..20];

    internal static string Code(byte[] secret, DateTimeOffset now)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / StepSeconds);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 as every authenticator app speaks it.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    internal static int SecondsLeft(DateTimeOffset now) => StepSeconds - (int)(now.ToUnixTimeSeconds() % StepSeconds);

    /// <summary>As a person types it into an authenticator app; twenty bytes need no padding.</summary>
    internal static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var value in bytes)
        {
            (bits, held) = ((bits << 8) | value, held + 8);
            for (; held >= 5; held -= 5) text.Append(Base32Alphabet[(bits >> (held - 5)) & 31]);
        }

        return text.ToString();
    }
}
