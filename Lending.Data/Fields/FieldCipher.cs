using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Lending.Domain;

namespace Lending.Data;

/// <summary>
/// Seals personal values: AES-256-GCM under a key of the Brand, derived from the platform's master key, with Brand and field bound in, so
/// a value cannot be moved to another Brand or column. A sealed value names its master, so old ones still open after the master is changed.
/// </summary>
public sealed class FieldCipher
{
    private const byte Format = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 1 + 4 + NonceBytes;

    private readonly (uint Id, byte[] Key)[] _masters;
    private readonly ConcurrentDictionary<(string Brand, uint Master, string Use), byte[]> _keys = new();

    /// <summary>Masters are 32 bytes or more each; the first seals, all of them open.</summary>
    public FieldCipher(params IReadOnlyList<byte[]> masters)
    {
        if (masters.Count == 0) throw new ArgumentException("At least one master key is needed.", nameof(masters));
        if (masters.Any(master => master.Length < 32)) throw new ArgumentException("A master key has at least 32 bytes.", nameof(masters));
        _masters = [.. masters.Select(master => (BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(master)), master))];
    }

    /// <summary>Encrypts, with the keyed hash that equal values share and the mask people see.</summary>
    public Sealed Seal(string brand, Field field, string clear)
    {
        var value = Encrypt(brand, "seal", Encoding.UTF8.GetBytes(clear), BoundTo(brand, field));
        return new(Convert.ToBase64String(value), HashOf(brand, field, clear), FieldMask.Of(field, clear));
    }

    /// <summary>The clear value. Throws when it was sealed for another Brand or field, was changed, or its master is not configured.</summary>
    public string Open(string brand, Field field, Sealed value)
    {
        return Encoding.UTF8.GetString(Decrypt(brand, "seal", Convert.FromBase64String(value.Cipher), BoundTo(brand, field)));
    }

    /// <summary>Encrypts something of the platform itself, such as a key, under a key of its own purpose.</summary>
    public byte[] SealSecret(string purpose, byte[] clear) => Encrypt("", $"secret/{purpose}", clear, Encoding.UTF8.GetBytes(purpose));

    /// <summary>The clear secret. Throws when it was sealed for another purpose, was changed, or its master is not configured.</summary>
    public byte[] OpenSecret(string purpose, byte[] value) => Decrypt("", $"secret/{purpose}", value, Encoding.UTF8.GetBytes(purpose));

    /// <summary>True when the value is under an older master and should be sealed again.</summary>
    public bool IsOld(Sealed value) => BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(value.Cipher).AsSpan(1)) != _masters[0].Id;

    /// <summary>The keyed hash equal values of a Brand share, whatever their spacing and case. Base64.</summary>
    public string HashOf(string brand, Field field, string clear) => Hash(brand, _masters[0].Id, field, Normal(field, clear));

    /// <summary>The hashes to search for: one under each master, so that values sealed before a rotation are found too.</summary>
    public string[] HashesOf(string brand, Field field, string clear) =>
        [.. _masters.Select(master => Hash(brand, master.Id, field, Normal(field, clear)))];

    /// <summary>The keyed hash of a number's last four digits, for search by what a caller remembers; null when there are fewer.</summary>
    public string? TailHashOf(string brand, Field field, string clear) => TailHashesOf(brand, field, clear) is [var first, ..] ? first : null;

    /// <summary>The hashes of the last four digits to search for, one under each master; none when there are fewer than four.</summary>
    public string[] TailHashesOf(string brand, Field field, string clear)
    {
        var normal = Normal(field, clear);
        return normal.Length < 4 ? [] : [.. _masters.Select(master => Hash(brand, master.Id, field, "tail:" + normal[^4..]))];
    }

    private byte[] Encrypt(string brand, string use, byte[] text, byte[] boundTo)
    {
        var master = _masters[0].Id;
        var value = new byte[HeadBytes + text.Length + TagBytes];
        value[0] = Format;
        BinaryPrimitives.WriteUInt32BigEndian(value.AsSpan(1), master);
        var nonce = value.AsSpan(5, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(KeyOf(brand, master, use), TagBytes);
        aes.Encrypt(nonce, text, value.AsSpan(HeadBytes, text.Length), value.AsSpan(HeadBytes + text.Length), boundTo);
        return value;
    }

    private byte[] Decrypt(string brand, string use, byte[] value, byte[] boundTo)
    {
        if (value.Length < HeadBytes + TagBytes || value[0] != Format) throw new CryptographicException("The sealed value has an unknown form.");
        var master = BinaryPrimitives.ReadUInt32BigEndian(value.AsSpan(1));
        var text = new byte[value.Length - HeadBytes - TagBytes];
        using var aes = new AesGcm(KeyOf(brand, master, use), TagBytes);
        aes.Decrypt(value.AsSpan(5, NonceBytes), value.AsSpan(HeadBytes, text.Length), value.AsSpan(HeadBytes + text.Length), text, boundTo);
        return text;
    }

    private string Hash(string brand, uint master, Field field, string text) => Convert.ToBase64String(
        HMACSHA256.HashData(KeyOf(brand, master, "hash"), Encoding.UTF8.GetBytes($"{field}|{text}")));

    private byte[] KeyOf(string brand, uint master, string use) => _keys.GetOrAdd((brand, master, use), key =>
    {
        var found = Array.FindIndex(_masters, candidate => candidate.Id == key.Master);
        if (found < 0) throw new CryptographicException("The master key of a sealed value is not configured.");
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, _masters[found].Key, 32, info: Encoding.UTF8.GetBytes($"lending/{key.Use}/{key.Brand}"));
    });

    private static byte[] BoundTo(string brand, Field field) => Encoding.UTF8.GetBytes($"{brand}|{field}");

    private static string Normal(Field field, string clear) => field switch
    {
        // Indian numbers arrive with and without +91; the last ten digits are the subscriber.
        Field.Mobile => Digits(clear) is { Length: > 10 } digits ? digits[^10..] : Digits(clear),
        Field.Aadhaar => Digits(clear),
        Field.Pan or Field.BankAccount => new string([.. clear.Where(char.IsLetterOrDigit)]).ToUpperInvariant(),
        Field.Email => clear.Trim().ToLowerInvariant(),
        Field.Name or Field.BirthDate or Field.Address or Field.TotpSecret =>
            string.Join(' ', clear.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant(),
    };

    private static string Digits(string clear) => new([.. clear.Where(char.IsAsciiDigit)]);
}
