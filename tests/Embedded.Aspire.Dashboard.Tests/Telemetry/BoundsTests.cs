using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Tests.Telemetry;

/// <summary>Goal: however much is reported, the AppHost's memory stays bounded and the newest is kept.</summary>
public sealed class BoundsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ring_OverItsNumber_DropsTheOldest()
    {
        var ring = new RingBuffer<int>(maxCount: 3, maxWeight: 100, weigh: _ => 1);

        var gone = Enumerable.Range(1, 5).SelectMany(item => ring.Add(item)).ToList();

        Assert.Equal([3, 4, 5], ring.Items);
        Assert.Equal([1, 2], gone);
        Assert.Equal(3, ring.Weight);
    }

    [Fact]
    public void Ring_OverItsWeight_DropsTheOldestButNeverTheNewest()
    {
        var ring = new RingBuffer<int>(maxCount: 100, maxWeight: 10, weigh: item => item);

        ring.Add(4);
        ring.Add(5);
        ring.Add(6);
        Assert.Equal([6], ring.Items);

        ring.Add(50);
        Assert.Equal([50], ring.Items);
    }

    [Fact]
    public void Console_OverTwoThousandLines_KeepsTheNewestAndTheirNumbers()
    {
        var board = new ResourceBoard();
        for (var line = 1; line <= 2_500; line++) board.AppendLog("api", $"line {line}", isError: false);

        var kept = board.ReadConsole("api");

        Assert.Equal(2_000, kept.Count);
        Assert.Equal((501, "line 501"), (kept[0].Number, kept[0].Text));
        Assert.Equal([2_499L, 2_500L], board.ReadConsole("api", after: 2_498).Select(line => line.Number));
    }

    [Fact]
    public void Console_ALongColouredLine_IsCutAndPlain()
    {
        var board = new ResourceBoard();
        board.AppendLog("api", $"\u001b[32minfo\u001b[39m: {new string('x', 10_000)}", isError: false);

        var text = Assert.Single(board.ReadConsole("api")).Text;

        Assert.StartsWith("info: xxx", text);
        Assert.Equal(4_097, text.Length);
    }

    [Fact]
    public void Board_BeyondTwoHundredResources_IgnoresFurtherOnes()
    {
        var board = new ResourceBoard();
        for (var number = 0; number < 300; number++) board.Report(Snapshot($"r{number}", "Starting"));
        board.Report(Snapshot("r0", "Running"));

        Assert.Equal(200, board.Snapshots.Count);
        Assert.Equal(("r0", "Running"), (board.Snapshots[0].Name, board.Snapshots[0].State));
    }

    [Fact]
    public void Logs_OverTenThousand_KeepTheNewest()
    {
        var logs = new LogStore();
        logs.Add(Enumerable.Range(1, 10_500).Select(number => Log($"m{number}")));

        Assert.Equal(10_000, logs.Find(new LogFilter(), int.MaxValue).Count);
        Assert.Null(logs.Get(500));
        Assert.Equal("m501", logs.Get(501)!.Message);
    }

    [Fact]
    public void Traces_OverTheSpansOfATrace_DropTheRestOfThatTraceOnly()
    {
        var traces = new TraceStore();
        traces.Add(Enumerable.Range(1, 3_000).Select(number => Span("runaway", number)));
        traces.Add([Span("quiet", 1)]);

        Assert.Equal(2_000, traces.Get("runaway")!.Spans.Count);
        Assert.Single(traces.Get("quiet")!.Spans);
    }

    [Fact]
    public void Traces_OverFortyThousandSpans_ForgetTheOldestTraces()
    {
        var traces = new TraceStore();
        for (var trace = 0; trace < 50; trace++)
        {
            traces.Add(Enumerable.Range(1, 1_000).Select(number => Span($"t{trace}", number)));
        }

        Assert.Equal(40, traces.Find(new TraceFilter(), int.MaxValue).Count);
        Assert.Null(traces.Get("t9"));
        Assert.Equal(1_000, traces.Get("t10")!.Spans.Count);
    }

    [Fact]
    public void Metrics_OverTheSeriesOfAnInstrument_KeepTheFirstAndSayThatSomeAreMissing()
    {
        var metrics = new MetricStore();
        metrics.Add(Enumerable.Range(0, 150).Select(number => Reading(number, $"{number}")));

        var instrument = metrics.Get("api", "requests")!;

        Assert.Equal(100, instrument.Series.Count);
        Assert.True(instrument.SeriesDropped);
    }

    [Fact]
    public void Metrics_OverThePointsOfASeries_KeepTheNewest()
    {
        var metrics = new MetricStore();
        metrics.Add(Enumerable.Range(1, 200).Select(value => Reading(value, "one")));

        var points = Assert.Single(metrics.Get("api", "requests")!.Series).Points;

        Assert.Equal(120, points.Count);
        Assert.Equal((81d, 200d), (points[0].Value, points[^1].Value));
    }

    private static ResourceSnapshot Snapshot(string name, string state) => new(name, "Project", state, null, [], null, null, 0, null);

    private static LogRecord Log(string message) => new(0, At, "api", "", LogSeverity.Information, message, "", "", "", []);

    private static SpanRecord Span(string trace, int number) => new(trace, $"{number}", "", "api", "", "work", SpanKind.Internal,
        At.AddMilliseconds(number), TimeSpan.FromMilliseconds(1), SpanStatus.Unset, "", [], [], []);

    private static MetricReading Reading(double value, string tag) => new("api", "meter", "requests", "", "", MetricKind.Counter, false,
        At, value, null, [new TelemetryAttribute("tag", tag)]);
}
