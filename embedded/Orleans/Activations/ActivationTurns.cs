using Microsoft.Extensions.Logging;
using Orleans.Calls;

namespace Orleans.Activations;

/// <summary>
/// The turns of an activation: first parts of requests and continuations of their awaits, one after the other on the
/// thread pool. A synchronization context does for await what Orleans' TaskScheduler does, but costs no Task per turn.
/// </summary>
internal sealed partial class Activation : IThreadPoolWorkItem
{
    // After this many turns in a row the thread goes back, so that a busy grain does not starve the others.
    private const int TurnsInARow = 64;

    private static readonly AsyncLocal<Activation?> AmbientActivation = new();

    private readonly Queue<Turn> _turns = new(2);
    private bool _isScheduled;
    private ExecutionContext? _context;

    /// <summary>The activation whose code is running, also where it has left the synchronization context.</summary>
    public static Activation? Ambient => AmbientActivation.Value;

    public void Post(Request request, SendOrPostCallback callback, object? state)
    {
        lock (_gate)
            AddTurn(new(request, callback, state));
    }

    void IThreadPoolWorkItem.Execute()
    {
        for (var i = 0; i < TurnsInARow; i++)
        {
            Turn turn;
            lock (_gate)
            {
                if (!_turns.TryDequeue(out turn))
                {
                    _isScheduled = false;
                    return;
                }
            }
            Run(turn);
        }
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void AddTurn(Turn turn)
    {
        _turns.Enqueue(turn);
        if (_isScheduled)
            return;
        _isScheduled = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    private void Run(Turn turn)
    {
        SynchronizationContext.SetSynchronizationContext(turn.Request);
        try
        {
            if (turn.Callback is { } callback)
            {
                callback(turn.State);
            }
            else
            {
                // One execution context per activation: a grain sees none of its caller's AsyncLocals, as in a cluster.
                ExecutionContext.Restore(_context ??= CaptureContext());
                turn.Request.Start();
            }
        }
        catch (Exception e)
        {
            Silo.Logger.TurnFailed(e, GrainId);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    private ExecutionContext CaptureContext()
    {
        AmbientActivation.Value = this;
        return ExecutionContext.Capture()!;
    }

    private readonly record struct Turn(Request Request, SendOrPostCallback? Callback, object? State);
}
