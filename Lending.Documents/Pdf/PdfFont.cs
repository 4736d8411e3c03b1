using System.Reflection;

namespace Lending.Documents.Pdf;

/// <summary>A font as one document uses it; remembers which glyphs were written so that only those are embedded.</summary>
public sealed class PdfFont(TrueTypeFont font)
{
    private static readonly Lazy<TrueTypeFont> RegularFile = new(() => Load("DejaVuSans"));
    private static readonly Lazy<TrueTypeFont> BoldFile = new(() => Load("DejaVuSans-Bold"));
    private readonly SortedDictionary<ushort, int> _used = [];

    public TrueTypeFont File => font;

    /// <summary>Glyphs written so far, each with the character it stands for.</summary>
    public IReadOnlyDictionary<ushort, int> Used => _used;

    public static PdfFont Regular() => new(RegularFile.Value);

    public static PdfFont Bold() => new(BoldFile.Value);

    /// <summary>The text as hexadecimal glyph numbers, the way a content stream shows it.</summary>
    public string Encode(string text) => string.Create(4 * RuneCount(text), text, (hex, source) =>
    {
        var at = 0;
        foreach (var rune in source.EnumerateRunes())
        {
            var glyph = font.GlyphOf(rune.Value);
            _used[glyph] = rune.Value;
            glyph.TryFormat(hex[at..], out var written, "X4", System.Globalization.CultureInfo.InvariantCulture);
            at += written;
        }
    });

    /// <summary>Width of a text at a font size, both in points.</summary>
    public decimal WidthOf(string text, decimal size)
    {
        var units = 0;
        foreach (var rune in text.EnumerateRunes()) units += font.WidthOf(font.GlyphOf(rune.Value));
        return units * size / 1000m;
    }

    private static int RuneCount(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }

    private static TrueTypeFont Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not built in.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return new TrueTypeFont(name, file);
    }
}
