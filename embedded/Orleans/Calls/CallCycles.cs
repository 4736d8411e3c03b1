using System.Text;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>
/// Finds calls that wait for themselves. A waiting call waits for what runs on its grain; what runs there waits for
/// the calls it has made. Asked only when a grain's call has to wait, so the free path never pays.
/// </summary>
internal static class CallCycles
{
    /// <summary>Fails the call with the cycle's names if it can never be answered.</summary>
    public static void Report(CallRequest call)
    {
        var path = new List<Step>();
        // Phases only move forward, so a path that has not moved since it was read existed all at once.
        if (Search(call, call, path, []) && call.Phase == RequestPhase.Waiting && path.TrueForAll(step => step.StillHolds))
            call.Fail(new GrainCallCycleException(Describe(call, path)));
    }

    private static bool Search(Request from, Request goal, List<Step> path, HashSet<Request> seen)
    {
        var waiting = from.Phase == RequestPhase.Waiting;
        var next = waiting ? from.Activation?.BlockersOf(from) : from.OpenCalls();
        foreach (var request in next ?? [])
        {
            path.Add(new(request, request.Phase, MustBeOpen: !waiting));
            if (request == goal || (seen.Add(request) && Search(request, goal, path, seen)))
                return true;
            path.RemoveAt(path.Count - 1);
        }
        return false;
    }

    private static string Describe(CallRequest call, List<Step> path)
    {
        var text = new StringBuilder("Grain calls wait for each other: ").Append(call);
        foreach (var step in path)
            text.Append(step.MustBeOpen ? " which calls " : " waits for ").Append(step.Request);
        return text.Append('.').ToString();
    }

    private readonly record struct Step(Request Request, RequestPhase Phase, bool MustBeOpen)
    {
        public bool StillHolds => Request.Phase == Phase && !(MustBeOpen && Request.IsAnswered);
    }
}
