using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Portal.Loans;
using Lending.Portal.SignIn;

namespace Lending.Portal.Commands;

/// <summary>Gives the commands of the signed-in person to a loan, and says in words what came of it.</summary>
public sealed partial class LoanDesk(IGrainFactory grains, StaffSession session, TimelineQuery timeline, Journal journal, ILogger<LoanDesk> logger)
{
    /// <summary>
    /// Null when it was done, else what went wrong. SeenVersion is the loan the person looked at: when something other than the nightly
    /// closing happened since, the command is not given and the answer says what changed.
    /// </summary>
    public async Task<string?> GiveAsync(string loanId, LoanCommand command, CommandTicket ticket, int? seenVersion, CancellationToken cancellationToken) =>
        (await TryAsync(loanId, command, ticket, seenVersion, cancellationToken)).Problem;

    /// <summary>The same, for callers that do something else after a refusal than after a lost answer.</summary>
    public async Task<Given> TryAsync(string loanId, LoanCommand command, CommandTicket ticket, int? seenVersion, CancellationToken cancellationToken)
    {
        var person = await session.PersonAsync();
        var commandId = ticket.For(command);
        var context = StaffSession.ContextOf(person, commandId);
        try
        {
            // A repeat of a command that was accepted is answered by the loan itself: the change that it would find is its own.
            if (seenVersion is { } seen && await journal.FindCommandAsync(person.Brand, commandId, cancellationToken) is null
                && await ChangedSinceAsync(person.Brand, loanId, seen, cancellationToken) is { } changed)
                return new Given.Refused(changed);

            // Not cancelled with the page: someone who leaves after pressing the button has pressed it.
            var answer = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(person.Brand, loanId))
                .ExecuteAsync(new LoanRequest(command, context), CancellationToken.None);
            if (answer.IsRefused) return new Given.Refused(RefusalWords.Of(answer.Refusal));
            ticket.Used();
            return new Given.Done();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNoAnswer(failure, loanId, command.GetType().Name, context.CorrelationId);
            return new Given.Unanswered($"No answer came back. Press again: it is never done twice. Reference {context.CorrelationId:N}.");
        }
    }

    private async Task<string?> ChangedSinceAsync(string brand, string loanId, int seen, CancellationToken cancellationToken)
    {
        var newest = await timeline.RunAsync(brand, loanId, null, 5, withoutDays: true, cancellationToken);
        var since = newest.Rows.Where(entry => entry.Version > seen).Select(entry => LoanStory.Of(entry)).ToList();
        return since.Count == 0
            ? null
            : $"This changed while you looked: {string.Join("; ", since.Select(entry => $"{entry.Title} ({entry.Actor})"))}. Look again and decide.";
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Loan {LoanId} did not answer {Command}; correlation {CorrelationId}")]
    private partial void LogNoAnswer(Exception failure, string loanId, string command, Guid correlationId);
}

/// <summary>What came of giving a command. Problem is what to tell the person, or null.</summary>
public abstract record Given(string? Problem)
{
    public sealed record Done() : Given((string?)null);

    /// <summary>The loan, or what changed on it, said no: nothing was stored.</summary>
    public sealed record Refused(string Why) : Given(Why);

    /// <summary>Whether it was stored is not known.</summary>
    public sealed record Unanswered(string Why) : Given(Why);
}
