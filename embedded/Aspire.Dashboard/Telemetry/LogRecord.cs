namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>One structured log entry. <paramref name="Number"/> is the store's own, from 1, in order of arrival.</summary>
public sealed record LogRecord(
    long Number,
    DateTimeOffset At,
    string Service,
    string Scope,
    LogSeverity Severity,
    string Message,
    string TraceId,
    string SpanId,
    string EventName,
    IReadOnlyList<TelemetryAttribute> Attributes)
{
    /// <summary>Whether an exception came with the entry.</summary>
    public bool HasException => Attributes.Any(attribute => attribute.Key.StartsWith("exception.", StringComparison.Ordinal));
}

/// <summary>The levels of OTLP's severity numbers 1..24, four numbers each; 0 is unspecified.</summary>
public enum LogSeverity { Unspecified, Trace, Debug, Information, Warning, Error, Critical }
