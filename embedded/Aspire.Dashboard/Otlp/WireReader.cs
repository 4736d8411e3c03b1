using System.Buffers.Binary;
using System.Text;

namespace Aspire.Dashboard.Embedded.Otlp;

/// <summary>
/// Reads the protobuf wire format of one message in place. The generated OTLP classes are not on every feed, and
/// Google.Protobuf's reader copies each nested message, of which OTLP has five levels.
/// </summary>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = message;
    private int _wireType;

    /// <summary>Moves to the next field. False at the end of the message.</summary>
    public bool Next(out int field)
    {
        field = 0;
        if (_rest.IsEmpty) return false;
        var tag = RawVarint();
        if (tag > uint.MaxValue) throw new OtlpFormatException("A field number is out of range.");
        field = (int)(tag >> 3);
        _wireType = (int)(tag & 7);
        return field > 0 ? true : throw new OtlpFormatException("A field number is zero.");
    }

    public readonly bool IsPacked => _wireType == LengthDelimited;

    public ulong UInt64() => Expect(Varint) ? RawVarint() : 0;

    public long Int64() => (long)UInt64();

    public bool Bool() => UInt64() != 0;

    public ulong Fixed64Value() => Expect(Fixed64) ? BinaryPrimitives.ReadUInt64LittleEndian(Take(8)) : 0;

    public double Double() => BitConverter.UInt64BitsToDouble(Fixed64Value());

    public ReadOnlySpan<byte> Bytes()
    {
        Expect(LengthDelimited);
        var length = RawVarint();
        return length <= (ulong)_rest.Length
            ? Take((int)length)
            : throw new OtlpFormatException("A field is longer than its message.");
    }

    /// <summary>A text, cut at the given number of characters.</summary>
    public string Text(int charactersMax)
    {
        var bytes = Bytes();
        try
        {
            var text = StrictUtf8.GetString(bytes);
            return text.Length <= charactersMax ? text : string.Concat(text.AsSpan(0, charactersMax), "…");
        }
        catch (DecoderFallbackException)
        {
            throw new OtlpFormatException("A text is not UTF-8.");
        }
    }

    public void Skip()
    {
        switch (_wireType)
        {
            case Varint: RawVarint(); break;
            case Fixed64: Take(8); break;
            case LengthDelimited: Bytes(); break;
            case Fixed32: Take(4); break;
            default: throw new OtlpFormatException($"Wire type {_wireType} is not used by OTLP.");
        }
    }

    private readonly bool Expect(int wireType) => _wireType == wireType
        ? true
        : throw new OtlpFormatException($"A field has wire type {_wireType} where {wireType} is due.");

    private ulong RawVarint()
    {
        ulong value = 0;
        for (var index = 0; index < 10 && index < _rest.Length; index++)
        {
            var part = _rest[index];
            value |= (ulong)(part & 0x7F) << (7 * index);
            if (part < 0x80)
            {
                _rest = _rest[(index + 1)..];
                return value;
            }
        }
        throw new OtlpFormatException("A number is cut off or too long.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length) throw new OtlpFormatException("The message is cut off.");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
