using System.Diagnostics;
using Orleans.Calls;

namespace Orleans.Diagnostics;

/// <summary>Trace spans of grain calls, from the sources and with the tags that Orleans uses.</summary>
internal static class GrainActivities
{
    // Orleans' other source, Microsoft.Orleans.Runtime, is for calls of its own grains, of which there are none here.
    private static readonly ActivitySource Source = new("Microsoft.Orleans.Application", "1.1.0");

    /// <summary>The caller's span. Null when no one listens. It does not become current for the caller.</summary>
    public static Activity? StartClient(CallRequest call)
    {
        if (!Source.HasListeners())
            return null;

        var current = Activity.Current;
        var activity = Source.StartActivity(call.Method.ActivityName, ActivityKind.Client);
        Activity.Current = current;
        return Tagged(activity, call);
    }

    /// <summary>The grain's span, inside which its own spans appear.</summary>
    public static Activity? StartServer(CallRequest call)
    {
        if (!call.Target.Silo.PropagatesActivities)
            return null;
        return Tagged(Source.StartActivity(call.Method.ActivityName, ActivityKind.Server, call.Baggage?.Trace ?? default), call);
    }

    public static void Failed(Activity? activity, Exception exception)
    {
        if (activity is null)
            return;
        activity.SetStatus(ActivityStatusCode.Error);
        activity.SetTag("exception.type", exception.GetType().FullName);
    }

    private static Activity? Tagged(Activity? activity, CallRequest call)
    {
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("rpc.system", "orleans");
            activity.SetTag("rpc.service", call.GetInterfaceName());
            activity.SetTag("rpc.method", call.GetMethodName());
            activity.SetTag("rpc.orleans.target_id", call.Target.GrainId.ToString());
        }
        return activity;
    }
}
