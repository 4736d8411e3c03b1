using System.Text.Json;
using Lending.Domain;

namespace Lending.Data;

internal sealed record JournalRow(JournalEntry Entry, byte[] PreviousHash, byte[] Hash)
{
    public static readonly Table<JournalRow> Table = new("journal", 2,
        Columns<JournalRow>.Text("stream", row => row.Entry.Stream),
        Columns<JournalRow>.Int("version", row => row.Entry.Version),
        Columns<JournalRow>.OfBrand(row => row.Entry.Brand),
        Columns<JournalRow>.Text("type", row => row.Entry.Type),
        Columns<JournalRow>.Text("payload", row => row.Entry.Payload),
        Columns<JournalRow>.Text("actor", row => row.Entry.Actor),
        Columns<JournalRow>.Id("correlation_id", row => row.Entry.CorrelationId),
        Columns<JournalRow>.Text("command_id", row => row.Entry.CommandId),
        Columns<JournalRow>.Text("payload_hash", row => row.Entry.PayloadHash),
        Columns<JournalRow>.Date("business_date", row => row.Entry.BusinessDate),
        Columns<JournalRow>.Instant("recorded_at", row => row.Entry.RecordedAt),
        Columns<JournalRow>.Bytes("previous_hash", row => row.PreviousHash),
        Columns<JournalRow>.Bytes("hash", row => row.Hash));
}

internal sealed record PostingRow(string Stream, int Version, int Line, string Brand, Posting Posting, DateOnly BusinessDate)
{
    public static readonly Table<PostingRow> Table = new("posting", 3,
        Columns<PostingRow>.Text("stream", row => row.Stream),
        Columns<PostingRow>.Int("version", row => row.Version),
        Columns<PostingRow>.Int("line", row => row.Line),
        Columns<PostingRow>.OfBrand(row => row.Brand),
        Columns<PostingRow>.Text("account", row => row.Posting.Account.Number),
        Columns<PostingRow>.Text("currency", row => row.Posting.Debit.Currency.Code),
        Columns<PostingRow>.Long("debit", row => row.Posting.Debit.Minor),
        Columns<PostingRow>.Long("credit", row => row.Posting.Credit.Minor),
        Columns<PostingRow>.Text("memo", row => row.Posting.Memo),
        Columns<PostingRow>.Date("business_date", row => row.BusinessDate));
}

internal sealed record OutboxRow(string Brand, OutboxItem Item, string Stream, DateTimeOffset CreatedAt)
{
    public static readonly Table<OutboxRow> Table = new("outbox", 2,
        Columns<OutboxRow>.OfBrand(row => row.Brand),
        Columns<OutboxRow>.Text("key", row => row.Item.Key),
        Columns<OutboxRow>.Text("kind", row => row.Item.Kind),
        Columns<OutboxRow>.Json("data", row => JsonSerializer.Serialize(row.Item.Data, JournalJson.Options)),
        Columns<OutboxRow>.Text("stream", row => row.Stream),
        Columns<OutboxRow>.Instant("created_at", row => row.CreatedAt),
        Columns<OutboxRow>.Instant("next_attempt_at", row => row.CreatedAt));
}
