using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lending.Domain;

namespace Lending.Grains;

/// <summary>What a command says, as a hash: the same command id with another hash is refused, never answered as if it were the same.</summary>
public static class CommandHash
{
    public static string Of(LoanCommand command) => Hex(JsonSerializer.SerializeToUtf8Bytes(command, LendingJson.Options));

    public static string Of(CustomerCommand command) => Hex(JsonSerializer.SerializeToUtf8Bytes(command, Fingerprints));

    // A value is sealed under a fresh nonce each time, so two equal commands differ in their ciphers; what is equal is the keyed hash or the mask.
    private static readonly JsonSerializerOptions Fingerprints = new(LendingJson.Options) { Converters = { new SealedFingerprint() } };

    private static string Hex(byte[] utf8) => Convert.ToHexStringLower(SHA256.HashData(utf8));

    private sealed class SealedFingerprint : JsonConverter<Sealed>
    {
        public override Sealed Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException("A fingerprint cannot be read back.");

        public override void Write(Utf8JsonWriter writer, Sealed value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Hash ?? value.Mask);
    }
}
