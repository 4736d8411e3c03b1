using System.Globalization;
using Aspire.Dashboard.Embedded.Telemetry;
using Microsoft.AspNetCore.Http;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>What an address asks for. A value that makes no sense counts as not given: a filter never fails a page.</summary>
internal sealed class PageQuery(IQueryCollection query)
{
    private const int CharactersMax = 500;

    public string Resource => Get("resource");

    public string Text => Get("q").Trim();

    public string Trace => Get("trace").Trim().ToLowerInvariant();

    public string Span => Get("span");

    public string Level => Severity == LogSeverity.Unspecified ? "" : Severity.ToString();

    public LogSeverity Severity => Enum.TryParse<LogSeverity>(Get("level"), ignoreCase: true, out var level)
        && Enum.IsDefined(level) ? level : LogSeverity.Unspecified;

    public long Open => Number("open");

    public long After => Number("after");

    public bool FailedOnly => Get("status") == "failed";

    public bool HealthProbes => Get("probes") == "1";

    /// <summary>Milliseconds, at most a day.</summary>
    public int AtLeastMs => (int)Math.Min(Number("min"), 86_400_000);

    public LogFilter Logs => new(Resource, Severity, Text, Trace);

    public TraceFilter Traces =>
        new(Resource, FailedOnly, TimeSpan.FromMilliseconds(AtLeastMs), Text, HealthProbes);

    public string Get(string name)
    {
        var value = query[name].ToString();
        return value.Length <= CharactersMax ? value : value[..CharactersMax];
    }

    private long Number(string name) =>
        long.TryParse(Get(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
