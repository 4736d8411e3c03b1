using Lending.Data;
using Lending.Providers.Calls;
using Quartz;

namespace Lending.Workers.Outbox;

/// <summary>
/// Does what the journal asked to be done outside: claims due outbox items with a lease, hands each to the handler of its kind, and marks it
/// done. A handler that fails is tried again later with growing waits; every handler is safe to run twice.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class OutboxJob(Data.Outbox outbox, OutboxHandlers handlers, ILogger<OutboxJob> logger) : IJob
{
    private const int BatchMax = 32;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var items = await outbox.ClaimAsync(BatchMax, Lease, cancellationToken);
            if (items.Count == 0) return;
            await Parallel.ForEachAsync(items, cancellationToken, HandleAsync);
        }
    }

    private async ValueTask HandleAsync(ClaimedItem item, CancellationToken cancellationToken)
    {
        try
        {
            await handlers.HandleAsync(item, cancellationToken);
            await outbox.DoneAsync(item, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e is ProviderUnavailable ? null : e, item.Kind, item.Key, item.Attempts);
            // The exception's type only: a message could carry what the handler was working on.
            await outbox.FailedAsync(item, e.GetType().Name, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Key} failed at attempt {Attempts} and will be tried again")]
    private partial void LogFailed(Exception? error, string kind, string key, int attempts);
}
