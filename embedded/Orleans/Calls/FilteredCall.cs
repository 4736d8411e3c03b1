using System.Diagnostics;
using Orleans.Diagnostics;
using Orleans.Filters;

namespace Orleans.Calls;

/// <summary>The long way to the grain: with the caller's baggage unpacked, a trace span and the filters.</summary>
internal static class FilteredCall
{
    public static async Task<object?> RunAsync(CallRequest call)
    {
        call.Baggage?.Unpack();
        using var activity = GrainActivities.StartServer(call);
        try
        {
            var incoming = new IncomingCall(call);
            await incoming.Invoke();
            return incoming.Result;
        }
        catch (Exception e)
        {
            GrainActivities.Failed(activity, e);
            throw;
        }
    }
}
