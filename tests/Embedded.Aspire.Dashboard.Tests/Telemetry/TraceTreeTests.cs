using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Tests.Telemetry;

public sealed class TraceTreeTests
{
    [Fact]
    public void Order_SpansOfSeveralLevels_PutsChildrenBelowTheirParentByStart()
    {
        var steps = Steps(("sql2", "grain", 4), ("root", "", 0), ("call", "root", 5), ("grain", "root", 1), ("sql1", "grain", 2));

        Assert.Equal(["0 root", "1 grain", "2 sql1", "2 sql2", "1 call"], steps);
    }

    [Fact]
    public void Order_AParentThatIsNotKept_StandsAtTheTop() =>
        Assert.Equal(["0 a", "0 b", "1 c"], Steps(("a", "gone", 0), ("b", "gone", 1), ("c", "b", 2)));

    [Fact]
    public void Order_ACycle_ShowsEverySpanOnce() =>
        Assert.Equal(["0 self", "0 a", "1 b"], Steps(("self", "self", 0), ("a", "b", 1), ("b", "a", 2)));

    [Fact]
    public void Order_TwoThousandLevels_DoesNotOverflow()
    {
        var spans = Enumerable.Range(0, 2_000).Select(level => ($"{level}", level == 0 ? "" : $"{level - 1}", level)).ToArray();

        Assert.Equal("1999 1999", Steps(spans)[^1]);
    }

    private static List<string> Steps(params (string Id, string Parent, int Start)[] spans)
    {
        var at = new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);
        var store = new TraceStore();
        store.Add(spans.Select(span => new SpanRecord("t", span.Id, span.Parent, "api", "", span.Id, SpanKind.Internal,
            at.AddMilliseconds(span.Start), TimeSpan.FromMilliseconds(1), SpanStatus.Unset, "", [], [], [])));
        return [.. TraceTree.Order(store.Get("t")!).Select(step => $"{step.Depth} {step.Span.Name}")];
    }
}
