using Lending.Data;
using Lending.Domain;
using Quartz;

namespace Lending.Workers.DayEnd;

/// <summary>
/// Runs the day ends that are due: those staff asked for in the portal, and for a Brand that follows the clock every business date that has
/// ended in its time zone, oldest first. A run is claimed with a lease, so one process does it and another takes over when that one dies.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class DayEndJob(Brands brands, DayEndRuns runs, DayEndRunner runner, TimeProvider clock, ILogger<DayEndJob> logger) : IJob
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var brand in await brands.ListAsync(cancellationToken))
        {
            if (brand.Settings.FollowsTheClock) await RequestEndedDaysAsync(brand, cancellationToken);
            while (await runs.ClaimNextAsync(brand.Code, Lease, cancellationToken) is { } run)
                if (!await RunAsync(run, cancellationToken)) break;
        }
    }

    /// <summary>Asks for the day ends of every business date before today in the Brand's time zone; a date asked for twice is one run.</summary>
    private async Task RequestEndedDaysAsync(Brand brand, CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(brand.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        if (brand.BusinessDate < today)
            await runs.RequestAsync(brand.Code, today.AddDays(-1), Actor.System("clock"), cancellationToken);
    }

    private async Task<bool> RunAsync(DayEndRun run, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var heartbeat = runs.KeepLeaseAsync(run, Lease, stop); // Cancels the run when staff cancel it or the lease is lost.
        try
        {
            var result = await runner.RunAsync(run.Brand, run.Date, stop.Token);
            await runs.FinishAsync(run, result.Failed, cancellationToken);
            LogFinished(run.Brand, run.Date, result.Done, result.Failed);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false; // Cancelled by staff, or taken over: whoever did it has recorded so.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e, run.Brand, run.Date);
            await runs.FailAsync(run, e.GetType().Name, cancellationToken);
            return false;
        }
        finally
        {
            await stop.CancelAsync();
            await heartbeat;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Day end {Brand} {Date} done: {Done} loans closed, {Failed} set aside")]
    private partial void LogFinished(string brand, DateOnly date, int done, int failed);

    [LoggerMessage(Level = LogLevel.Error, Message = "Day end {Brand} {Date} stopped and will be tried again")]
    private partial void LogFailed(Exception error, string brand, DateOnly date);
}
