namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>One step of a trace in one service.</summary>
public sealed record SpanRecord(
    string TraceId,
    string SpanId,
    string ParentSpanId,
    string Service,
    string Scope,
    string Name,
    SpanKind Kind,
    DateTimeOffset Start,
    TimeSpan Duration,
    SpanStatus Status,
    string StatusMessage,
    IReadOnlyList<TelemetryAttribute> Attributes,
    IReadOnlyList<SpanEvent> Events,
    IReadOnlyList<string> LinkedTraceIds)
{
    /// <summary>When the step ended.</summary>
    public DateTimeOffset End => Start + Duration;

    /// <summary>The value of an attribute, or null.</summary>
    public string? Attribute(string key) => Attributes.FirstOrDefault(attribute => attribute.Key == key)?.Value;
}

/// <summary>Something that happened within a span, such as an exception.</summary>
public sealed record SpanEvent(DateTimeOffset At, string Name, IReadOnlyList<TelemetryAttribute> Attributes);

/// <summary>The numbers are OTLP's.</summary>
public enum SpanKind { Unspecified = 0, Internal = 1, Server = 2, Client = 3, Producer = 4, Consumer = 5 }

/// <summary>The numbers are OTLP's.</summary>
public enum SpanStatus { Unset = 0, Ok = 1, Error = 2 }
