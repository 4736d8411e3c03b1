using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lending.Api.Requests;
using Lending.Domain;

namespace Lending.Api.Staff.Products;

/// <summary>
/// A product as it is sent and answered: the settings of docs/products.md in camelCase, choices in snake_case, amounts as minor units with a
/// currency. What may be nothing, and the version, may be left out.
/// </summary>
public static class ProductWire
{
    private static readonly JsonSerializerOptions Options = Make();

    /// <summary>The settings sent; a part that cannot be read throws as any unreadable body does and names its field.</summary>
    public static LoanProduct Read(JsonObject body)
    {
        try
        {
            return body.Deserialize<LoanProduct>(Options) ?? throw new JsonException("The product is missing.", "$", null, null);
        }
        catch (JsonException unreadable)
        {
            throw new BadHttpRequestException("The product cannot be read.", unreadable);
        }
    }

    public static JsonObject Write(LoanProduct product)
    {
        var written = JsonSerializer.SerializeToNode(product, Options)!.AsObject();
        written.Remove("currency");
        return written;
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(WireJson.Options)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
        };
        options.Converters.Add(new MoneyAsObject());
        return options;
    }

    private static void LeaveOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.Name is "version" || Nullable.GetUnderlyingType(property.PropertyType) is not null) property.IsRequired = false;
    }

    private sealed class MoneyAsObject : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var sent = JsonSerializer.Deserialize<MoneySent>(ref reader, WireJson.Options)!;
            if (!Currency.TryOf(sent.Currency, out var currency)) throw new JsonException("Unknown currency.");
            return sent.Minor is >= 0 and <= MoneyDto.MinorMax ? new Money(sent.Minor, currency) : throw new JsonException("Out of range.");
        }

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new MoneySent(value.Minor, value.Currency.Code), WireJson.Options);
    }

    private sealed record MoneySent(long Minor, string Currency);
}
