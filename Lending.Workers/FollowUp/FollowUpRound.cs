using Lending.Data;

namespace Lending.Workers.FollowUp;

/// <summary>Asks providers about what no webhook has told the end of. What fails waits for its next turn; it must not keep the others waiting.</summary>
public sealed partial class FollowUpRound(TimeProvider clock, ILogger<FollowUpRound> logger)
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Seldom = TimeSpan.FromHours(1);
    private const int BatchMax = 200;

    /// <summary>Looks at each that has its turn: often in its first hour, seldom afterwards. The look is told its age and answers how it ended, null while it goes on.</summary>
    public async Task RunAsync<TLook>(
        string brand, IOpenLooks<TLook> open, string what, Func<TLook, TimeSpan, Task<string?>> look, CancellationToken cancellationToken) where TLook : IOpenLook
    {
        foreach (var each in await open.DueAsync(brand, BatchMax, cancellationToken))
        {
            // The next turn is set first, so that one which fails does not come up again at once.
            var age = clock.GetUtcNow() - each.AddedAt;
            await open.LookAgainAsync(brand, each.Reference, clock.GetUtcNow() + (age < Seldom ? Often : Seldom), cancellationToken);
            await TryAsync(brand, each.LoanId, what, async () =>
            {
                if (await look(each, age) is { } outcome) await open.EndAsync(brand, each.Reference, outcome, cancellationToken);
            });
        }
    }

    /// <summary>One look at a loan.</summary>
    public async Task TryAsync(string brand, string loanId, string what, Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e, what, brand, loanId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The {What} of {Brand} {LoanId} could not be followed up")]
    private partial void LogFailed(Exception error, string what, string brand, string loanId);
}
