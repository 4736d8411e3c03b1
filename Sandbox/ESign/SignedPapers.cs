using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sandbox.ESign;

/// <summary>PDFs in the state folder, by their SHA-256.</summary>
internal sealed class SignedPapers
{
    private readonly string _folder;

    internal SignedPapers(SandboxSettings settings)
    {
        _folder = Path.Combine(settings.Folder, "papers");
        Directory.CreateDirectory(_folder);
    }

    internal string Keep(byte[] pdf)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(pdf));
        var path = PathOf(sha256);
        if (File.Exists(path)) return sha256;

        // Renamed into place, so that a killed process leaves no half paper under a name that promises the whole.
        var part = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(part, pdf);
        File.Move(part, path, overwrite: true);
        return sha256;
    }

    internal byte[] Read(string sha256) => File.ReadAllBytes(PathOf(sha256));

    /// <summary>Adds the signature behind the paper's end, where readers of PDF skip it as a comment.</summary>
    internal static byte[] Sign(byte[] pdf, Signature signature, DateTimeOffset now) =>
    [
        .. pdf,
        .. Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"\n% Signed with an OTP at {now:O}, reference {signature.ProviderReference}, paper {signature.DocumentSha256}\n")),
    ];

    private string PathOf(string sha256) => Path.Combine(_folder, sha256 + ".pdf");
}
