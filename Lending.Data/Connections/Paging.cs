using System.Globalization;
using System.Text;

namespace Lending.Data;

/// <summary>One page of a list. Next is given back to get the page after it, and is null on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next);

/// <summary>Bounds of every list, and the cursors that keyset paging hands out: the sort value and the id of the last row seen.</summary>
internal static class Paging
{
    public const int LimitMax = 200;

    public static int Bounded(int limit) => Math.Clamp(limit, 1, LimitMax);

    /// <summary>Cuts the one row that was read beyond the page and makes its predecessor the cursor.</summary>
    public static Page<T> Cut<T>(List<T> rows, int limit, Func<T, string> cursor)
    {
        if (rows.Count <= limit) return new(rows, null);
        rows.RemoveRange(limit, rows.Count - limit);
        return new(rows, cursor(rows[^1]));
    }

    public static string Cursor(string value, string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{value}\n{id}"));

    /// <summary>For lists that count down: numbers of the page are below this.</summary>
    public static int NumberBelow(string? cursor) => int.TryParse(Parse(cursor).Value, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    /// <summary>Value and id of a cursor; nulls for the first page. A cursor nobody handed out counts as the first page.</summary>
    public static (string? Value, string? Id) Parse(string? cursor)
    {
        if (cursor is null) return (null, null);
        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length).Split('\n') is [var value, var id]
            ? (value, id)
            : (null, null);
    }
}
