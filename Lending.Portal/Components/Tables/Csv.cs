using System.Text;

namespace Lending.Portal.Components;

/// <summary>Text of a CSV file (RFC 4180). A cell that a spreadsheet would run as a formula is made plain text.</summary>
public static class Csv
{
    public static string Write(IEnumerable<string> heading, IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder();
        Line(text, heading);
        foreach (var row in rows) Line(text, row);
        return text.ToString();
    }

    /// <summary>The cell, quoted where needed. "=1+1" becomes "'=1+1"; a plain negative number stays one.</summary>
    public static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var safe = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !decimal.TryParse(value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? "'" + value
            : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void Line(StringBuilder text, IEnumerable<string?> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
}

/// <summary>What an export is of: the columns shown, and the order and search in force.</summary>
public sealed record CsvExport(IReadOnlyList<string> Columns, IReadOnlyList<SortBy> Sorts, string? Search);
