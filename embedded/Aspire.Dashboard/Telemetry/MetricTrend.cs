namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>How series went over time: what a sparkline draws.</summary>
public static class MetricTrend
{
    /// <summary>
    /// One value per interval: a counter's increase per second, a distribution's mean (not a number when it
    /// counted nothing), a gauge's level. A total that fell (its process restarted) counts from zero again.
    /// </summary>
    public static IReadOnlyList<double> Of(MetricKind kind, MetricSeries series)
    {
        if (kind is MetricKind.Gauge or MetricKind.UpDownCounter) return [.. series.Points.Select(point => point.Value)];
        return [.. series.Points.Skip(1).Zip(series.Points, (now, before) => Interval(kind, before, now))];
    }

    /// <summary>The trend of all series of an instrument together: the sum, or for a distribution the mean over all.</summary>
    public static IReadOnlyList<double> Of(Instrument instrument)
    {
        var trends = instrument.Series.Select(series => Of(instrument.Kind, series)).ToList();
        var length = trends.Count == 0 ? 0 : trends.Max(trend => trend.Count);
        var together = new double[length];
        for (var index = 0; index < length; index++)
        {
            // Series end with the same export, so they are laid on each other from the end.
            var values = trends.Where(trend => trend.Count >= length - index).Select(trend => trend[trend.Count - length + index]).ToList();
            together[index] = instrument.Kind is MetricKind.Histogram ? values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average() : values.Sum();
        }
        return together;
    }

    private static double Interval(MetricKind kind, MetricPoint before, MetricPoint now)
    {
        if (kind is MetricKind.Histogram)
        {
            var restarted = now.Count < before.Count;
            var count = restarted ? now.Count : now.Count - before.Count;
            var sum = restarted ? now.Value : now.Value - before.Value;
            return count == 0 ? double.NaN : sum / count;
        }
        var seconds = (now.At - before.At).TotalSeconds;
        var increase = now.Value < before.Value ? now.Value : now.Value - before.Value;
        return seconds <= 0 ? 0 : increase / seconds;
    }
}
