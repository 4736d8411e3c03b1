using System.Globalization;
using System.Text;

namespace Lending.Documents.Pdf;

/// <summary>
/// Lays text and tables out on A4 pages from top to bottom, breaking pages as needed, with a footer on each. Sizes are in points.
/// </summary>
public sealed class PdfPages(string title, string footer)
{
    // A heading at the foot of a page without what it heads would be no heading.
    private const decimal KeptWithHeading = 60;
    private const decimal Left = 56, Right = 539, Top = 786, Bottom = 64;
    private readonly PdfFont _regular = PdfFont.Regular();
    private readonly PdfFont _bold = PdfFont.Bold();
    private readonly List<StringBuilder> _pages = [];
    private decimal _y;

    /// <summary>One column of a table: heading, width in points, and whether it holds figures, which stand at the right.</summary>
    public sealed record Column(string Heading, decimal Width, bool IsFigure = false);

    public void Heading(string text, decimal size = 15)
    {
        Room(size * 2.2m + KeptWithHeading);
        _y -= size * 1.5m;
        Show(_bold, size, Left, text);
        _y -= size * 0.5m;
    }

    public void Paragraph(string text, decimal size = 9.5m)
    {
        foreach (var line in Wrap(text, _regular, size, Right - Left))
        {
            Room(size * 1.5m);
            _y -= size * 1.45m;
            Show(_regular, size, Left, line);
        }
        _y -= size * 0.55m;
    }

    /// <summary>A label with its value, for facts that come one by one.</summary>
    public void Fact(string label, string value)
    {
        const decimal size = 9.5m, indent = 170;
        var lines = Wrap(value, _regular, size, Right - Left - indent);
        for (var i = 0; i < lines.Count; i++)
        {
            Room(size * 1.6m);
            _y -= size * 1.55m;
            if (i == 0) Show(_bold, size, Left, label);
            Show(_regular, size, Left + indent, lines[i]);
        }
    }

    /// <summary>A table with its heading repeated on every page; the last row is set bold when it is the total.</summary>
    public void Table(IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows, bool lastIsTotal)
    {
        _y -= 4;
        TableHeading(columns);
        for (var i = 0; i < rows.Count; i++)
        {
            if (_y - 16 < Bottom)
            {
                NewPage();
                TableHeading(columns);
            }
            var isTotal = lastIsTotal && i == rows.Count - 1;
            if (isTotal) Rule();
            Row(columns, rows[i], isTotal ? _bold : _regular);
        }
        _y -= 8;
    }

    public byte[] ToArray()
    {
        for (var i = 0; i < _pages.Count; i++)
        {
            Show(_pages[i], _regular, 7.5m, Left, 40, footer);
            var page = string.Create(CultureInfo.InvariantCulture, $"Page {i + 1} of {_pages.Count}");
            Show(_pages[i], _regular, 7.5m, Right - _regular.WidthOf(page, 7.5m), 40, page);
        }
        return PdfFile.Write(title, [.. _pages.Select(page => page.ToString())], [("F1", _regular), ("F2", _bold)]);
    }

    private void TableHeading(IReadOnlyList<Column> columns)
    {
        Room(34);
        Row(columns, [.. columns.Select(column => column.Heading)], _bold);
        Rule();
    }

    private void Row(IReadOnlyList<Column> columns, IReadOnlyList<string> cells, PdfFont font)
    {
        const decimal size = 8.5m;
        _y -= 14;
        var x = Left;
        for (var i = 0; i < columns.Count; i++)
        {
            var indent = columns[i].IsFigure ? columns[i].Width - 6 - font.WidthOf(cells[i], size) : 0;
            Show(font, size, x + indent, cells[i]);
            x += columns[i].Width;
        }
    }

    private void Rule()
    {
        _y -= 4;
        _pages[^1].Append(CultureInfo.InvariantCulture, $"0.6 G 0.5 w {Left} {_y} m {Right} {_y} l S\n");
    }

    private void Room(decimal height)
    {
        if (_pages.Count == 0 || _y - height < Bottom) NewPage();
    }

    private void NewPage()
    {
        _pages.Add(new StringBuilder());
        _y = Top;
    }

    private void Show(PdfFont font, decimal size, decimal x, string text) => Show(_pages[^1], font, size, x, _y, text);

    private void Show(StringBuilder page, PdfFont font, decimal size, decimal x, decimal y, string text) => page.Append(
        CultureInfo.InvariantCulture, $"BT /{(ReferenceEquals(font, _bold) ? "F2" : "F1")} {size} Tf {x} {y} Td <{font.Encode(text)}> Tj ET\n");

    private static List<string> Wrap(string text, PdfFont font, decimal size, decimal width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.WidthOf(longer, size) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }
        lines.Add(line);
        return lines;
    }
}
