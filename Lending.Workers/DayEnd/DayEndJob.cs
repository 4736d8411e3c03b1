using Lending.Data;
using Lending.Domain;
using Quartz;

namespace Lending.Workers.DayEnd;

/// <summary>
/// Runs the day ends that are due: those staff asked for in the portal, and for a Brand that follows the clock every business date that has
/// ended in its time zone. A run is claimed with a lease, so one process does it and another takes over when that one dies.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class DayEndJob(Brands brands, DayEndRuns runs, DayEndRunner runner, TimeProvider clock, ILogger<DayEndJob> logger) : BrandJob(brands, logger)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly string Worker = $"{Environment.MachineName}-{Environment.ProcessId}";

    protected override async Task RunAsync(Brand brand, CancellationToken cancellationToken)
    {
        if (brand.ClockDayOf(clock.GetUtcNow()) is { } today && brand.BusinessDate < today) await RequestEndedDayAsync(brand, today, cancellationToken);
        while (await runs.ClaimAsync(brand.Code, Worker, Lease, cancellationToken) is { } run)
            if (!await EndedAsync(run, cancellationToken)) break;
    }

    /// <summary>
    /// Asks once for the day end of yesterday in the Brand's time zone; the run closes every date before it that is still open. One that staff
    /// cancelled is not asked for again: the next night's run closes its date too.
    /// </summary>
    private Task RequestEndedDayAsync(Brand brand, DateOnly today, CancellationToken cancellationToken) =>
        runs.RequestOnceAsync(brand.Code, today.AddDays(-1), "clock", cancellationToken);

    private async Task<bool> EndedAsync(DayEndRun run, CancellationToken cancellationToken)
    {
        try
        {
            await runs.ClearFailuresAsync(run.Brand, run.Date, cancellationToken);
            var ended = await runner.RunAsync(
                run.Brand, run.Date, (p, token) => runs.ProgressAsync(run, Worker, p.Total, p.Done, p.Failed, token), cancellationToken);
            await runs.FinishAsync(run, Worker, succeeded: ended.Failed == 0, cancellationToken);
            LogFinished(run.Brand, run.Date, ended.Done, ended.Failed);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false; // Cancelled by staff or taken over: whoever did it has recorded so.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Left as running: when the lease is over it is claimed again, by this worker or another.
            LogStopped(e, run.Brand, run.Date);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Day end {Brand} {Date} done: {Done} loans closed, {Failed} set aside")]
    private partial void LogFinished(string brand, DateOnly date, int done, int failed);

    [LoggerMessage(Level = LogLevel.Error, Message = "Day end {Brand} {Date} stopped and will be taken up again")]
    private partial void LogStopped(Exception error, string brand, DateOnly date);
}
