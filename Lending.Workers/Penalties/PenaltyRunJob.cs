using Lending.Data;
using Lending.Domain;
using Quartz;

namespace Lending.Workers.Penalties;

/// <summary>Carries out the runs of late charges that two people of the staff have started (UBU-058).</summary>
[DisallowConcurrentExecution]
public sealed partial class PenaltyRunJob(Brands brands, PenaltyRuns runs, PenaltyRunner runner, ILogger<PenaltyRunJob> logger) : BrandJob(brands, logger)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly string Worker = $"{Environment.MachineName}-{Environment.ProcessId}";

    protected override async Task RunAsync(Brand brand, CancellationToken cancellationToken)
    {
        if (await runs.ClaimAsync(brand.Code, Worker, Lease, cancellationToken) is not { } run) return;
        try
        {
            await runner.RunAsync(run, Worker, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            if (!await runs.CountStoppedAsync(run, Worker, cancellationToken)) LogTakenOver(run.Brand, run.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Penalty run {Brand} {RunId} was taken over by another worker")]
    private partial void LogTakenOver(string brand, string runId);
}
