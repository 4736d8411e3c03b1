using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>What a span did, in few words.</summary>
internal static class SpanLabel
{
    public static readonly string[] SqlKeys = ["db.query.text", "db.statement"];

    /// <summary>
    /// For SQL the statement, which says more than the database's name; for an outgoing request the path as well, as its
    /// name is only the method.
    /// </summary>
    public static string Of(SpanRecord span)
    {
        if (Sql(span) is { } statement)
        {
            return string.Join(' ', statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        return span.Kind is SpanKind.Client && Uri.TryCreate(span.Attribute("url.full"), UriKind.Absolute, out var url)
            && !span.Name.Contains('/', StringComparison.Ordinal)
            ? $"{span.Name} {url.AbsolutePath}"
            : span.Name;
    }

    /// <summary>The SQL text, or null for other spans.</summary>
    public static string? Sql(SpanRecord span) =>
        SqlKeys.Select(span.Attribute).FirstOrDefault(sql => !string.IsNullOrWhiteSpace(sql));

    /// <summary>The layer it belongs to, or null when the name says it all.</summary>
    public static string? Layer(SpanRecord span)
    {
        if (Sql(span) is not null || span.Attribute("db.system.name") is not null || span.Attribute("db.system") is not null) return "SQL";
        if (span.Attribute("rpc.system") == "orleans" || span.Scope.Contains("Orleans", StringComparison.Ordinal)) return "grain";
        return span.Kind switch
        {
            SpanKind.Server => "request",
            SpanKind.Client => "call",
            SpanKind.Producer => "send",
            SpanKind.Consumer => "receive",
            SpanKind.Internal or SpanKind.Unspecified => null,
        };
    }
}
