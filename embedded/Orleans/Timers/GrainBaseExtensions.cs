using Orleans.Activations;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans;

/// <summary>Timers of a grain. They end with the activation.</summary>
public static class GrainBaseExtensions
{
    public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<Task> callback, TimeSpan dueTime, TimeSpan period) =>
        Register(grain, _ => callback(), new(dueTime, period));

    public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<CancellationToken, Task> callback, TimeSpan dueTime, TimeSpan period) =>
        Register(grain, callback, new(dueTime, period));

    public static IGrainTimer RegisterGrainTimer<TState>(this IGrainBase grain, Func<TState, Task> callback, TState state, TimeSpan dueTime, TimeSpan period) =>
        Register(grain, _ => callback(state), new(dueTime, period));

    public static IGrainTimer RegisterGrainTimer<TState>(this IGrainBase grain, Func<TState, CancellationToken, Task> callback, TState state, TimeSpan dueTime, TimeSpan period) =>
        Register(grain, token => callback(state, token), new(dueTime, period));

    public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<Task> callback, GrainTimerCreationOptions options) =>
        Register(grain, _ => callback(), options);

    public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) =>
        Register(grain, callback, options);

    public static IGrainTimer RegisterGrainTimer<TState>(this IGrainBase grain, Func<TState, Task> callback, TState state, GrainTimerCreationOptions options) =>
        Register(grain, _ => callback(state), options);

    public static IGrainTimer RegisterGrainTimer<TState>(this IGrainBase grain, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options) =>
        Register(grain, token => callback(state, token), options);

    private static GrainTimer Register(IGrainBase grain, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) =>
        new((Activation)grain.GrainContext, callback, options);
}
