namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>A span with how many spans lie above it.</summary>
public readonly record struct TraceStep(SpanRecord Span, int Depth);

/// <summary>Puts a trace's spans below their parents.</summary>
public static class TraceTree
{
    /// <summary>
    /// Every span once: parents before children, siblings by start. A span whose parent is not kept stands at the top,
    /// and so does one of a cycle.
    /// </summary>
    public static IReadOnlyList<TraceStep> Order(Trace trace)
    {
        var known = trace.Spans.Select(span => span.SpanId).ToHashSet(StringComparer.Ordinal);
        var children = trace.Spans.ToLookup(span =>
            known.Contains(span.ParentSpanId) && span.ParentSpanId != span.SpanId ? span.ParentSpanId : "");
        var steps = new List<TraceStep>(trace.Spans.Count);
        var placed = new HashSet<SpanRecord>(ReferenceEqualityComparer.Instance);

        Place(children[""]);
        foreach (var span in trace.Spans.Where(span => !placed.Contains(span))) Place([span]);
        return steps;

        // A stack and not recursion: a reported trace may be two thousand levels deep.
        void Place(IEnumerable<SpanRecord> tops)
        {
            var stack = new Stack<TraceStep>(tops.Reverse().Select(span => new TraceStep(span, 0)));
            while (stack.TryPop(out var step))
            {
                if (!placed.Add(step.Span)) continue;
                steps.Add(step);
                foreach (var child in children[step.Span.SpanId].Reverse())
                {
                    stack.Push(new TraceStep(child, step.Depth + 1));
                }
            }
        }
    }
}
