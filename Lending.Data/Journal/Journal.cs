using System.Collections.Concurrent;
using System.Collections.Immutable;
using Lending.Domain;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lending.Data;

/// <summary>
/// The record of everything that happened. Appends are durable, with ledger, idempotency record, outbox and read models, before they
/// answer. Reads come from the state kept beside the read models and the events since, which the same transaction wrote.
/// </summary>
public sealed class Journal : IAsyncDisposable
{
    private const string Versions =
        "SELECT version FROM loan WHERE brand = $1 AND id = $2 UNION ALL SELECT version FROM customer WHERE brand = $1 AND id = $2";

    private readonly LendingDatabase _database;
    private readonly NoticeSender _notices;
    private readonly JournalWriter _writer;
    private readonly ConcurrentDictionary<string, Lazy<AppendLane>> _lanes = new(StringComparer.Ordinal);

    public Journal(LendingDatabase database, FieldCipher cipher, TimeProvider clock, ILogger<Journal> logger)
    {
        _database = database;
        _notices = new(database, clock, logger);
        _writer = new(database, cipher, _notices, clock);
    }

    /// <summary>
    /// Stores the events of one command, together with whatever other commands arrive meanwhile. Not cancellable: a caller that gave up
    /// must not leave the write half known. Throws <see cref="OutcomeUnknownException"/> when an outage hides how it ended.
    /// </summary>
    public Task<AppendResult> AppendAsync(Append append)
    {
        if (append.Facts.IsEmpty) throw new ArgumentException("An append without events stores nothing.", nameof(append));
        return _lanes.GetOrAdd(append.Context.Brand, brand => new(() => new AppendLane(brand, _writer))).Value.AppendAsync(append);
    }

    /// <summary>
    /// Stores many appends of a Brand in one transaction; at most one per record. A conflicting one is reported and left out. Meant for
    /// work that is repeatable by itself, such as a day's end: command ids go into the journal but are not remembered for idempotency.
    /// </summary>
    public async Task<IReadOnlyList<AppendResult>> AppendManyAsync(string brand, IReadOnlyList<Append> appends, CancellationToken cancellationToken) =>
        appends.Count == 0 ? [] : await _writer.WriteAsync(brand, appends, keepCommands: false, cancellationToken);

    public async Task<Stored<Loan>?> LoadLoanAsync(string brand, string loanId, CancellationToken cancellationToken) =>
        await _database.FirstAsync(brand,
            $"SELECT l.version, l.hash, {LoanStateRow.Columns} FROM loan l {LoanStateRow.Join} WHERE l.brand = $1 AND l.id = $2", [brand, loanId],
            row =>
            {
                _writer.Known.Learn(StreamNames.Of(brand, loanId), row.GetInt32(0), row.GetFieldValue<byte[]>(1));
                return new Stored<Loan>(LoanStateRow.Read(row, 2), row.GetInt32(0));
            },
            cancellationToken);

    public async Task<Stored<Customer>?> LoadCustomerAsync(string brand, string customerId, CancellationToken cancellationToken) =>
        await _database.FirstAsync(brand, "SELECT state, version FROM customer WHERE brand = $1 AND id = $2", [brand, customerId],
            row => new Stored<Customer>(StateJson.CustomerOf(row.GetString(0)), row.GetInt32(1)), cancellationToken);

    /// <summary>The loan as it was after its version-th event, replayed from the journal.</summary>
    public async Task<Loan> LoanAtAsync(string brand, string loanId, int version, CancellationToken cancellationToken) =>
        LoanEvolution.Replay((await FactsAsync(brand, loanId, version, cancellationToken)).Cast<LoanEvent>());

    /// <summary>Everything that happened to a loan, in order, each with its business date. A loan of ten years has some four thousand events.</summary>
    public async Task<IReadOnlyList<DatedEvent>> HistoryAsync(string brand, string loanId, CancellationToken cancellationToken) =>
        await _database.ListAsync(brand,
            "SELECT type, payload, business_date FROM journal WHERE stream = $1 ORDER BY version", [StreamNames.Of(brand, loanId)],
            row => new DatedEvent(row.GetFieldValue<DateOnly>(2), (LoanEvent)JournalJson.FactOf(row.GetString(0), row.GetString(1))), cancellationToken);

    /// <summary>Everything that happened to a loan, in order; what a command that looks back is decided with.</summary>
    public async Task<ImmutableArray<LoanEvent>> EventsAsync(string brand, string loanId, CancellationToken cancellationToken) =>
        [.. (await HistoryAsync(brand, loanId, cancellationToken)).Select(dated => dated.Event)];

