namespace Lending.Domain;

/// <summary>
/// A personal value as the platform keeps it: Cipher is AES-GCM under the Brand's key (base64, with key id and nonce), Hash a keyed
/// hash for equality search (null where nobody searches by it), Mask what people may see. Sealed and opened by Lending.Data's FieldCipher.
/// </summary>
public sealed record Sealed(string Cipher, string? Hash, string Mask)
{
    /// <summary>The mask only, so that no log or message ever shows more.</summary>
    public override string ToString() => Mask;
}
