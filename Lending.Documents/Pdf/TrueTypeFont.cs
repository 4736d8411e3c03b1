using System.Buffers.Binary;

namespace Lending.Documents.Pdf;

/// <summary>A TrueType font read as far as a PDF needs it: widths, the character map, and the outlines of the glyphs that are used.</summary>
public sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ushort> _glyphs = [];
    private readonly int _unitsPerEm;
    private readonly int _metricsCount;
    private readonly bool _longOffsets;

    public TrueTypeFont(string name, byte[] file)
    {
        (Name, _file) = (name, file);
        var count = U16(4);
        for (var i = 0; i < count; i++)
        {
            var entry = 12 + 16 * i;
            _tables[System.Text.Encoding.ASCII.GetString(file, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        var head = Table("head");
        _unitsPerEm = U16(head + 18);
        _longOffsets = U16(head + 50) == 1;
        Box = [Scaled(I16(head + 36)), Scaled(I16(head + 38)), Scaled(I16(head + 40)), Scaled(I16(head + 42))];
        var hhea = Table("hhea");
        Ascent = Scaled(I16(hhea + 4));
        Descent = Scaled(I16(hhea + 6));
        _metricsCount = U16(hhea + 34);
        GlyphCount = U16(Table("maxp") + 4);
        ReadCharacterMap();
    }

    public string Name { get; }

    public int GlyphCount { get; }

    /// <summary>In thousandths of the font size, as all figures here.</summary>
    public int Ascent { get; }

    public int Descent { get; }

    public int[] Box { get; }

    /// <summary>The glyph of a character; 0, the missing glyph, where the font has none.</summary>
    public ushort GlyphOf(int character) => _glyphs.GetValueOrDefault(character);

    public int WidthOf(ushort glyph) => Scaled(U16(Table("hmtx") + 4 * Math.Min(glyph, _metricsCount - 1)));

    /// <summary>A font file with the outlines of the given glyphs only. Glyph numbers stay, so no text has to be renumbered.</summary>
    public byte[] Subset(IEnumerable<ushort> used)
    {
        var keep = new SortedSet<ushort>(used) { 0 };
        foreach (var glyph in keep.ToArray()) AddComponents(glyph, keep);

        var outlines = new MemoryStream();
        var offsets = new byte[4 * (GlyphCount + 1)];
        for (var glyph = 0; glyph <= GlyphCount; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(offsets.AsSpan(4 * glyph), (uint)outlines.Length);
            if (glyph == GlyphCount || !keep.Contains((ushort)glyph)) continue;
            var (start, length) = Outline((ushort)glyph);
            outlines.Write(_file, start, length);
            while (outlines.Length % 4 != 0) outlines.WriteByte(0);
        }

        var head = Copy("head");
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1); // The offsets written above are long ones.
        return Assemble(new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cvt "] = Copy("cvt "), ["fpgm"] = Copy("fpgm"), ["glyf"] = outlines.ToArray(), ["head"] = head, ["hhea"] = Copy("hhea"),
            ["hmtx"] = Copy("hmtx"), ["loca"] = offsets, ["maxp"] = Copy("maxp"), ["prep"] = Copy("prep"),
        });
    }

    private void ReadCharacterMap()
    {
        var cmap = Table("cmap");
        var count = U16(cmap + 2);
        for (var i = 0; i < count; i++)
        {
            var at = cmap + (int)U32(cmap + 4 + 8 * i + 4);
            if (U16(at) != 12) continue; // The format with all of Unicode; every DejaVu face has it.
            var groups = (int)U32(at + 12);
            for (var g = 0; g < groups; g++)
            {
                var group = at + 16 + 12 * g;
                var (first, last, glyph) = ((int)U32(group), (int)U32(group + 4), (int)U32(group + 8));
                for (var c = first; c <= last; c++) _glyphs[c] = (ushort)(glyph + c - first);
            }
            return;
        }
        throw new InvalidOperationException($"The font {Name} has no character map of format 12.");
    }

    /// <summary>Adds the glyphs that a composite one is made of.</summary>
    private void AddComponents(ushort glyph, SortedSet<ushort> keep)
    {
        var (at, length) = Outline(glyph);
        if (length == 0 || I16(at) >= 0) return;
        at += 10;
        ushort flags;
        do
        {
            flags = (ushort)U16(at);
            var part = (ushort)U16(at + 2);
            if (keep.Add(part)) AddComponents(part, keep);
            at += 4 + ((flags & 0x0001) != 0 ? 4 : 2);
            at += (flags & 0x0008) != 0 ? 2 : (flags & 0x0040) != 0 ? 4 : (flags & 0x0080) != 0 ? 8 : 0;
        }
        while ((flags & 0x0020) != 0);
    }

    private (int Start, int Length) Outline(ushort glyph)
    {
        var loca = Table("loca");
        var (from, to) = _longOffsets
            ? ((int)U32(loca + 4 * glyph), (int)U32(loca + 4 * glyph + 4))
            : (2 * U16(loca + 2 * glyph), 2 * U16(loca + 2 * glyph + 2));
        return (Table("glyf") + from, to - from);
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        foreach (var missing in tables.Where(table => table.Value.Length == 0).Select(table => table.Key).ToArray()) tables.Remove(missing);
        var power = System.Numerics.BitOperations.Log2((uint)tables.Count);
        var result = new MemoryStream();
        Span<byte> number = stackalloc byte[4];
        void Write32(uint value, Span<byte> buffer) { BinaryPrimitives.WriteUInt32BigEndian(buffer, value); result.Write(buffer); }
        void Write16(int value, Span<byte> buffer) { BinaryPrimitives.WriteUInt16BigEndian(buffer, (ushort)value); result.Write(buffer[..2]); }

        Write32(0x00010000, number);
        Write16(tables.Count, number);
        Write16(16 << power, number);
        Write16(power, number);
        Write16(16 * tables.Count - (16 << power), number);
        var offset = 12 + 16 * tables.Count;
        foreach (var (tag, data) in tables)
        {
            result.Write(System.Text.Encoding.ASCII.GetBytes(tag));
            Write32(Checksum(data), number);
            Write32((uint)offset, number);
            Write32((uint)data.Length, number);
            offset += (data.Length + 3) & ~3;
        }
        foreach (var data in tables.Values)
        {
            result.Write(data);
            while (result.Length % 4 != 0) result.WriteByte(0);
        }
        return result.ToArray();
    }

    private static uint Checksum(byte[] data)
    {
        uint sum = 0;
        for (var i = 0; i < data.Length; i++) sum += (uint)data[i] << (24 - 8 * (i % 4));
        return sum;
    }

    private byte[] Copy(string tag) => _tables.TryGetValue(tag, out var table) ? _file.AsSpan(table.Offset, table.Length).ToArray() : [];

    private int Table(string tag) => _tables[tag].Offset;

    private int Scaled(int units) => units * 1000 / _unitsPerEm;

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_file.AsSpan(at));

    private short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_file.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at));
}
