using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lending.Domain;

namespace Lending.Data;

/// <summary>
/// How the state of a loan or customer is kept beside its read model: a cache of what the journal adds up to, so it is compact and may
/// change its form whenever a rebuild follows. An instalment is an array without names; a loan of a year then stays within one database page.
/// </summary>
public static class StateJson
{
    public static JsonSerializerOptions Options { get; } = JournalJson.Make(JsonIgnoreCondition.WhenWritingDefault, new InstalmentArray());

    public static string Of(Loan loan) => JsonSerializer.Serialize(loan, Options);

    public static string Of(Customer customer) => JsonSerializer.Serialize(customer, Options);

    public static Loan LoanOf(string state) => JsonSerializer.Deserialize<Loan>(state, Options)!;

    public static Customer CustomerOf(string state) => JsonSerializer.Deserialize<Customer>(state, Options)!;

    /// <summary>Amounts in minor units, dates as day numbers, exact amounts with every digit.</summary>
    private sealed class InstalmentArray : JsonConverter<Instalment>
    {
        public override Instalment Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var number = Next(ref reader).GetInt32();
            var (from, due, payBy) = (Day(ref reader), Day(ref reader), Day(ref reader));
            var currency = Currency.Of(Next(ref reader).GetString()!);
            var (principal, interest) = (Amount(ref reader, currency), Amount(ref reader, currency));
            var interestExact = Exact(ref reader);
            var interestAccrued = Amount(ref reader, currency);
            var penaltyExact = Exact(ref reader);
            var penaltyAccrued = Amount(ref reader, currency);
            var (paidPrincipal, paidInterest, paidPenalty) = (Amount(ref reader, currency), Amount(ref reader, currency), Amount(ref reader, currency));
            var paidOn = Next(ref reader).GetInt32();
            var (fee, rest, joined, waived) = ExtrasOf(ref reader, currency);
            return new(number, from, due, payBy, principal, interest, interestExact, interestAccrued, penaltyExact, penaltyAccrued,
                paidPrincipal, paidInterest, paidPenalty, paidOn == 0 ? null : DateOnly.FromDayNumber(paidOn))
            {
                Fee = fee, InterestRest = rest, PenaltyJoined = joined, PenaltyWaived = waived,
            };
        }

        public override void Write(Utf8JsonWriter writer, Instalment value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Number);
            writer.WriteNumberValue(value.From.DayNumber);
            writer.WriteNumberValue(value.Due.DayNumber);
            writer.WriteNumberValue(value.PayBy.DayNumber);
            writer.WriteStringValue(value.Principal.Currency.Code);
            writer.WriteNumberValue(value.Principal.Minor);
            writer.WriteNumberValue(value.Interest.Minor);
            writer.WriteNumberValue(value.InterestExact);
            writer.WriteNumberValue(value.InterestAccrued.Minor);
            writer.WriteNumberValue(value.PenaltyExact);
            writer.WriteNumberValue(value.PenaltyAccrued.Minor);
            writer.WriteNumberValue(value.PaidPrincipal.Minor);
            writer.WriteNumberValue(value.PaidInterest.Minor);
            writer.WriteNumberValue(value.PaidPenalty.Minor);
            writer.WriteNumberValue(value.PaidOn?.DayNumber ?? 0);
            if (value.Fee is { } fee)
            {
                writer.WriteNumberValue(fee.Amount.Minor);
                writer.WriteNumberValue(fee.Tax.Minor);
                writer.WriteNumberValue(fee.Posted.Minor);
                writer.WriteNumberValue(fee.Paid.Minor);
            }

            var taxOfPart = value.Fee?.TaxOfPart;
            if (value.InterestRest != 0m || taxOfPart is not null) writer.WriteNumberValue(value.InterestRest);
            if (taxOfPart is { } part) writer.WriteNumberValue(part.Minor);
            if (value.PenaltyJoined is not null || value.PenaltyWaived is not null) writer.WriteStringValue(TextOf(value.PenaltyJoined));
            if (value.PenaltyWaived is not null) writer.WriteStringValue(TextOf(value.PenaltyWaived));
            writer.WriteEndArray();
        }

        /// <summary>
        /// Most instalments end here. Four more numbers are a fee, and one more, alone or after them, is the rest of the interest. One after that is the tax in the part
        /// of the fee that was charged. A first text is the late charges that joined what bears them (empty: none did), a second one those that were waived.
        /// </summary>
        private static (InstalmentFee? Fee, decimal InterestRest, Money? PenaltyJoined, Money? PenaltyWaived) ExtrasOf(ref Utf8JsonReader reader, Currency currency)
        {
            if (Next(ref reader).TokenType is JsonTokenType.EndArray) return (null, 0m, null, null);
            Span<decimal> numbers = stackalloc decimal[6];
            var (count, texts) = (0, 0);
            Money? joined = null, waived = null;
            do
            {
                if (reader.TokenType is JsonTokenType.String && texts++ == 0) joined = Optional(reader.GetString()!, currency);
                else if (reader.TokenType is JsonTokenType.String) waived = Optional(reader.GetString()!, currency);
                else numbers[count++] = reader.GetDecimal();
            }
            while (Next(ref reader).TokenType is not JsonTokenType.EndArray);

            var fee = count < 4 ? null
                : new InstalmentFee(new((long)numbers[0], currency), new((long)numbers[1], currency), new((long)numbers[2], currency), new((long)numbers[3], currency))
                {
                    TaxOfPart = count == 6 ? new Money((long)numbers[5], currency) : null,
                };
            return (fee, count switch { 1 => numbers[0], > 4 => numbers[4], _ => 0m }, joined, waived);
        }

        private static string TextOf(Money? amount) => amount is { } there ? there.Minor.ToString(CultureInfo.InvariantCulture) : "";

        private static Money? Optional(string text, Currency currency) => text.Length == 0 ? null : new Money(long.Parse(text, CultureInfo.InvariantCulture), currency);

        private static ref Utf8JsonReader Next(ref Utf8JsonReader reader)
        {
            if (!reader.Read()) throw new JsonException("An instalment is cut short.");
            return ref reader;
        }

        private static DateOnly Day(ref Utf8JsonReader reader) => DateOnly.FromDayNumber(Next(ref reader).GetInt32());

        private static Money Amount(ref Utf8JsonReader reader, Currency currency) => new(Next(ref reader).GetInt64(), currency);

        private static decimal Exact(ref Utf8JsonReader reader) => Next(ref reader).GetDecimal();
    }
}
