using Orleans.Activations;

namespace Orleans.Calls;

/// <summary>How far a request has come. It only ever moves forward.</summary>
internal enum RequestPhase { Waiting, Running, Ended }

/// <summary>
/// A piece of work an activation takes in turn: a call, a timer tick, activation or deactivation. It is also the
/// synchronization context of its own code, so every await inside comes back to the activation, one turn at a time,
/// and a call made there knows which request it is made for. That costs no allocation, unlike an AsyncLocal per call.
/// </summary>
internal abstract class Request : SynchronizationContext
{
    private volatile RequestPhase _phase;
    private Request? _latestCall;  // Calls this request waits for, newest first, linked through _earlierCall.
    private Request? _earlierCall;
    private volatile int _reentryScopes;

    public Activation? Activation { get; set; }
    public Request? NextWaiting { get; set; }

    /// <summary>The request that made this call and has not ended.</summary>
    public Request? Caller { get; set; }

    public RequestPhase Phase { get => _phase; set => _phase = value; }

    public virtual bool IsReadOnly => false;
    public virtual bool AlwaysInterleaves => false;

    /// <summary>Whether running it counts as use of the grain, which puts off collection.</summary>
    public virtual bool KeepsAlive => true;

    /// <summary>No one waits for it any more: answered, timed out or cancelled.</summary>
    public virtual bool IsAnswered => false;

    /// <summary>Need not start any more.</summary>
    public virtual bool IsAbandoned => IsAnswered;

    public bool AllowsReentry => _reentryScopes > 0;

    public static new Request? Current =>
        SynchronizationContext.Current as Request ?? Activation.Ambient?.OnlyRunning;

    /// <summary>Runs the first turn, on the activation. Must lead to <see cref="Activation.End"/> in every case.</summary>
    public abstract void Start();

    public void EnterReentry() => Interlocked.Increment(ref _reentryScopes);
    public void LeaveReentry() => Interlocked.Decrement(ref _reentryScopes);

    public void WaitsFor(Request call)
    {
        lock (this)
        {
            while (_latestCall is { IsAnswered: true })
                _latestCall = _latestCall._earlierCall;
            call._earlierCall = _latestCall;
            _latestCall = call;
        }
    }

    public List<Request> OpenCalls()
    {
        var open = new List<Request>();
        lock (this)
        {
            for (var call = _latestCall; call is not null; call = call._earlierCall)
            {
                if (!call.IsAnswered)
                    open.Add(call);
            }
        }
        return open;
    }

    /// <summary>Whether the given request waits, through its callers, for this one.</summary>
    public bool IsInChainOf(Request call)
    {
        for (var caller = call.Caller; caller is not null; caller = caller.Caller)
        {
            if (caller == this)
                return true;
        }
        return false;
    }

    public override void Post(SendOrPostCallback d, object? state) => Activation!.Post(this, d, state);

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("A grain never waits synchronously.");

    public override SynchronizationContext CreateCopy() => this;
}