    /// <summary>The customer as they were after their version-th event, replayed from the journal.</summary>
    public async Task<Customer> CustomerAtAsync(string brand, string customerId, int version, CancellationToken cancellationToken) =>
        CustomerEvolution.Replay((await FactsAsync(brand, customerId, version, cancellationToken)).Cast<CustomerEvent>());

    /// <summary>The version of a loan's or customer's last event; zero when there is none.</summary>
    public Task<int> VersionAsync(string brand, string id, CancellationToken cancellationToken) =>
        _database.FirstAsync(brand, Versions, [brand, id], row => row.GetInt32(0), cancellationToken);

    public Task<KnownCommand?> FindCommandAsync(string brand, string commandId, CancellationToken cancellationToken) =>
        _database.FirstAsync(brand,
            "SELECT stream, version, payload_hash FROM journal WHERE brand = $1 AND command_id = $2 AND payload_hash IS NOT NULL", [brand, commandId],
            row => new KnownCommand(StreamNames.IdOf(row.GetString(0)), row.GetInt32(1), row.GetString(2)), cancellationToken);

    /// <summary>
    /// Active loans with a business date up to and including date still to close, in id order after the given id; limit is at most 5,000. The inner select keeps
    /// a plan that sorts what is left of the book from reading its states too.
    /// </summary>
    public async Task<IReadOnlyList<StoredLoan>> LoansToCloseAsync(string brand, DateOnly date, string? afterLoanId, int limit, CancellationToken cancellationToken) =>
        await _database.ListAsync(brand,
            $"""
            SELECT l.id, l.version, l.hash, {LoanStateRow.Columns}
            FROM (
              SELECT brand, id, version, hash FROM loan
              WHERE brand = $1 AND account = 'Active' AND id > $2 AND (closed_through < $3 OR (closed_through IS NULL AND disbursed_on <= $3))
              ORDER BY id LIMIT $4) l {LoanStateRow.Join}
            ORDER BY l.id
            """,
            [brand, afterLoanId ?? "", date, Math.Clamp(limit, 1, 5_000)],
            row =>
            {
                _writer.Known.Learn(StreamNames.Of(brand, row.GetString(0)), row.GetInt32(1), row.GetFieldValue<byte[]>(2));
                return ToClose(row);
            },
            cancellationToken);

    /// <summary>
    /// Active loans that are late and whose product leaves late charges to staff, in id order after the given id; limit is at most 5,000. Some of them may have
    /// nothing to be charged today.
    /// </summary>
    public async Task<IReadOnlyList<StoredLoan>> LoansToChargeAsync(string brand, DateOnly today, string? afterLoanId, int limit, CancellationToken cancellationToken) =>
        await _database.ListAsync(brand,
            $$"""
            SELECT l.id, l.version, l.hash, {{LoanStateRow.Columns}}
            FROM (
              SELECT n.brand, n.id, n.version, n.hash FROM loan n
              WHERE n.brand = $1 AND n.account = 'Active' AND n.id > $2 AND (n.dpd > 0 OR n.overdue > 0 OR n.next_due_on < $3) AND EXISTS (
                SELECT FROM product p WHERE p.brand = $1 AND p.code = n.product_code AND p.version = n.product_version AND p.body::jsonb #>> '{lateCharges,byHand}' = 'true')
              ORDER BY n.id LIMIT $4) l {{LoanStateRow.Join}}
            ORDER BY l.id
            """,
            [brand, afterLoanId ?? "", today, Math.Clamp(limit, 1, 5_000)], ToClose, cancellationToken);

    /// <summary>One loan that cannot be read must not keep the others from being read.</summary>
    private static StoredLoan ToClose(NpgsqlDataReader row)
    {
        var (id, version) = (row.GetString(0), row.GetInt32(1));
        try
        {
            return new StoredLoan(id, LoanStateRow.Read(row, 3), version);
        }
        catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or NotSupportedException or InvalidOperationException or FormatException or ArgumentException)
        {
            return new StoredLoan(id, Loan.None, version) { IsUnreadable = true };
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes.Values) await lane.Value.CloseAsync();
        await _notices.DisposeAsync();
    }

    private async Task<ImmutableArray<IFact>> FactsAsync(string brand, string id, int version, CancellationToken cancellationToken) =>
        [.. await _database.ListAsync(brand,
            "SELECT type, payload FROM journal WHERE stream = $1 AND version <= $2 ORDER BY version", [StreamNames.Of(brand, id), version],
            row => JournalJson.FactOf(row.GetString(0), row.GetString(1)), cancellationToken)];
}

/// <summary>A loan of a bulk read with its id.</summary>
public sealed record StoredLoan(string Id, Loan State, int Version)
{
    /// <summary>What is stored is no loan; State is <see cref="Loan.None"/>.</summary>
    public bool IsUnreadable { get; init; }
}
