using Orleans.Activations;
using Orleans.Runtime;

namespace Orleans.Timers;

/// <summary>Sends ticks to its grain. The next period starts when the tick has ended, so ticks never pile up.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly CancellationTokenSource _stopped = new();
    private readonly ITimer _timer;
    private readonly GrainTimerCreationOptions _options;
    private TimeSpan _period;
    private bool _isTicking;
    private bool _wasChanged; // By the callback itself, whose choice then stands.

    public GrainTimer(Activation activation, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        (_activation, _callback, _options, _period) = (activation, callback, options, options.Period);
        activation.Add(this);

        // The clock must not carry the registering call's context into every tick.
        using (ExecutionContext.SuppressFlow())
            _timer = activation.Silo.Clock.CreateTimer(_ => Tick(), null, options.DueTime, Timeout.InfiniteTimeSpan);
    }

    public bool Interleaves => _options.Interleave;
    public bool KeepsAlive => _options.KeepAlive;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        (_period, _wasChanged) = (period, _isTicking);
        if (!_stopped.IsCancellationRequested)
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        if (_stopped.IsCancellationRequested)
            return;
        _stopped.Cancel();
        _timer.Dispose();
        _activation.Remove(this);
    }

    public async Task RunAsync(TimerTick tick)
    {
        try
        {
            if (!_stopped.IsCancellationRequested)
            {
                (_isTicking, _wasChanged) = (true, false);
                await _callback(_stopped.Token);
            }
        }
        catch (Exception e)
        {
            if (!_stopped.IsCancellationRequested)
                _activation.Silo.Logger.TimerFailed(e, _activation.GrainId);
        }

        _isTicking = false;
        _activation.End(tick);
        if (!_wasChanged && !_stopped.IsCancellationRequested)
            _timer.Change(_period, Timeout.InfiniteTimeSpan);
    }

    private void Tick()
    {
        if (!_stopped.IsCancellationRequested)
            _activation.TryTake(new TimerTick(_activation, this));
    }
}
