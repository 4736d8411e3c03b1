using System.Globalization;
using System.Text;
using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Otlp;

/// <summary>
/// Reads KeyValue (key = 1, value = 2) and AnyValue (string 1, bool 2, int 3, double 4, array 5, kvlist 6, bytes 7).
/// Values become the text a person reads; at most 64 attributes of 4,096 characters each are kept.
/// </summary>
internal static class AttributeReader
{
    public const int AttributesMax = 64;
    public const int CharactersMax = 4_096;

    // Nothing that a .NET exporter writes nests deeper, and unbounded recursion would end the AppHost.
    private const int DepthMax = 8;

    public static void ReadInto(List<TelemetryAttribute> attributes, ReadOnlySpan<byte> keyValue)
    {
        var (key, value) = KeyValue(keyValue, depth: 0);
        if (attributes.Count < AttributesMax) attributes.Add(new TelemetryAttribute(key, value));
    }

    public static string Value(ReadOnlySpan<byte> anyValue) => Value(anyValue, depth: 0);

    private static (string Key, string Value) KeyValue(ReadOnlySpan<byte> message, int depth)
    {
        var (key, value) = ("", "");
        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1: key = reader.Text(256); break;
                case 2: value = Value(reader.Bytes(), depth); break;
                default: reader.Skip(); break;
            }
        }
        return (key, value);
    }

    private static string Value(ReadOnlySpan<byte> message, int depth)
    {
        if (depth > DepthMax) throw new OtlpFormatException("A value is nested too deep.");
        var value = "";
        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1: value = reader.Text(CharactersMax); break;
                case 2: value = reader.Bool() ? "true" : "false"; break;
                case 3: value = reader.Int64().ToString(CultureInfo.InvariantCulture); break;
                case 4: value = reader.Double().ToString(CultureInfo.InvariantCulture); break;
                case 5: value = Values(reader.Bytes(), depth, named: false); break;
                case 6: value = Values(reader.Bytes(), depth, named: true); break;
                case 7: value = Hex(reader.Bytes()); break;
                default: reader.Skip(); break;
            }
        }
        return value;
    }

    private static string Values(ReadOnlySpan<byte> message, int depth, bool named)
    {
        var text = new StringBuilder("[");
        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            if (field != 1)
            {
                reader.Skip();
                continue;
            }
            var item = reader.Bytes();
            var shown = named ? Named(KeyValue(item, depth + 1)) : Value(item, depth + 1);
            if (text.Length + shown.Length > CharactersMax) continue;
            if (text.Length > 1) text.Append(", ");
            text.Append(shown);
        }
        return text.Append(']').ToString();
    }

    private static string Named((string Key, string Value) pair) => $"{pair.Key}: {pair.Value}";

    private static string Hex(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexStringLower(bytes[..Math.Min(bytes.Length, CharactersMax / 2)]);
}
