using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lending.Data;
using Lending.Domain;

namespace Lending.Workers.SetUp;

/// <summary>Reads what an operator wrote as JSON. Amounts are written "INR 1500000": code and minor units. A name nobody knows is refused.</summary>
internal static class SetUpFile
{
    private const int BytesMax = 1024 * 1024;

    private static readonly JsonSerializerOptions Strict = new(JournalJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveNullableOut } },
    };

    /// <summary>The file's object, with the members of defaults where it has none of its own.</summary>
    public static async Task<Outcome<T>> ReadAsync<T>(string path, IReadOnlyDictionary<string, JsonNode> defaults, CancellationToken cancellationToken)
        where T : class
    {
        if (path.Length == 0) return new InputInvalid("file", "name the JSON file");
        if (!File.Exists(path)) return new InputInvalid("file", $"there is no file {Path.GetFileName(path)}");
        if (new FileInfo(path).Length > BytesMax) return new InputInvalid("file", "is larger than one megabyte");
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            var documents = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            if (JsonNode.Parse(text, documentOptions: documents) is not JsonObject members) return new InputInvalid("file", "is not a JSON object");
            foreach (var (name, value) in defaults)
                if (!members.Any(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase))) members[name] = value.DeepClone();
            return members.Deserialize<T>(Strict)!;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return FaultOf(e);
        }
    }

    /// <summary>What may be null may also be left out.</summary>
    private static void LeaveNullableOut(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
            if (Nullable.GetUnderlyingType(member.PropertyType) is not null) member.IsRequired = false;
    }

    // The message names the type and members at fault; its tail repeats the path and counts bytes.
    private static InputInvalid FaultOf(Exception e)
    {
        var path = e is JsonException { Path: { Length: > 0 } found } && found != "$" ? found.TrimStart('$').TrimStart('.') : "file";
        var message = e.Message.Split(" Path: ", 2)[0].TrimEnd('.');
        return new InputInvalid(path, message.Length > 300 ? message[..300] : message);
    }
}
