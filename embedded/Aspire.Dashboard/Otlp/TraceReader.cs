using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Otlp;

/// <summary>Reads ExportTraceServiceRequest.</summary>
internal static class TraceReader
{
    private const int NestedMax = 64;

    public static List<SpanRecord> Read(ReadOnlySpan<byte> request)
    {
        var spans = new List<SpanRecord>();
        ResourceReader.EachItem(request, (service, scope, item) => spans.Add(Span(service, scope, item)));
        return spans;
    }

    private static SpanRecord Span(string service, string scope, ReadOnlySpan<byte> message)
    {
        var (traceId, spanId, parentId, name, statusMessage) = ("", "", "", "", "");
        var (kind, status) = (SpanKind.Unspecified, SpanStatus.Unset);
        ulong start = 0, end = 0;
        var attributes = new List<TelemetryAttribute>();
        var events = new List<SpanEvent>();
        var links = new List<string>();

        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1: traceId = Ids.Trace(reader.Bytes()); break;
                case 2: spanId = Ids.Span(reader.Bytes()); break;
                case 4: parentId = Ids.Span(reader.Bytes()); break;
                case 5: name = reader.Text(512); break;
                case 6: kind = Known((SpanKind)reader.UInt64()); break;
                case 7: start = reader.Fixed64Value(); break;
                case 8: end = reader.Fixed64Value(); break;
                case 9: AttributeReader.ReadInto(attributes, reader.Bytes()); break;
                case 11: Keep(events, Event(reader.Bytes())); break;
                case 13: Keep(links, LinkedTrace(reader.Bytes())); break;
                case 15: (status, statusMessage) = Status(reader.Bytes()); break;
                default: reader.Skip(); break;
            }
        }
        if (traceId == "" || spanId == "") throw new OtlpFormatException("A span has no trace id or no span id.");

        var started = Ids.Time(start);
        var duration = end > start ? Ids.Time(end) - started : TimeSpan.Zero;
        return new SpanRecord(traceId, spanId, parentId, service, scope, name, kind, started,
            duration > TimeSpan.Zero ? duration : TimeSpan.Zero, status, statusMessage, attributes, events, links);
    }

    private static SpanEvent Event(ReadOnlySpan<byte> message)
    {
        var (at, name, attributes) = (0UL, "", new List<TelemetryAttribute>());
        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1: at = reader.Fixed64Value(); break;
                case 2: name = reader.Text(256); break;
                case 3: AttributeReader.ReadInto(attributes, reader.Bytes()); break;
                default: reader.Skip(); break;
            }
        }
        return new SpanEvent(Ids.Time(at), name, attributes);
    }

    private static string LinkedTrace(ReadOnlySpan<byte> message)
    {
        var traceId = "";
        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            if (field == 1) traceId = Ids.Trace(reader.Bytes());
            else reader.Skip();
        }
        return traceId;
    }

    private static (SpanStatus, string) Status(ReadOnlySpan<byte> message)
    {
        var (status, text) = (SpanStatus.Unset, "");
        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 2: text = reader.Text(1_024); break;
                case 3: status = (SpanStatus)reader.UInt64(); break;
                default: reader.Skip(); break;
            }
        }
        return (Enum.IsDefined(status) ? status : SpanStatus.Unset, text);
    }

    private static SpanKind Known(SpanKind kind) => Enum.IsDefined(kind) ? kind : SpanKind.Unspecified;

    private static void Keep<T>(List<T> items, T item)
    {
        if (items.Count < NestedMax) items.Add(item);
    }
}
