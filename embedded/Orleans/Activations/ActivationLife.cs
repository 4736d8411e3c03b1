using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Calls;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Activations;

/// <summary>How an activation comes into memory and leaves it.</summary>
internal sealed partial class Activation
{
    [ThreadStatic]
    private static Activation? t_beingCreated;

    private readonly List<GrainTimer> _timers = [];
    private AsyncServiceScope _scope;
    private long _idleSince;
    private DateTimeOffset _keptUntil;

    /// <summary>The activation whose grain object is being made on this thread.</summary>
    public static Activation? BeingCreated => t_beingCreated;

    public void KeepFor(TimeSpan time)
    {
        var now = Silo.Clock.GetUtcNow();
        _keptUntil = time == Timeout.InfiniteTimeSpan || time > DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : now + time;
    }

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_stage is Stage.New)
            {
                Leave(null);
                return;
            }
            if (_deactivation is not null || _stage is Stage.Gone)
                return;

            _deactivation = new(this, deactivationReason, cancellationToken);
            if (_stage is not Stage.Valid)
                return; // Still activating: it leaves once that is done.
            _stage = Stage.Deactivating;
            if (_running.Count == 0)
                Begin(_deactivation);
        }
    }

    public void DeactivateIfIdleFor(TimeSpan age)
    {
        lock (_gate)
        {
            if (_stage is Stage.Valid && _running.Count == 0 && _firstWaiting is null
                && Silo.Clock.GetElapsedTime(_idleSince) >= age && Silo.Clock.GetUtcNow() >= _keptUntil)
            {
                Deactivate(new(DeactivationReasonCode.ActivationIdle, $"Not called for {age}."));
            }
        }
    }

    public void Add(GrainTimer timer)
    {
        lock (_gate)
            _timers.Add(timer);
    }

    public void Remove(GrainTimer timer)
    {
        lock (_gate)
            _timers.Remove(timer);
    }

    public async Task ActivateAsync(ActivationRequest request)
    {
        try
        {
            _scope = Silo.Services.CreateAsyncScope();
            ActivationServices = _scope.ServiceProvider;
            CreateInstance();
            if (GrainInstance is IGrainBase grain)
                await grain.OnActivateAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            Silo.Logger.ActivationFailed(e, GrainId);
            await DisposeAsync();
            Leave(e);
            return;
        }

        lock (_gate)
            _stage = _deactivation is null ? Stage.Valid : Stage.Deactivating;
        End(request);
    }

    public async Task DeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        try
        {
            if (GrainInstance is IGrainBase grain)
                await grain.OnDeactivateAsync(reason, cancellationToken);
        }
        catch (Exception e)
        {
            Silo.Logger.DeactivationFailed(e, GrainId);
        }
        await DisposeAsync();
        Leave(null);
    }

    private void CreateInstance()
    {
        var outer = t_beingCreated;
        t_beingCreated = this;
        try
        {
            GrainInstance = Class.Create(ActivationServices, null);
        }
        finally
        {
            t_beingCreated = outer;
        }
    }

    private async Task DisposeAsync()
    {
        try
        {
            foreach (var timer in _timers.ToArray())
                timer.Dispose();
            if (GrainInstance is IAsyncDisposable asyncDisposable)
                await asyncDisposable.DisposeAsync();
            else
                (GrainInstance as IDisposable)?.Dispose();
            await _scope.DisposeAsync();
        }
        catch (Exception e)
        {
            Silo.Logger.DeactivationFailed(e, GrainId);
        }
    }

    // Calls that still wait go to the next activation, or fail with the exception that kept this one from starting.
    private void Leave(Exception? failure)
    {
        Request? waiting;
        lock (_gate)
        {
            _stage = Stage.Gone;
            Silo.Directory.Remove(this);
            foreach (var request in _running)
                request.Phase = RequestPhase.Ended;
            _running.Clear();
            (waiting, _firstWaiting, _lastWaiting) = (_firstWaiting, null, null);
        }

        _gone.SetResult();
        while (waiting is not null)
        {
            var next = waiting.NextWaiting;
            waiting.NextWaiting = null;
            if (waiting is CallRequest { IsAbandoned: false } call)
            {
                if (failure is null)
                    call.Target.Deliver(call);
                else
                    call.Fail(failure);
            }
            waiting = next;
        }
    }
}
