using System.Collections.Immutable;
using System.Diagnostics;
using Orleans.Activations;
using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Diagnostics;

/// <summary>What travels with a call beside its arguments: the request context and the caller's trace span.</summary>
internal sealed class CallBaggage(ImmutableDictionary<string, object>? values, Activity? client)
{
    public ActivityContext Trace => client?.Context ?? default;

    /// <summary>Null when there is nothing to carry, so that such calls pay nothing.</summary>
    public static CallBaggage? Pack(CallRequest call, Silo silo)
    {
        var values = RequestContext.Values;
        var client = silo.PropagatesActivities ? GrainActivities.StartClient(call) : null;
        return values is { IsEmpty: false } || client is not null ? new(values, client) : null;
    }

    public void Unpack() => RequestContext.Values = values;

    /// <summary>Ends the caller's span.</summary>
    public void End(Exception? exception)
    {
        if (client is null)
            return;
        if (exception is not null)
            GrainActivities.Failed(client, exception);
        var current = Activity.Current; // Ending a span must not change which one is current where the answer arrives.
        client.Dispose();
        Activity.Current = current;
    }
}
