using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Workers.Reminders;
using Lending.Workers.Statements;
using Npgsql;

namespace Lending.Workers.DayEnd;

/// <summary>How far a day end is: loans to close, closed, and set aside.</summary>
public sealed record DayEndProgress(int Total, int Done, int Failed);

/// <summary>
/// Closes a business date of a Brand: every active loan's day, then the Brand's date moves on and the next day's reminders go out. Loans are
/// read and appended in batches, two at a time; a loan that somebody else moves meanwhile is closed through its grain, one that fails is
/// set aside with its error, and neither stops the rest. Running it again, also after a crash, closes only what is still open.
/// </summary>
public sealed partial class DayEndRunner(
    Journal journal, Brands brands, Products products, DayEndRuns runs, DayEndQuery dayEnds, Reconciliation books, IGrainFactory grains,
    PaymentReminders reminders, StatementQueue statements, TimeProvider clock, ILogger<DayEndRunner> logger)
{
    // A repayment of a loan in a batch waits until the batch is stored, so batches are no larger than their fixed cost asks for.
    private const int BatchSize = 250;
    private const int BatchesAtOnce = 2;

    /// <summary>
    /// Closes every date from the Brand's business date up to and including date, in order. Report is told after each batch, and answers false to stop.
    /// </summary>
    public async Task<DayEndProgress> RunAsync(
        string brandCode, DateOnly date, Func<DayEndProgress, CancellationToken, Task<bool>> report, CancellationToken cancellationToken)
    {
        var brand = await brands.GetAsync(brandCode, cancellationToken);
        var first = brand.BusinessDate < date ? brand.BusinessDate : date;
        var last = new DayEndProgress(0, 0, 0);
        for (var day = first; day <= date; day = day.AddDays(1))
        {
            var count = await dayEnds.OpenLoansAsync(brandCode, day, cancellationToken);
            using var tally = new DayEndTally(count, report);
            await tally.AddAsync(0, 0, cancellationToken);
            using var open = new OpenLoans(journal, brandCode, day, Math.Clamp(count / BatchesAtOnce + 1, 1, BatchSize));
            await Task.WhenAll(Enumerable.Range(0, BatchesAtOnce).Select(_ => Task.Run(() => CloseBatchesAsync(brand, day, open, tally, cancellationToken), cancellationToken)));
            last = tally.Progress;

            // Before the date moves on: a worker that dies here does it again, and nothing is made twice.
            await statements.QueueAsync(brand, day, cancellationToken);

            // A date closed before is only tidied up: loans that were set aside then. The Brand's date moves once.
            if (await brands.SetBusinessDateAsync(brandCode, day, day.AddDays(1), cancellationToken))
                await reminders.QueueAsync(brand with { BusinessDate = day.AddDays(1) }, cancellationToken);
            await ReconcileAsync(brandCode, day, last.Failed, cancellationToken);
        }
        return last;
    }

    /// <summary>The day is closed already; books that cannot be compared now are compared the next night.</summary>
    private async Task ReconcileAsync(string brand, DateOnly date, int setAside, CancellationToken cancellationToken)
    {
        try
        {
            if (!await books.RunAsync(brand, date, setAside, cancellationToken)) LogBooksDiffer(brand, date);
        }
        catch (NpgsqlException e)
        {
            LogNotReconciled(e, brand, date);
        }
    }

    private async Task CloseBatchesAsync(Brand brand, DateOnly date, OpenLoans open, DayEndTally tally, CancellationToken cancellationToken)
    {
        while (await open.TakeAsync(cancellationToken) is { Count: > 0 } loans)
        {
            var failed = await CloseBatchAsync(brand, date, loans, cancellationToken);
            await tally.AddAsync(loans.Count - failed, failed, cancellationToken);
        }
    }

    /// <summary>Returns how many of the loans were set aside.</summary>
    private async Task<int> CloseBatchAsync(Brand brand, DateOnly date, IReadOnlyList<StoredLoan> loans, CancellationToken cancellationToken)
    {
        var appends = new List<Append>(loans.Count);
        var apart = new List<string>(); // Behind by more than this date, moved by others, or failing: one at a time, through the grain.
        var at = clock.GetUtcNow();
        var command = new CloseDay(date);
        var hash = CommandHash.Of(command);
        foreach (var stored in loans)
        {
            try
            {
                if (stored.IsUnreadable) apart.Add(stored.Id);
                else if (await DecideAsync(brand, stored, command, hash, at, cancellationToken) is { } append) appends.Add(append);
                else apart.Add(stored.Id);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                apart.Add(stored.Id);
            }
        }

        try
        {
            var results = await journal.AppendManyAsync(brand.Code, appends, cancellationToken);
            for (var i = 0; i < results.Count; i++)
                if (results[i] is not AppendResult.Appended) apart.Add(appends[i].Id);
        }
        catch (PostgresException e) when (!e.IsTransient)
        {
            // One of them is refused by the database, and it does not say which.
            LogBatchRefused(e, date);
            foreach (var append in appends) apart.Add(append.Id);
        }

        var failed = 0;
        foreach (var loanId in apart)
            if (!await CloseApartAsync(brand, loanId, date, cancellationToken)) failed++;
        return failed;
    }

    private async ValueTask<LoanAppend?> DecideAsync(
        Brand brand, StoredLoan stored, CloseDay command, string hash, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var loan = stored.State;
        var product = await products.OfLoanAsync(brand.Code, loan, cancellationToken);
        var context = JobCommands.Context(brand.Code, CommandId(stored.Id, command.Date), "day end");
        var decision = LoanDecider.Decide(loan, command, new Circumstances(context, stored.Id, brand, at, product, null));
        if (decision.Refusal is not null || decision.Events.IsEmpty) return null;
        var (after, facts) = LoanGrain.Book(loan, decision.Events);
        return new LoanAppend(context, hash, stored.Id, loan.Version, facts, decision.Outbox, command.Date, at, loan, after, product);
    }

    /// <summary>Closes every open day of one loan up to the date through its grain, so that a loan left behind catches up in order.</summary>
    private async Task<bool> CloseApartAsync(Brand brand, string loanId, DateOnly date, CancellationToken cancellationToken)
    {
        try
        {
            var day = date;
            while (true)
            {
                var outcome = await grains.ExecuteAsync(
                    brand.Code, loanId, new CloseDay(day), CommandId(loanId, day), "day end", cancellationToken);
                if (outcome.Refusal is DayOutOfOrder { Expected: var expected } && expected < day) day = expected;
                else if (outcome.IsRefused) throw new DayEndRefusedException(outcome.Refusal.Code);
                else if (day < date) day = day.AddDays(1);
                else return true;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogSetAside(e, loanId, date);
            await runs.AddFailureAsync(brand.Code, date, loanId, ReasonOf(e), cancellationToken);
            return false;
        }
    }

    private static string ReasonOf(Exception failure) => failure switch
    {
        DayEndRefusedException refused => refused.Code,
        System.Text.Json.JsonException => "state_unreadable",
        PostgresException refused => $"database_refused_{refused.SqlState}",
        _ => failure.GetType().Name,
    };

    private sealed class DayEndRefusedException(string code) : Exception($"Day end was refused: {code}.")
    {
        public string Code => code;
    }

    private static string CommandId(string loanId, DateOnly date) => $"close-day:{loanId}:{date:yyyyMMdd}";

    [LoggerMessage(Level = LogLevel.Error, Message = "The books of {Brand} do not agree with its loans after {Date}")]
    private partial void LogBooksDiffer(string brand, DateOnly date);

    [LoggerMessage(Level = LogLevel.Error, Message = "The books of {Brand} could not be reconciled after {Date}")]
    private partial void LogNotReconciled(Exception error, string brand, DateOnly date);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of day end {Date} was refused; its loans are closed one at a time")]
    private partial void LogBatchRefused(Exception error, DateOnly date);

    [LoggerMessage(Level = LogLevel.Error, Message = "Loan {LoanId} is set aside from day end {Date}")]
    private partial void LogSetAside(Exception error, string loanId, DateOnly date);
}
