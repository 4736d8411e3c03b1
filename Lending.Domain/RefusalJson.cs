using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>Carries a refusal between processes: the record's name and its members. Every refusal is a sealed record of this assembly.</summary>
public sealed class RefusalJson : JsonConverter<Refusal>
{
    /// <summary>All refusals of the platform by record name.</summary>
    public static IReadOnlyDictionary<string, Type> Types { get; } = typeof(Refusal).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Refusal)))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    public override bool CanConvert(Type type) => type == typeof(Refusal);

    public override Refusal Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var node = JsonNode.Parse(ref reader)!.AsObject();
        var name = (string?)node["$refusal"] ?? throw new JsonException("A refusal names its record.");
        node.Remove("$refusal");
        return Types.TryGetValue(name, out var known)
            ? (Refusal)node.Deserialize(known, options)!
            : throw new JsonException($"Unknown refusal {name}.");
    }

    public override void Write(Utf8JsonWriter writer, Refusal value, JsonSerializerOptions options)
    {
        var node = JsonSerializer.SerializeToNode(value, value.GetType(), options)!.AsObject();
        node["$refusal"] = value.GetType().Name;
        node.WriteTo(writer, options);
    }
}
