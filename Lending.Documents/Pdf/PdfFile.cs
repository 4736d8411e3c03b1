using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Lending.Documents.Pdf;

/// <summary>
/// Writes a PDF 1.7 file from finished page contents. The same pages give the same bytes: there is no time and no random id in it, so a
/// document made again after a crash has the same hash.
/// </summary>
public sealed class PdfFile(string title)
{
    private readonly MemoryStream _out = new();
    private readonly List<long> _offsets = [];

    public static byte[] Write(string title, IReadOnlyList<string> pages, IReadOnlyList<(string Name, PdfFont Font)> fonts) =>
        new PdfFile(title).Write(pages, fonts);

    private byte[] Write(IReadOnlyList<string> pages, IReadOnlyList<(string Name, PdfFont Font)> fonts)
    {
        Text("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var fontNames = string.Concat(fonts.Select(font => $"/{font.Name} {WriteFont(font.Font)} 0 R "));
        var contents = pages.Select(page => Stream("", Encoding.Latin1.GetBytes(page))).ToArray();
        var pagesNumber = _offsets.Count + pages.Count + 1;
        var kids = contents.Select(content => Object(
            $"<</Type/Page/Parent {pagesNumber} 0 R/MediaBox[0 0 595 842]/Resources<</Font<<{fontNames}>>>>/Contents {content} 0 R>>")).ToArray();
        var tree = Object($"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', kids.Select(kid => $"{kid} 0 R"))}]>>");
        var catalog = Object($"<</Type/Catalog/Pages {tree} 0 R/Lang(en-IN)/ViewerPreferences<</DisplayDocTitle true>>>>");
        var info = Object($"<</Title {Utf16(title)}/Producer(Lending)>>");

        var id = Convert.ToHexString(SHA256.HashData(_out.ToArray())[..16]);
        var xref = _out.Length;
        Text($"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in _offsets) Text($"{offset.ToString("D10", CultureInfo.InvariantCulture)} 00000 n \n");
        Text($"trailer\n<</Size {_offsets.Count + 1}/Root {catalog} 0 R/Info {info} 0 R/ID[<{id}><{id}>]>>\nstartxref\n{xref}\n%%EOF\n");
        return _out.ToArray();
    }

    private int WriteFont(PdfFont font)
    {
        var file = font.File;
        var data = file.Subset(font.Used.Keys);
        var name = $"LENDNG+{file.Name}";
        var embedded = Stream($"/Length1 {data.Length}", data);
        var descriptor = Object(
            $"<</Type/FontDescriptor/FontName/{name}/Flags 32/FontBBox[{string.Join(' ', file.Box)}]/ItalicAngle 0/Ascent {file.Ascent}" +
            $"/Descent {file.Descent}/CapHeight {file.Ascent}/StemV 80/FontFile2 {embedded} 0 R>>");
        var widths = string.Concat(font.Used.Keys.Select(glyph => $"{glyph}[{file.WidthOf(glyph)}]"));
        var descendant = Object(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>" +
            $"/FontDescriptor {descriptor} 0 R/CIDToGIDMap/Identity/DW 600/W[{widths}]>>");
        var unicode = Stream("", Encoding.ASCII.GetBytes(ToUnicode(font)));
        return Object($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>");
    }

    /// <summary>Tells a reader which character each glyph is, so that text can be copied and searched.</summary>
    private static string ToUnicode(PdfFont font)
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def " +
            "/CMapName/Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000><FFFF> endcodespacerange\n");
        foreach (var part in font.Used.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, character) in part)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(character)))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    private int Object(string body)
    {
        _offsets.Add(_out.Length);
        Text($"{_offsets.Count} 0 obj\n{body}\nendobj\n");
        return _offsets.Count;
    }

    private int Stream(string entries, byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(data);
        _offsets.Add(_out.Length);
        Text($"{_offsets.Count} 0 obj\n<</Length {packed.Length}/Filter/FlateDecode{entries}>>\nstream\n");
        packed.WriteTo(_out);
        Text("\nendstream\nendobj\n");
        return _offsets.Count;
    }

    private static string Utf16(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private void Text(string text) => _out.Write(Encoding.Latin1.GetBytes(text));
}
