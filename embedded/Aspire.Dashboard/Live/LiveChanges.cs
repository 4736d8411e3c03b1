namespace Aspire.Dashboard.Embedded.Live;

/// <summary>
/// Says which topics changed, never what: a page asks again for what it shows. So a slow browser costs nothing, and a
/// burst of thousands of log lines is one message. Thread-safe.
/// </summary>
public sealed class LiveChanges
{
    /// <summary>How many live streams may be open at once.</summary>
    public const int ListenersMax = 32;

    private readonly Lock _gate = new();
    private readonly List<LiveListener> _listeners = [];

    /// <summary>Tells every listener.</summary>
    public void Announce(LiveTopic topic)
    {
        lock (_gate)
        {
            foreach (var listener in _listeners) listener.Tell(topic);
        }
    }

    /// <summary>A new listener, or null when too many listen. Dispose it to stop.</summary>
    public LiveListener? Listen()
    {
        lock (_gate)
        {
            if (_listeners.Count >= ListenersMax) return null;
            var listener = new LiveListener(Leave);
            _listeners.Add(listener);
            return listener;
        }
    }

    private void Leave(LiveListener listener)
    {
        lock (_gate) _listeners.Remove(listener);
    }
}
