namespace Sandbox.Webhooks;

/// <summary>
/// The order of one object's webhooks. Each waits for the first try of the one before; a held one waits instead until
/// the one after it has gone, so that it comes late.
/// </summary>
internal sealed class WebhookLane
{
    private static readonly TimeSpan HeldAtMost = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private Task _previous = Task.CompletedTask;
    private TaskCompletionSource? _held;

    /// <summary>What to wait for before the first try, and what to call after it.</summary>
    internal (Func<TimeProvider, CancellationToken, Task> Before, Action After) Join(bool hold)
    {
        lock (_lock)
        {
            if (hold && _held is null)
            {
                var held = _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return ((clock, stopping) => Task.WhenAny(held.Task, Task.Delay(HeldAtMost, clock, stopping)), () => { });
            }

            var (previous, overtaken) = (_previous, _held);
            var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (_previous, _held) = (gone.Task, null);
            return ((_, stopping) => previous.WaitAsync(stopping), () =>
            {
                gone.TrySetResult();
                overtaken?.TrySetResult();
            });
        }
    }
}
