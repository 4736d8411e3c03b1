using System.Xml.Linq;
using Lending.Data;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace Lending.Portal.SignIn;

/// <summary>
/// Keeps the keys of the session cookie in the database, so that every portal process reads the same cookies and a restart leaves people
/// signed in, with or without a shared cache.
/// </summary>
public sealed class SessionKeyStore(SessionKeys keys) : IXmlRepository
{
    // The framework asks for keys synchronously, once a day; there is no synchronisation context to wait on itself.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. keys.ListAsync(CancellationToken.None).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None).GetAwaiter().GetResult();
}

/// <summary>Seals a session key with the installation's field key before it is stored. Made by the framework.</summary>
public sealed class SessionKeySeal(FieldCipher cipher) : IXmlEncryptor
{
    internal const string Purpose = "portal-session-keys";
    internal static readonly XName Element = "sealedKey";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var clear = System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new(new XElement(Element, Convert.ToBase64String(cipher.SealSecret(Purpose, clear))), typeof(SessionKeyOpening));
    }
}

/// <summary>Opens what <see cref="SessionKeySeal"/> sealed. The framework finds it by its name, which is stored with each key, and makes it itself.</summary>
public sealed class SessionKeyOpening(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(System.Text.Encoding.UTF8.GetString(
        services.GetRequiredService<FieldCipher>().OpenSecret(SessionKeySeal.Purpose, Convert.FromBase64String(encryptedElement.Value))));
}

/// <summary>Makes the framework use them.</summary>
public sealed class UseSessionKeys(SessionKeys keys, FieldCipher cipher) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => (options.XmlRepository, options.XmlEncryptor) = (new SessionKeyStore(keys), new SessionKeySeal(cipher));
}
