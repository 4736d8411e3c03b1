using System.Text;
using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Otlp;

/// <summary>
/// Fills "Took {Elapsed} ms" from the attributes. The .NET exporter sends the template as the body unless
/// IncludeFormattedMessage is set; filling it in here spares every service that setting.
/// </summary>
internal static class MessageTemplate
{
    public static string Fill(string template, IReadOnlyList<TelemetryAttribute> attributes)
    {
        if (attributes.Count == 0 || !template.Contains('{', StringComparison.Ordinal)) return template;

        var text = new StringBuilder(template.Length + 64);
        var rest = template.AsSpan();
        while (!rest.IsEmpty && text.Length < AttributeReader.CharactersMax)
        {
            var open = rest.IndexOf('{');
            var close = open < 0 ? -1 : rest[open..].IndexOf('}');
            if (close < 0) break;

            text.Append(rest[..open]);
            var hole = rest.Slice(open, close + 1);
            text.Append(Value(hole[1..^1], attributes) ?? hole.ToString());
            rest = rest[(open + close + 1)..];
        }
        text.Append(rest);
        return text.Length <= AttributeReader.CharactersMax
            ? text.ToString()
            : text.ToString(0, AttributeReader.CharactersMax);
    }

    // A hole may carry alignment and format, as in {Amount,10:N2}; the exporter's attribute has only the name.
    private static string? Value(ReadOnlySpan<char> hole, IReadOnlyList<TelemetryAttribute> attributes)
    {
        var end = hole.IndexOfAny(',', ':');
        var name = end < 0 ? hole : hole[..end];
        foreach (var attribute in attributes)
        {
            if (name.SequenceEqual(attribute.Key)) return attribute.Value;
        }
        return null;
    }
}
