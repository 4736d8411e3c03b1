using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Otlp;

/// <summary>Reads ExportMetricsServiceRequest.</summary>
internal static class MetricReader
{
    private const ulong Delta = 1;

    public static List<MetricReading> Read(ReadOnlySpan<byte> request)
    {
        var readings = new List<MetricReading>();
        ResourceReader.EachItem(request, (service, scope, item) => Metric(readings, service, scope, item));
        return readings;
    }

    // Metric: name 1, description 2, unit 3, then one of gauge 5, sum 7, histogram 9, exponential histogram 10, summary 11.
    private static void Metric(List<MetricReading> readings, string service, string scope, ReadOnlySpan<byte> message)
    {
        var (name, description, unit) = ("", "", "");
        var points = new List<MetricReading>();
        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1: name = reader.Text(256); break;
                case 2: description = reader.Text(1_024); break;
                case 3: unit = reader.Text(64); break;
                case 5: Points(points, MetricKind.Gauge, reader.Bytes(), PointReader.Number); break;
                case 7: Points(points, MetricKind.Counter, reader.Bytes(), PointReader.Number); break;
                case 9: Points(points, MetricKind.Histogram, reader.Bytes(), PointReader.Histogram); break;
                case 10: Points(points, MetricKind.Histogram, reader.Bytes(), PointReader.ExponentialHistogram); break;
                case 11: Points(points, MetricKind.Histogram, reader.Bytes(), PointReader.Summary); break;
                default: reader.Skip(); break;
            }
        }
        if (name == "") throw new OtlpFormatException("A metric has no name.");
        readings.AddRange(points.Select(point => point with
        {
            Service = service,
            Scope = scope,
            Name = name,
            Description = description,
            Unit = unit,
        }));
    }

    // All kinds: data points 1, temporality 2 (1 = delta, 2 = cumulative); sums also: monotonic 3.
    private static void Points(
        List<MetricReading> points, MetricKind kind, ReadOnlySpan<byte> message, PointRead read)
    {
        var first = points.Count;
        var (delta, monotonic) = (false, false);
        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 1: points.Add(read(reader.Bytes())); break;
                case 2: delta = reader.UInt64() == Delta; break;
                case 3: monotonic = reader.Bool(); break;
                default: reader.Skip(); break;
            }
        }
        var known = kind is MetricKind.Counter && !monotonic ? MetricKind.UpDownCounter : kind;
        for (var index = first; index < points.Count; index++)
        {
            points[index] = points[index] with { Kind = known, IsDelta = delta };
        }
    }

    private delegate MetricReading PointRead(ReadOnlySpan<byte> message);
}
