using System.Collections.Immutable;
using Orleans.Calls;

namespace Orleans.Runtime;

/// <summary>Small values that travel with every grain call made after they are set, and on from the called grain.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> Carried = new();

    public static IEnumerable<string> Keys => Values?.Keys ?? [];

    internal static ImmutableDictionary<string, object>? Values
    {
        get => Carried.Value;
        set => Carried.Value = value;
    }

    public static object? Get(string key) => Values?.GetValueOrDefault(key);

    public static void Set(string key, object value) =>
        Values = (Values ?? ImmutableDictionary<string, object>.Empty).SetItem(key, value);

    public static bool Remove(string key)
    {
        var had = Values?.ContainsKey(key) == true;
        if (had)
            Values = Values!.Remove(key);
        return had;
    }

    public static void Clear() => Values = null;

    /// <summary>Until disposed, calls that come back to this grain through others made here may interleave.</summary>
    public static IDisposable AllowCallChainReentrancy() => new ReentrySection(Request.Current);

    private sealed class ReentrySection : IDisposable
    {
        private Request? _request;

        public ReentrySection(Request? request)
        {
            _request = request;
            request?.EnterReentry();
        }

        public void Dispose() => Interlocked.Exchange(ref _request, null)?.LeaveReentry();
    }
}
