using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sandbox.People;

/// <summary>References as providers hand them out, made from what they name, so that a repeat gets the same.</summary>
internal static class References
{
    /// <summary>Such as "pout_5f1c…": not to be guessed from outside without knowing our reference.</summary>
    internal static string Of(string prefix, string source) =>
        $"{prefix}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{prefix}:{source}")))[..20]}";

    /// <summary>A bank's twelve digits.</summary>
    internal static string Utr(string source)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"utr:{source}"));
        return (BitConverter.ToUInt64(hash) % 1_000_000_000_000).ToString("D12", CultureInfo.InvariantCulture);
    }

    /// <summary>A code of six digits that nobody can foresee.</summary>
    internal static string Otp() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
}
