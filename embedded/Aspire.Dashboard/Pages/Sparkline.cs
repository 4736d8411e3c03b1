using System.Globalization;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>A small line of values, scaled between zero (or the lowest, when far from zero) and the highest.</summary>
internal static class Sparkline
{
    private const int Width = 160;
    private const int Height = 28;

    public static Html Render(IReadOnlyList<double> values, string meaning)
    {
        var shown = values.Where(double.IsFinite).ToList();
        if (shown.Count < 2) return Html.Of($"""<span class="quiet">too few values yet</span>""");

        var (low, high) = (shown.Min(), shown.Max());
        if (low > 0 && low < high * 0.5) low = 0;
        var points = string.Join(' ', shown.Select((value, index) => Point(index, shown.Count, value, low, high)));
        return Html.Of($"""
            <svg class="spark" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" role="img" aria-label="{meaning}"><title>{meaning}</title><polygon points="0,{Height} {points} {Width},{Height}"/><polyline points="{points}"/></svg>
            """);
    }

    private static string Point(int index, int count, double value, double low, double high)
    {
        var x = index * (double)Width / (count - 1);
        // A level that never changes is drawn in the middle, unless it is zero.
        var part = high > low ? (value - low) / (high - low) : high == 0 ? 0 : 0.5;
        return string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{2 + (Height - 4) * (1 - part):0.#}");
    }
}
