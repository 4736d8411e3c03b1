using Lending.Data;
using Lending.Domain;
using Lending.Providers.Calls;
using Quartz;

namespace Lending.Workers.Outbox;

/// <summary>
/// Does what the journal asked to be done outside: claims due outbox items with a lease, hands each to the handler of its kind, and marks it
/// done. A handler that fails is tried again later with growing waits; every handler is safe to run twice.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class OutboxJob(Brands brands, Data.Outbox outbox, OutboxHandlers handlers, ILogger<OutboxJob> logger) : BrandJob(brands, logger)
{
    private const int BatchMax = 32;

    // With waits that double up to an hour, about a day; then a person has to look.
    private const int AttemptsMax = 36;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    protected override async Task RunAsync(Brand brand, CancellationToken cancellationToken)
    {
        while (await outbox.ClaimAsync(brand.Code, BatchMax, Lease, cancellationToken) is { Count: > 0 } tasks)
            await Parallel.ForEachAsync(tasks, cancellationToken, HandleAsync);
    }

    private async ValueTask HandleAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        try
        {
            await handlers.HandleAsync(task, cancellationToken);
            await outbox.DoneAsync(task, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e is ProviderUnavailable ? null : e, task.Item.Kind, task.Item.Key, task.Attempts);
            // The exception's type only: a message could carry what the handler was working on.
            await outbox.FailedAsync(task, e.GetType().Name, giveUp: task.Attempts >= AttemptsMax, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Key} failed at attempt {Attempts} and will be tried again")]
    private partial void LogFailed(Exception? error, string kind, string key, int attempts);
}
