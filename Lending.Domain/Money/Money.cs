using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>An exact amount in a currency's smallest unit: INR 1,234.56 is 123456 minor units. Mixing currencies is a bug and throws.</summary>
[JsonConverter(typeof(MoneyJson))]
public readonly record struct Money(long Minor, Currency Currency) : IComparable<Money>
{
    public static Money Zero(Currency currency) => new(0, currency);

    public static Money Inr(long minor) => new(minor, Currency.Inr);

    public bool IsZero => Minor == 0;

    public bool IsPositive => Minor > 0;

    public bool IsNegative => Minor < 0;

    /// <summary>The amount in major units: 1234.56.</summary>
    public decimal Major => (decimal)Minor / Currency.MinorPerMajor;

    /// <summary>Rounds an exact amount of minor units once, by the named mode, to a whole minor unit.</summary>
    public static Money Round(decimal minor, Currency currency, MidpointRounding mode = MidpointRounding.AwayFromZero) =>
        new(checked((long)decimal.Round(minor, 0, mode)), currency);

    public static Money operator +(Money left, Money right) => new(checked(left.Minor + right.In(left.Currency)), left.Currency);

    public static Money operator -(Money left, Money right) => new(checked(left.Minor - right.In(left.Currency)), left.Currency);

    public static Money operator -(Money money) => new(checked(-money.Minor), money.Currency);

    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    public static Money Min(Money left, Money right) => left <= right ? left : right;

    public static Money Max(Money left, Money right) => left >= right ? left : right;

    public int CompareTo(Money other) => Minor.CompareTo(other.In(Currency));

    /// <summary>Splits into near-equal parts that add back to exactly this amount; the leftover units go one each to the first parts.</summary>
    public Money[] Split(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Minor);
        var (share, leftover) = Math.DivRem(Minor, parts);
        var currency = Currency;
        return [.. Enumerable.Range(0, parts).Select(i => new Money(share + (i < leftover ? 1 : 0), currency))];
    }

    /// <summary>For logs and the journal: "INR 1234.56". What people read is formatted by the portal and the documents.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Currency.Code} {Major.ToString("F" + Currency.Decimals, CultureInfo.InvariantCulture)}");

    private long In(Currency currency) => ReferenceEquals(currency, Currency) || currency == Currency
        ? Minor
        : throw new InvalidOperationException($"Cannot mix {Currency.Code} with {currency.Code}.");

    /// <summary>In the journal an amount is the string "INR 123456": code and minor units.</summary>
    private sealed class MoneyJson : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && !reader.ValueIsEscaped)
            {
                var text = reader.ValueSpan;
                if (text.Length > 4 && text[3] == (byte)' '
                    && System.Buffers.Text.Utf8Parser.TryParse(text[4..], out long minor, out var used) && used == text.Length - 4)
                {
                    if (text.StartsWith("INR"u8)) return new Money(minor, Currency.Inr);
                    if (Currency.TryOf(System.Text.Encoding.ASCII.GetString(text[..3]), out var currency)) return new Money(minor, currency);
                }
            }

            throw new JsonException("An amount is written as code and minor units.");
        }

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
        {
            Span<byte> text = stackalloc byte[4 + 20];
            System.Text.Encoding.ASCII.GetBytes(value.Currency.Code, text);
            text[3] = (byte)' ';
            System.Buffers.Text.Utf8Formatter.TryFormat(value.Minor, text[4..], out var used);
            writer.WriteStringValue(text[..(4 + used)]);
        }
    }
}
