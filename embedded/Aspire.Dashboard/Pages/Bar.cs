using System.Globalization;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>A span of time within another as a bar. SVG, because the content policy allows no inline style.</summary>
internal static class Bar
{
    /// <summary>A bar from the left, as long as the part (0..1) of the whole.</summary>
    public static Html Part(double part) => Render(TimeSpan.Zero, TimeSpan.FromSeconds(part), TimeSpan.FromSeconds(1), "plain");

    public static Html Render(TimeSpan from, TimeSpan length, TimeSpan whole, string tone)
    {
        var total = Math.Max(whole.TotalMicroseconds, 1);
        var left = Math.Clamp(from.TotalMicroseconds / total * 100, 0, 99.5);
        var width = Math.Clamp(length.TotalMicroseconds / total * 100, 0.5, 100 - left);
        return Html.Of($"""
            <svg class="bar" width="100%" height="10" aria-hidden="true"><rect class="{tone}" x="{Percent(left)}" width="{Percent(width)}" height="10" rx="2"/></svg>
            """);
    }

    private static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}%");
}
