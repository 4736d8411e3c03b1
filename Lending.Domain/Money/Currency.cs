using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>An ISO 4217 currency and the number of decimals of its smallest unit.</summary>
[JsonConverter(typeof(CurrencyJson))]
public sealed record Currency
{
    public static readonly Currency Inr = new("INR", 2);
    public static readonly Currency Usd = new("USD", 2);
    public static readonly Currency Eur = new("EUR", 2);
    public static readonly Currency Gbp = new("GBP", 2);
    public static readonly Currency Jpy = new("JPY", 0);
    public static readonly Currency Kwd = new("KWD", 3);

    private static readonly Dictionary<string, Currency> Known =
        new[] { Inr, Usd, Eur, Gbp, Jpy, Kwd }.ToDictionary(c => c.Code, StringComparer.Ordinal);

    private Currency(string code, int decimals) => (Code, Decimals) = (code, decimals);

    /// <summary>Three capital letters.</summary>
    public string Code { get; }

    /// <summary>Digits after the point: 2 for the rupee, 0 for the yen.</summary>
    public int Decimals { get; }

    /// <summary>Minor units in one major unit: 100 paise in a rupee.</summary>
    public long MinorPerMajor => Decimals switch { 0 => 1, 2 => 100, 3 => 1000, _ => throw new System.Diagnostics.UnreachableException($"{Code} has {Decimals} decimals.") };

    /// <summary>The currency of a code; throws for one the platform does not know.</summary>
    public static Currency Of(string code) => TryOf(code, out var currency)
        ? currency
        : throw new ArgumentException($"Unknown currency {code}.", nameof(code));

    public static bool TryOf(string? code, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Currency? currency)
    {
        currency = null;
        return code is not null && Known.TryGetValue(code, out currency);
    }

    public override string ToString() => Code;

    private sealed class CurrencyJson : JsonConverter<Currency>
    {
        public override Currency Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.ValueTextEquals("INR"u8) ? Inr
            : TryOf(reader.GetString(), out var currency) ? currency
            : throw new JsonException("Unknown currency.");

        public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Code);
    }
}
