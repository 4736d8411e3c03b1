using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>A row of the journal as it is stored, its hashes included.</summary>
internal sealed record StoredEvent(JournalEntry Entry, byte[] PreviousHash, byte[] Hash)
{
    public const string Columns =
        """
        stream, version, brand, type, payload, actor, correlation_id, command_id, business_date, recorded_at, previous_hash, hash, payload_hash
        """;

    public static StoredEvent Read(NpgsqlDataReader row) => new(
        new JournalEntry(
            row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetGuid(6),
            row.GetString(7), row.Date(8), row.Instant(9), row.TextOrNull(12)),
        row.GetFieldValue<byte[]>(10), row.GetFieldValue<byte[]>(11));
}

/// <summary>A row of the ledger as it is stored.</summary>
internal sealed record StoredPosting(string Stream, int Version, Posting Posting, DateOnly BusinessDate)
{
    public const string Columns = "stream, version, account, currency, debit, credit, memo, business_date";

    public static StoredPosting Read(NpgsqlDataReader row)
    {
        var currency = Currency.Of(row.GetString(3));
        return new(row.GetString(0), row.GetInt32(1),
            new Posting(Accounts.Of(row.GetString(2)), row.Money(4, currency), row.Money(5, currency), row.GetString(6)), row.Date(7));
    }
}
