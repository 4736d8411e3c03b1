using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Otlp;

/// <summary>Reads ExportLogsServiceRequest. The store numbers the records.</summary>
internal static class LogReader
{
    public static List<LogRecord> Read(ReadOnlySpan<byte> request)
    {
        var records = new List<LogRecord>();
        ResourceReader.EachItem(request, (service, scope, item) => records.Add(Record(service, scope, item)));
        return records;
    }

    private static LogRecord Record(string service, string scope, ReadOnlySpan<byte> message)
    {
        ulong at = 0, observed = 0, severity = 0;
        var (body, traceId, spanId, eventName) = ("", "", "", "");
        var attributes = new List<TelemetryAttribute>();

        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1: at = reader.Fixed64Value(); break;
                case 2: severity = reader.UInt64(); break;
                case 5: body = AttributeReader.Value(reader.Bytes()); break;
                case 6: AttributeReader.ReadInto(attributes, reader.Bytes()); break;
                case 9: traceId = Ids.Trace(reader.Bytes()); break;
                case 10: spanId = Ids.Span(reader.Bytes()); break;
                case 11: observed = reader.Fixed64Value(); break;
                case 12: eventName = reader.Text(256); break;
                default: reader.Skip(); break;
            }
        }
        return new LogRecord(0, Ids.Time(at == 0 ? observed : at), service, scope, Severity(severity),
            MessageTemplate.Fill(body, attributes), traceId, spanId, eventName, attributes);
    }

    private static LogSeverity Severity(ulong number) =>
        number is 0 or > 24 ? LogSeverity.Unspecified : (LogSeverity)(1 + (number - 1) / 4);
}
