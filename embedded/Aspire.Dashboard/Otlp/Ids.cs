namespace Aspire.Dashboard.Embedded.Otlp;

/// <summary>Trace and span ids as lower-case hex, times as instants.</summary>
internal static class Ids
{
    /// <summary>A 16-byte trace id, or empty when there is none.</summary>
    public static string Trace(ReadOnlySpan<byte> bytes) => Hex(bytes, 16);

    /// <summary>An 8-byte span id, or empty when there is none.</summary>
    public static string Span(ReadOnlySpan<byte> bytes) => Hex(bytes, 8);

    /// <summary>Nanoseconds since 1970. A time that no calendar holds becomes the epoch.</summary>
    public static DateTimeOffset Time(ulong unixNanoseconds) =>
        unixNanoseconds / 100 <= (ulong)(DateTimeOffset.MaxValue.Ticks - DateTimeOffset.UnixEpoch.Ticks)
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(unixNanoseconds / 100))
            : DateTimeOffset.UnixEpoch;

    private static string Hex(ReadOnlySpan<byte> bytes, int length)
    {
        if (bytes.IsEmpty || bytes.IndexOfAnyExcept((byte)0) < 0) return "";
        return bytes.Length == length
            ? Convert.ToHexStringLower(bytes)
            : throw new OtlpFormatException($"An id has {bytes.Length} bytes where {length} are due.");
    }
}
