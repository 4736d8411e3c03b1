using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>Whether a change of a choice waits for another person, holds or held, or was turned down.</summary>
public enum AccountChoiceState { Waiting, Approved, TurnedDown }

/// <summary>
/// A purpose, or a part of it, is to be booked on another account for loans paid out from then on. Number is null where the choice is taken back.
/// AskedBy may not decide it.
/// </summary>
public sealed record AccountChoice(
    string Id, LedgerPurpose Purpose, string? Part, string? Number, AccountChoiceState State, string AskedBy, DateTimeOffset AskedAt, string? DecidedBy, DateTimeOffset? DecidedAt)
{
    /// <summary>What it changes, in the words of the log.</summary>
    public string Words => $"{Purpose}{(Part is null ? "" : $" {Part}")} → {Number ?? "standard"}";
}

/// <summary>Changes of which account serves which purpose: waiting, and how they were decided.</summary>
public sealed class AccountChoices(LendingDatabase database)
{
    internal const string Insert =
        """
        INSERT INTO account_choice (brand, id, purpose, part, number, state, asked_by, asked_at) VALUES ($1, $2, $3, $4::text, $5::text, 'Waiting', $6, $7)
        ON CONFLICT DO NOTHING
        """;

    // An account retired in the meantime is chosen no more.
    internal const string Decide =
        """
        UPDATE account_choice SET state = $3, decided_by = $4, decided_at = $5 WHERE brand = $1 AND id = $2 AND state = 'Waiting'
          AND ($3 <> 'Approved' OR NOT EXISTS (SELECT FROM account a WHERE a.brand = $1 AND a.number = account_choice.number AND a.retired_on IS NOT NULL))
        """;

    private const string Select = "SELECT id, purpose, part, number, state, asked_by, asked_at, decided_by, decided_at FROM account_choice WHERE brand = $1";

    /// <summary>At most 200: those that wait first, then the newest.</summary>
    public async Task<IReadOnlyList<AccountChoice>> ListAsync(string brand, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, $"{Select} ORDER BY state = 'Waiting' DESC, position DESC LIMIT 200", [brand], Of, cancellationToken);

    public async Task<AccountChoice?> FindAsync(string brand, string id, CancellationToken cancellationToken) =>
        await database.FirstAsync<AccountChoice>(brand, $"{Select} AND id = $2", [brand, id], Of, cancellationToken);

    private static AccountChoice Of(NpgsqlDataReader row) => new(
        row.GetString(0), row.Named<LedgerPurpose>(1), row.TextOrNull(2), row.TextOrNull(3), row.Named<AccountChoiceState>(4), row.GetString(5), row.Instant(6),
        row.TextOrNull(7), row.InstantOrNull(8));
}
