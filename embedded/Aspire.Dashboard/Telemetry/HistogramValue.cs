namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>
/// A distribution: bucket i counts the values up to <c>Bounds[i]</c>, the last bucket those above every bound.
/// Without buckets only the count and the sum are known.
/// </summary>
public sealed record HistogramValue(
    long Count,
    double Sum,
    double? Min,
    double? Max,
    IReadOnlyList<double> Bounds,
    IReadOnlyList<long> Counts)
{
    /// <summary>The mean, or 0 when nothing was counted.</summary>
    public double Mean => Count == 0 ? 0 : Sum / Count;

    /// <summary>
    /// The value below which the given part (0..1) of all values lies, interpolated within its bucket; null without
    /// buckets or values.
    /// </summary>
    public double? Percentile(double part)
    {
        if (Count == 0 || Bounds.Count == 0) return null;
        var rank = part * Count;
        long below = 0;
        for (var index = 0; index < Counts.Count; index++)
        {
            if (Counts[index] > 0 && below + Counts[index] >= rank)
            {
                // Min and max are tighter than the outer buckets, of which the last has no upper end.
                var low = Math.Max(index == 0 ? 0 : Bounds[index - 1], Min ?? double.MinValue);
                var high = Math.Min(index < Bounds.Count ? Bounds[index] : Max ?? Bounds[^1], Max ?? double.MaxValue);
                return low + (Math.Max(high, low) - low) * ((rank - below) / Counts[index]);
            }
            below += Counts[index];
        }
        return Max ?? Bounds[^1];
    }

    /// <summary>Both distributions together. Buckets survive only when both have the same bounds.</summary>
    public HistogramValue Plus(HistogramValue other)
    {
        var same = Bounds.SequenceEqual(other.Bounds) && Counts.Count == other.Counts.Count;
        return new HistogramValue(
            Count + other.Count,
            Sum + other.Sum,
            Min is { } min && other.Min is { } otherMin ? Math.Min(min, otherMin) : Min ?? other.Min,
            Max is { } max && other.Max is { } otherMax ? Math.Max(max, otherMax) : Max ?? other.Max,
            same ? Bounds : [],
            same ? [.. Counts.Zip(other.Counts, (left, right) => left + right)] : []);
    }
}
