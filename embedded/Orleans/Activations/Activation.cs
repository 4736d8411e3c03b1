using Microsoft.Extensions.DependencyInjection;
using Orleans.Calls;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Activations;

/// <summary>
/// One grain in memory. Decides which requests may run now and which wait; <see cref="Post"/> and the turn queue see
/// to it that no two of its turns ever run at the same time.
/// </summary>
internal sealed partial class Activation(Silo silo, GrainId grainId, GrainClass grainClass) : IGrainContext
{
    private enum Stage { New, Activating, Valid, Deactivating, Gone }

    private readonly Lock _gate = new();
    private readonly List<Request> _running = [];
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Request? _firstWaiting;
    private Request? _lastWaiting;
    private volatile Stage _stage;
    private int _blockers;         // Running requests that others must wait for, and how many of them only read.
    private int _readingBlockers;
    private int _waitingInterleaves; // Waiting only because the grain is still activating.
    private DeactivationRequest? _deactivation;

    public Silo Silo { get; } = silo;
    public GrainId GrainId { get; } = grainId;
    public GrainClass Class { get; } = grainClass;
    public GrainReference GrainReference => field ??= Silo.Factory.CreateReference(Class.Interfaces[0], GrainId);
    public object? GrainInstance { get; private set; }
    public IServiceProvider ActivationServices { get; private set; } = silo.Services;
    public Task Deactivated => _gone.Task;

    /// <summary>The running request, when there is exactly one.</summary>
    public Request? OnlyRunning
    {
        get
        {
            lock (_gate)
                return _running.Count == 1 ? _running[0] : null;
        }
    }

    /// <summary>Runs the request now, or when it is its turn. False when this activation is gone and another must be asked.</summary>
    public bool TryTake(CallRequest call)
    {
        bool waits;
        lock (_gate)
        {
            if (_stage is Stage.Gone)
                return false;

            call.Activation = this;
            if (_stage is Stage.New)
            {
                _stage = Stage.Activating;
                Begin(new ActivationRequest(this));
            }

            waits = !MayStart(call);
            if (waits)
                AddWaiting(call);
            else
                Begin(call);
        }

        if (waits && call.Caller is not null)
            CallCycles.Report(call);
        return true;
    }

    /// <summary>Takes a timer's tick like a call. False when the grain no longer runs.</summary>
    public bool TryTake(TimerTick tick)
    {
        lock (_gate)
        {
            if (_stage is not (Stage.Activating or Stage.Valid))
                return false;
            if (MayStart(tick))
                Begin(tick);
            else
                AddWaiting(tick);
            return true;
        }
    }

    /// <summary>Says that a request has done its work, and lets the next one start.</summary>
    public void End(Request request)
    {
        lock (_gate)
        {
            _running.Remove(request);
            request.Phase = RequestPhase.Ended;
            request.Caller = null; // A chain of calls that outlive their callers must not grow in memory.
            if (!Interleaves(request))
            {
                _blockers--;
                if (request.IsReadOnly)
                    _readingBlockers--;
            }

            if (_running.Count == 0 && request.KeepsAlive)
                _idleSince = Silo.Clock.GetTimestamp();
            if (_firstWaiting is not null && _blockers == 0 && _stage is Stage.Valid)
                StartWaiting();
            if (_running.Count == 0 && _stage is Stage.Deactivating && _deactivation is { Phase: RequestPhase.Waiting } last)
                Begin(last);
        }
    }

    /// <summary>The running requests that keep this one waiting; none if it has started meanwhile.</summary>
    public List<Request> BlockersOf(Request waiting)
    {
        lock (_gate)
        {
            if (waiting.Phase != RequestPhase.Waiting)
                return [];
            return [.. _running.Where(running => _stage is not Stage.Valid
                || !(Interleaves(running) || (running.IsReadOnly && waiting.IsReadOnly)))];
        }
    }

    /// <summary>Fails every unanswered call older than the timeout. A running call goes on; a waiting one never starts.</summary>
    public void FailCallsOlderThan(TimeSpan timeout)
    {
        if (_running.Count == 0 && _firstWaiting is null)
            return;

        var late = new List<CallRequest>();
        lock (_gate)
        {
            var waiting = new List<Request>();
            for (var request = _firstWaiting; request is not null; request = request.NextWaiting)
                waiting.Add(request);
            late.AddRange(_running.Concat(waiting).OfType<CallRequest>()
                .Where(call => !call.IsAnswered && Silo.Clock.GetElapsedTime(call.SentAt) >= timeout));
        }

        foreach (var call in late)
            call.Fail(new TimeoutException($"Response did not arrive on time in {timeout} for call {call}. It may have run or may still run."));
    }

    private bool MayStart(Request request) => _stage is Stage.Valid
        && (_blockers == 0
            || Interleaves(request)
            || (request.IsReadOnly && _readingBlockers == _blockers)
            || _running.Exists(running => running.AllowsReentry && running.IsInChainOf(request)));

    private bool Interleaves(Request request) =>
        request.AlwaysInterleaves || (Class.IsReentrant && request is not LifecycleRequest);

    private void Begin(Request request)
    {
        _running.Add(request);
        if (!Interleaves(request))
        {
            _blockers++;
            if (request.IsReadOnly)
                _readingBlockers++;
        }
        request.Phase = RequestPhase.Running;
        AddTurn(new(request, null, null));
    }

    private void AddWaiting(Request request)
    {
        if (_lastWaiting is null)
            _firstWaiting = request;
        else
            _lastWaiting.NextWaiting = request;
        _lastWaiting = request;
        if (Interleaves(request))
            _waitingInterleaves++;
    }

    // Called when nothing running blocks. An exclusive request at the head ends the walk; one that only reads lets
    // the other readers join it, past any writer between, as Orleans does.
    private void StartWaiting()
    {
        Request? before = null;
        for (var request = _firstWaiting; request is not null;)
        {
            if (_readingBlockers < _blockers && _waitingInterleaves == 0)
                return;
            var next = request.NextWaiting;
            var starts = request.IsAbandoned || MayStart(request);
            if (starts)
            {
                if (before is null)
                    _firstWaiting = next;
                else
                    before.NextWaiting = next;
                if (next is null)
                    _lastWaiting = before;
                request.NextWaiting = null;
                if (Interleaves(request))
                    _waitingInterleaves--;
                if (!request.IsAbandoned)
                    Begin(request);
            }
            else
            {
                before = request;
            }
            request = next;
        }
    }
}
