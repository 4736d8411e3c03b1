using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Workers.Reminders;

namespace Lending.Workers.DayEnd;

/// <summary>
/// Closes one business date of one Brand: every active loan's day, then the Brand's date moves on and the next day's reminders go out. Loans are
/// read and appended in batches by partition; a loan that somebody else moves meanwhile is closed through its grain, one that fails is
/// set aside with its error, and neither stops the rest. Running it again, also after a crash, closes only what is still open.
/// </summary>
public sealed partial class DayEndRunner(
    Journal journal, Brands brands, Products products, DayEndRuns runs, IGrainFactory grains, PaymentReminders reminders, TimeProvider clock,
    ILogger<DayEndRunner> logger)
{
    private const int BatchSize = 1_000;
    private const int Partitions = 2;

    public async Task<DayEndResult> RunAsync(string brandCode, DateOnly date, CancellationToken cancellationToken)
    {
        var brand = await brands.GetAsync(brandCode, cancellationToken);
        if (brand.BusinessDate > date) return new DayEndResult(0, 0);

        var total = await journal.CountLoansToCloseAsync(brandCode, date, cancellationToken);
        var progress = new Progress(runs, brandCode, date, total);
        await progress.ReportAsync(0, 0, cancellationToken);

        await Task.WhenAll(Enumerable.Range(0, Partitions).Select(part =>
            Task.Run(() => ClosePartitionAsync(brand, date, (part, Partitions), progress, cancellationToken), cancellationToken)));

        await brands.SetBusinessDateAsync(brandCode, date, date.AddDays(1), cancellationToken);
        await reminders.QueueAsync(brand with { BusinessDate = date.AddDays(1) }, cancellationToken);
        return new DayEndResult(progress.Done, progress.Failed);
    }

    private async Task ClosePartitionAsync(Brand brand, DateOnly date, (int Part, int Of) partition, Progress progress, CancellationToken cancellationToken)
    {
        string? after = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var loans = await journal.LoansToCloseAsync(brand.Code, date, after, BatchSize, partition, cancellationToken);
            if (loans.Count == 0) return;
            after = loans[^1].Id;

            var (done, failed) = await CloseBatchAsync(brand, date, loans, cancellationToken);
            await progress.ReportAsync(done, failed, cancellationToken);
        }
    }

    private async Task<(int Done, int Failed)> CloseBatchAsync(
        Brand brand, DateOnly date, IReadOnlyList<StoredLoan> loans, CancellationToken cancellationToken)
    {
        var appends = new List<Append>(loans.Count);
        var apart = new List<string>(); // Behind by more than this date, moved by others, or failing: one at a time.
        var at = clock.GetUtcNow();
        var command = new CloseDay(date);
        var hash = CommandHash.Of(command);
        foreach (var stored in loans)
        {
            try
            {
                if (await DecideAsync(brand, stored.State, command, hash, at, cancellationToken) is { } append) appends.Add(append);
                else apart.Add(stored.Id);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                apart.Add(stored.Id);
            }
        }

        var results = await journal.AppendManyAsync(brand.Code, appends, cancellationToken);
        for (var i = 0; i < results.Count; i++)
            if (results[i] is AppendResult.Conflicted or AppendResult.IdReused) apart.Add(appends[i].Id);

        var failed = 0;
        foreach (var loanId in apart)
            if (!await CloseApartAsync(brand, loanId, date, cancellationToken)) failed++;
        return (loans.Count - failed, failed);
    }

    private async ValueTask<LoanAppend?> DecideAsync(
        Brand brand, Loan loan, CloseDay command, string hash, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var product = await products.FindAsync(brand.Code, loan.ProductCode, loan.ProductVersion, cancellationToken);
        var context = JobCommands.Context(brand.Code, CommandId(loan.Id, command.Date), "day end");
        var decision = LoanDecider.Decide(loan, command, new Circumstances(context, loan.Id, brand, at, product, null));
        if (decision.Refusal is not null || decision.Events.IsEmpty) return null;
        var (after, facts) = LoanGrain.Book(loan, decision.Events);
        return new LoanAppend(context, hash, loan.Id, loan.Version, facts, decision.Outbox, command.Date, at, loan, after, product);
    }

    /// <summary>Closes every day of one loan that is still open up to the date, through its grain, so that a loan left behind catches up in order.</summary>
    private async Task<bool> CloseApartAsync(Brand brand, string loanId, DateOnly date, CancellationToken cancellationToken)
    {
        try
        {
            var command = new CloseDay(date);
            while (true)
            {
                var outcome = await grains.ExecuteAsync(brand.Code, loanId, command, CommandId(loanId, command.Date), "day end", cancellationToken);
                if (outcome.Refusal is DayOutOfOrder { Expected: var expected } && expected < date && expected != command.Date)
                    command = new CloseDay(expected);
                else if (outcome.IsRefused)
                    throw new InvalidOperationException($"Day end was refused: {outcome.Refusal.Code}.");
                else if (command.Date < date)
                    command = new CloseDay(command.Date.AddDays(1));
                else
                    return true;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogSetAside(e, loanId, date);
            await runs.SetAsideAsync(brand.Code, date, loanId, e.GetType().Name, e.Message, cancellationToken);
            return false;
        }
    }

    private static string CommandId(string loanId, DateOnly date) => $"close-day:{loanId}:{date:yyyyMMdd}";

    [LoggerMessage(Level = LogLevel.Error, Message = "Loan {LoanId} is set aside from day end {Date}")]
    private partial void LogSetAside(Exception error, string loanId, DateOnly date);

    /// <summary>Adds up what the partitions report and writes it where the portal reads it.</summary>
    private sealed class Progress(DayEndRuns runs, string brand, DateOnly date, int total)
    {
        private int _done;
        private int _failed;

        public int Done => _done;

        public int Failed => _failed;

        public Task ReportAsync(int done, int failed, CancellationToken cancellationToken) =>
            runs.ProgressAsync(brand, date, Interlocked.Add(ref _done, done), total, Interlocked.Add(ref _failed, failed), cancellationToken);
    }
}

/// <summary>How many loans' day was closed and how many were set aside.</summary>
public sealed record DayEndResult(int Done, int Failed);
