using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>How states, events and commands are written as JSON, in the journal and between processes: camelCase, enums by name, no nulls.</summary>
public static class LendingJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
