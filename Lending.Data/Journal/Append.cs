using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>One event with the ledger lines it carries: balanced, or none.</summary>
public sealed record BookedFact(IFact Fact, ImmutableArray<Posting> Postings);

/// <summary>
/// What one accepted command adds to one record: events that follow ExpectedVersion, and what must be done outside. PayloadHash is the
/// hash of the command's words, so that a repeated id with other words is told apart from a retry.
/// </summary>
public abstract record Append(
    CommandContext Context, string PayloadHash, string Id, int ExpectedVersion, ImmutableArray<BookedFact> Facts,
    ImmutableArray<OutboxItem> Outbox, DateOnly BusinessDate, DateTimeOffset At)
{
    public string Stream => StreamNames.Of(Context.Brand, Id);
}

/// <summary>Events of a loan. Product is the version the loan runs under; it decides the derived columns of the read model.</summary>
public sealed record LoanAppend(
    CommandContext Context, string PayloadHash, string Id, int ExpectedVersion, ImmutableArray<BookedFact> Facts,
    ImmutableArray<OutboxItem> Outbox, DateOnly BusinessDate, DateTimeOffset At, Loan Before, Loan After, LoanProduct? Product)
    : Append(Context, PayloadHash, Id, ExpectedVersion, Facts, Outbox, BusinessDate, At);

/// <summary>Events of a customer.</summary>
public sealed record CustomerAppend(
    CommandContext Context, string PayloadHash, string Id, int ExpectedVersion, ImmutableArray<BookedFact> Facts,
    ImmutableArray<OutboxItem> Outbox, DateOnly BusinessDate, DateTimeOffset At, Customer After)
    : Append(Context, PayloadHash, Id, ExpectedVersion, Facts, Outbox, BusinessDate, At);

/// <summary>How an append ended.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>Stored and durable; Version is the record's version after it.</summary>
    public sealed record Appended(int Version) : AppendResult;

    /// <summary>The command id was applied before with the same words; Id and Version say where it ended then.</summary>
    public sealed record Repeated(string Id, int Version) : AppendResult;

    /// <summary>The command id was used before for something else; nothing is stored.</summary>
    public sealed record IdReused : AppendResult;

    /// <summary>The record is at another version than expected; nothing is stored. Load it and decide again.</summary>
    public sealed record Conflicted(int ActualVersion) : AppendResult;
}

/// <summary>A record as stored, with the version of its last event.</summary>
public sealed record Stored<T>(T State, int Version);

/// <summary>A command id that was used: the record it changed, the version it ended at, and the hash of its words.</summary>
public sealed record KnownCommand(string Id, int Version, string PayloadHash);

/// <summary>The journal's name of a record: Brand code, slash, id; the same as its grain's key.</summary>
public static class StreamNames
{
    public static string Of(string brand, string id) => $"{brand}/{id}";

    public static string IdOf(string stream) => stream[(stream.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

/// <summary>
/// The connection was lost while a write was being committed, and the database did not say in time how it ended. Load the record again
/// and repeat the command under the same id.
/// </summary>
public sealed class OutcomeUnknownException(Exception inner)
    : Exception("The database connection was lost during a write; whether it was stored is not known yet.", inner);
