using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Otlp;

/// <summary>Reads data points. What belongs to the whole metric is filled in by <see cref="MetricReader"/>.</summary>
internal static class PointReader
{
    private const int BucketsMax = 512;

    // time 3, as_double 4, as_int 6, attributes 7
    public static MetricReading Number(ReadOnlySpan<byte> message)
    {
        var (at, value, attributes) = (0UL, 0d, new List<TelemetryAttribute>());
        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 3: at = reader.Fixed64Value(); break;
                case 4: value = reader.Double(); break;
                case 6: value = (long)reader.Fixed64Value(); break;
                case 7: AttributeReader.ReadInto(attributes, reader.Bytes()); break;
                default: reader.Skip(); break;
            }
        }
        return Point(at, value, null, attributes);
    }

    // time 3, count 4, sum 5, bucket counts 6, bounds 7, attributes 9, min 11, max 12
    public static MetricReading Histogram(ReadOnlySpan<byte> message)
    {
        ulong at = 0, count = 0;
        var (sum, min, max) = (0d, default(double?), default(double?));
        var (counts, bounds, attributes) = (new List<ulong>(), new List<ulong>(), new List<TelemetryAttribute>());
        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            switch (field)
            {
                case 3: at = reader.Fixed64Value(); break;
                case 4: count = reader.Fixed64Value(); break;
                case 5: sum = reader.Double(); break;
                case 6: EightBytes(counts, ref reader); break;
                case 7: EightBytes(bounds, ref reader); break;
                case 9: AttributeReader.ReadInto(attributes, reader.Bytes()); break;
                case 11: min = reader.Double(); break;
                case 12: max = reader.Double(); break;
                default: reader.Skip(); break;
            }
        }
        var usable = bounds.Count > 0 && counts.Count == bounds.Count + 1;
        var value = new HistogramValue((long)count, sum, min, max,
            usable ? [.. bounds.Select(BitConverter.UInt64BitsToDouble)] : [],
            usable ? [.. counts.Select(item => (long)item)] : []);
        return Point(at, value.Mean, value, attributes);
    }

    // attributes 1, time 3, count 4, sum 5, min 12, max 13; its buckets are not shown.
    public static MetricReading ExponentialHistogram(ReadOnlySpan<byte> message) => Totals(message, 1, 12, 13);

    // time 3, count 4, sum 5, attributes 7
    public static MetricReading Summary(ReadOnlySpan<byte> message) => Totals(message, 7, 0, 0);

    private static MetricReading Totals(ReadOnlySpan<byte> message, int attributesField, int minField, int maxField)
    {
        ulong at = 0, count = 0;
        var (sum, min, max) = (0d, default(double?), default(double?));
        var attributes = new List<TelemetryAttribute>();
        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            if (field == 3) at = reader.Fixed64Value();
            else if (field == 4) count = reader.Fixed64Value();
            else if (field == 5) sum = reader.Double();
            else if (field == attributesField) AttributeReader.ReadInto(attributes, reader.Bytes());
            else if (field == minField) min = reader.Double();
            else if (field == maxField) max = reader.Double();
            else reader.Skip();
        }
        var value = new HistogramValue((long)count, sum, min, max, [], []);
        return Point(at, value.Mean, value, attributes);
    }

    // fixed64 and double lists come packed (one blob) or one field per item; a reader must take both.
    private static void EightBytes(List<ulong> items, ref WireReader reader)
    {
        if (!reader.IsPacked)
        {
            Add(items, reader.Fixed64Value());
            return;
        }
        var packed = reader.Bytes();
        if (packed.Length % 8 != 0) throw new OtlpFormatException("A packed list is cut off.");
        for (; !packed.IsEmpty; packed = packed[8..])
        {
            Add(items, System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(packed));
        }
    }

    private static void Add(List<ulong> items, ulong item)
    {
        if (items.Count >= BucketsMax) throw new OtlpFormatException($"A histogram has over {BucketsMax} buckets.");
        items.Add(item);
    }

    private static MetricReading Point(
        ulong at, double value, HistogramValue? histogram, IReadOnlyList<TelemetryAttribute> attributes) =>
        new("", "", "", "", "", MetricKind.Gauge, false, Ids.Time(at), value, histogram, attributes);
}
