using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lending.Providers.Calls;

/// <summary>How bodies are written on the wire: camelCase members, snake_case states, no nulls.</summary>
public static class ProviderJson
{
    /// <summary>For request, answer and webhook bodies.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };
}
