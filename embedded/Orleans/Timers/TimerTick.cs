using Orleans.Activations;
using Orleans.Calls;

namespace Orleans.Timers;

/// <summary>One tick of a timer, taken in turn with the calls.</summary>
internal sealed class TimerTick : Request
{
    private readonly GrainTimer _timer;

    public TimerTick(Activation activation, GrainTimer timer) => (Activation, _timer) = (activation, timer);

    public override bool AlwaysInterleaves => _timer.Interleaves;
    public override bool KeepsAlive => _timer.KeepsAlive;

    public override void Start() => _ = _timer.RunAsync(this);

    public override string ToString() => $"{Activation!.GrainId} timer";
}
