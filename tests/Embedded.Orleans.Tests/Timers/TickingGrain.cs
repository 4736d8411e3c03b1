namespace Orleans.Tests.Timers;

/// <summary>A grain with a timer.</summary>
public interface ITickingGrain : IGrainWithIntegerKey
{
    Task StartAsync(TimeSpan due, bool interleave = false, bool keepAlive = false);
    Task StopAsync();
    Task HoldAsync(string name);
    Task<int> TicksAsync();
}

public sealed class TickingGrain(Script script) : Grain, ITickingGrain
{
    private IGrainTimer? _timer;
    private int _ticks;

    public Task StartAsync(TimeSpan due, bool interleave, bool keepAlive)
    {
        _timer = this.RegisterGrainTimer(TickAsync, "tick", new GrainTimerCreationOptions
        {
            DueTime = due,
            Period = TimeSpan.FromMinutes(1),
            Interleave = interleave,
            KeepAlive = keepAlive,
        });
        return Task.CompletedTask;
    }

    public Task StopAsync()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public Task HoldAsync(string name) => script.HoldAsync(name);

    public Task<int> TicksAsync() => Task.FromResult(_ticks);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        script.Reach("left");
        return Task.CompletedTask;
    }

    private Task TickAsync(string name, CancellationToken cancellationToken)
    {
        _ticks++;
        script.Note(name);
        script.Reach($"{name} {_ticks}");
        return _ticks == 2 ? throw new InvalidOperationException("A failing tick does not stop the timer.") : Task.CompletedTask;
    }
}
