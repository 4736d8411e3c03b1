using System.Buffers.Binary;
using System.Text;

namespace Aspire.Dashboard.Embedded.Tests;

/// <summary>Writes protobuf by hand, for messages that no exporter would send.</summary>
public static class Wire
{
    public static byte[] Message(int field, params byte[][] parts)
    {
        var body = parts.SelectMany(part => part).ToArray();
        return [.. Varint((ulong)(field << 3 | 2)), .. Varint((ulong)body.Length), .. body];
    }

    public static byte[] Text(int field, string value) => Message(field, Encoding.UTF8.GetBytes(value));

    public static byte[] Fixed64(int field, ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return [.. Varint((ulong)(field << 3 | 1)), .. bytes];
    }

    /// <summary>An export request of one service with these spans, log records or metrics.</summary>
    public static byte[] Request(string service, params byte[][] items) => Message(1,
        Message(1, Message(1, Text(1, "service.name"), Message(2, Text(1, service)))),
        Message(2, items.Select(item => Message(2, item)).ToArray()));

    public static byte[] Span(byte trace, int span, string name) =>
    [
        .. Message(1, Enumerable.Repeat(trace, 16).ToArray()),
        .. Message(2, BitConverter.GetBytes((long)span)),
        .. Text(5, name),
        .. Fixed64(7, 1_700_000_000_000_000_000 + (ulong)span),
        .. Fixed64(8, 1_700_000_000_001_000_000 + (ulong)span),
    ];

    private static byte[] Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return [.. bytes];
    }
}
