using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AllowNullsToBeLeftOut } },
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    // What may be null may also be missing: providers differ in which they write.
    private static void AllowNullsToBeLeftOut(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => member.AssociatedParameter is { IsNullable: true })) member.IsRequired = false;
    }
}
