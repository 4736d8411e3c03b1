using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lending.Domain;

namespace Lending.Data;

/// <summary>How events, actors and settings are written. What was written once must be readable for ever, so this only ever gets more lenient.</summary>
public static class JournalJson
{
    public static JsonSerializerOptions Options { get; } = Make(JsonIgnoreCondition.WhenWritingNull);

    /// <summary>The event's text as it goes into the journal and its hash.</summary>
    public static string PayloadOf(IFact fact) => JsonSerializer.Serialize(fact, fact.GetType(), Options);

    /// <summary>The event that a row of the journal holds.</summary>
    public static IFact FactOf(string type, string payload) => (IFact)JsonSerializer.Deserialize(payload, EventTypes.TypeOf(type), Options)!;

    internal static JsonSerializerOptions Make(JsonIgnoreCondition omit, params ReadOnlySpan<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = omit,
            // The text goes into a database and comes back; nobody puts it into a page unescaped.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        foreach (var converter in converters) options.Converters.Add(converter);
        options.Converters.Add(new JsonStringEnumConverter());
        return options;
    }
}
