using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lending.Domain.Engine;

/// <summary>A date of a servicing request: 2024-03-01, or written out as servicing tools do, 1 March 2024.</summary>
public sealed class WrittenDateJson : JsonConverter<DateOnly?>
{
    private const int LengthMax = 20;

    private static readonly string[] Forms = ["yyyy-MM-dd", "d MMMM yyyy"];

    public override DateOnly? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.Null) return null;
        if (reader.TokenType is JsonTokenType.String && reader.GetString() is { Length: <= LengthMax } text
            && DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        throw new JsonException("Not a date.");
    }

    public override void Write(Utf8JsonWriter writer, DateOnly? value, JsonSerializerOptions options)
    {
        if (value is { } date) writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else writer.WriteNullValue();
    }
}
