using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>A check for another loan with what it found, and the offer it came to.</summary>
public sealed record ReloanLine(
    string LoanId, int Number, string CustomerId, string? CustomerName, DateOnly On, string By, string? ByName, ImmutableArray<ReloanFinding> Findings, int LoanVersion,
    DateTimeOffset RecordedAt)
{
    /// <summary>Null where no offer came of it.</summary>
    public ReloanOfferLine? Offer { get; init; }

    /// <summary>The rules that were against an offer.</summary>
    public IEnumerable<ReloanFinding> Against => Findings.Where(finding => !finding.Passed);
}

/// <summary>An offer as it stands.</summary>
public sealed record ReloanOfferLine(ReloanState State, ReloanTerms Terms, string ProductCode, DateOnly? DecidedOn, string? DecidedBy, string? Reason)
{
    public ReloanEnding? Ending { get; init; }

    public string? Application { get; init; }

    public Money? Taken { get; init; }

    public bool IsOpen => State is ReloanState.Pending or ReloanState.Approved && Application is null;
}

/// <summary>Which checks; null means any. WithoutOffer: only those that came to none; else of the states, which is any when empty.</summary>
public sealed record ReloanFilter(ImmutableArray<ReloanState> States, bool WithoutOffer = false, string? CustomerId = null, string? LoanId = null)
{
    public static readonly ReloanFilter All = new([]);
}

/// <summary>A page of checks, newest first, with the count of the whole filter.</summary>
public sealed record ReloanList(IReadOnlyList<ReloanLine> Rows, string? Next, int Count);

/// <summary>The re-loan log of a Brand: every check with its reasons, and its offer (LOS-036).</summary>
public sealed class ReloansQuery(LendingDatabase database)
{
    private const string From =
        """
        FROM reloan_check k LEFT JOIN reloan_offer o ON o.brand = k.brand AND o.loan = k.loan AND o.number = k.number
        WHERE k.brand = $1 AND ($2::text[] IS NULL OR o.state = ANY($2)) AND (NOT $3 OR o.loan IS NULL)
          AND ($4::text IS NULL OR k.customer_id = $4) AND ($5::text IS NULL OR k.loan = $5)
        """;

    public async Task<ReloanList> RunAsync(string brand, ReloanFilter filter, string? after, int limit, CancellationToken cancellationToken)
    {
        object?[] parameters =
        [
            brand, filter.States.IsDefaultOrEmpty ? null : filter.States.Select(state => state.ToString()).ToArray(), filter.WithoutOffer, filter.CustomerId, filter.LoanId,
        ];
        var count = await database.FirstAsync(brand, $"SELECT count(*)::integer {From}", parameters, row => row.GetInt32(0), cancellationToken);
        var (at, key) = Paging.Parse(after);
        var size = Paging.Bounded(limit);
        var rows = await database.ListAsync(brand,
            $"""
            SELECT p.*, c.full_name, coalesce(s.name, p.checked_by), coalesce(d.name, p.decided_by) FROM (
              SELECT k.loan, k.number, k.customer_id, k.on_day, k.checked_by, k.findings::text, k.recorded_at, l.version, o.state, o.currency, o.previous, o.amount,
                o.tenure, o.valid_until, o.product_code, o.decided_on, o.decided_by, o.reason, o.ending, o.application, o.taken
              {From.Replace("WHERE", "JOIN loan l ON l.brand = k.brand AND l.id = k.loan WHERE", StringComparison.Ordinal)}
                AND ($6::text IS NULL OR (k.recorded_at, k.loan) < ($6::timestamptz, $7::text))
              ORDER BY k.recorded_at DESC, k.loan DESC LIMIT $8
            ) p
            LEFT JOIN customer c ON c.brand = $1 AND c.id = p.customer_id
            LEFT JOIN staff s ON s.brand = $1 AND s.id = p.checked_by
            LEFT JOIN staff d ON d.brand = $1 AND d.id = p.decided_by
            ORDER BY p.recorded_at DESC, p.loan DESC
            """,
            [.. parameters, at, key, size + 1], Read, cancellationToken);
        var page = Paging.Cut(rows, size, row => Paging.Cursor(row.RecordedAt.ToString("O", CultureInfo.InvariantCulture), row.LoanId));
        return new(page.Rows, page.Next, count);
    }

    /// <summary>How many offers wait for staff.</summary>
    public async Task<int> PendingAsync(string brand, CancellationToken cancellationToken) =>
        await database.FirstAsync(brand, "SELECT count(*)::integer FROM reloan_offer WHERE brand = $1 AND state = 'Pending' AND application IS NULL", [brand],
            row => row.GetInt32(0), cancellationToken);

    private static ReloanLine Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.GetString(2), row.TextOrNull(21), row.Date(3), row.GetString(4), row.TextOrNull(22),
        JsonSerializer.Deserialize<ImmutableArray<ReloanFinding>>(row.GetString(5), JournalJson.Options), row.GetInt32(7), row.Instant(6))
    {
        Offer = row.IsDBNull(8) ? null : OfferOf(row, Currency.Of(row.GetString(9))),
    };

    private static ReloanOfferLine OfferOf(NpgsqlDataReader row, Currency currency) => new(
        row.Named<ReloanState>(8), new ReloanTerms(row.Money(10, currency), row.Money(11, currency), row.GetInt32(12), row.Date(13)), row.GetString(14),
        row.DateOrNull(15), row.TextOrNull(23), row.TextOrNull(17))
    {
        Ending = row.IsDBNull(18) ? null : row.Named<ReloanEnding>(18), Application = row.TextOrNull(19), Taken = row.MoneyOrNull(20, currency),
    };
}
