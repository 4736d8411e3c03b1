using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Lending.Data;

/// <summary>
/// The chain that makes a changed event visible: each hash is SHA-256 over the hash before it and the event's fields, every field led by
/// its length so that no two records write the same bytes.
/// </summary>
public static class HashChain
{
    /// <summary>What the first event of a record follows: 32 zero bytes.</summary>
    public static ImmutableArray<byte> Start { get; } = [.. new byte[32]];

    public static byte[] Next(ReadOnlySpan<byte> previous, JournalEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Fields(hash, previous, entry);
        Text(hash, entry.PayloadHash ?? "");
        return hash.GetHashAndReset();
    }

    /// <summary>How events were hashed before the hash of a command's words stood beside them. No event of either kind passes for one of the other.</summary>
    public static byte[] NextOfEarlyDays(ReadOnlySpan<byte> previous, JournalEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Fields(hash, previous, entry);
        return hash.GetHashAndReset();
    }

    /// <summary>The instant as the database keeps it, in whole microseconds; what is hashed must be what is stored.</summary>
    public static DateTimeOffset Stamp(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    private static void Fields(IncrementalHash hash, ReadOnlySpan<byte> previous, JournalEntry entry)
    {
        hash.AppendData(previous);
        Text(hash, entry.Stream);
        Number(hash, entry.Version);
        Text(hash, entry.Brand);
        Text(hash, entry.Type);
        Text(hash, entry.Payload);
        Text(hash, entry.Actor);
        Text(hash, entry.CorrelationId.ToString("D"));
        Text(hash, entry.CommandId);
        Number(hash, entry.BusinessDate.DayNumber);
        Number(hash, entry.RecordedAt.UtcTicks);
    }

    private static void Text(IncrementalHash hash, string text)
    {
        Span<byte> small = stackalloc byte[512];
        var length = Encoding.UTF8.GetByteCount(text);
        var bytes = length <= small.Length ? small[..length] : new byte[length];
        Encoding.UTF8.GetBytes(text, bytes);
        Number(hash, length);
        hash.AppendData(bytes);
    }

    private static void Number(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}

/// <summary>
/// One row of the journal without its hashes of the chain. PayloadHash is that of the command's words, on the last event of a command whose id is used up by it; null on
/// the others and on events of work that is repeatable by itself.
/// </summary>
public sealed record JournalEntry(
    string Stream, int Version, string Brand, string Type, string Payload, string Actor, Guid CorrelationId, string CommandId,
    DateOnly BusinessDate, DateTimeOffset RecordedAt, string? PayloadHash = null);
