using System.Globalization;
using System.Text;

namespace Sandbox.Pages;

/// <summary>How values look on pages.</summary>
internal static class Show
{
    /// <summary>"₹ 1,45,665.00" with a no-break space; other currencies by their code, in threes.</summary>
    internal static string Amount(long minor, string currency)
    {
        var rest = Math.Abs(minor) % 100;
        var digits = (Math.Abs(minor) / 100).ToString(CultureInfo.InvariantCulture);
        var rupees = currency == "INR";
        var text = new StringBuilder();
        for (var i = 0; i < digits.Length; i++)
        {
            var left = digits.Length - i;
            if (i > 0 && (left == 3 || (left > 3 && (left - 3) % (rupees ? 2 : 3) == 0))) text.Append(',');
            text.Append(digits[i]);
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{(minor < 0 ? "−" : "")}{(rupees ? "₹" : currency)}\u00A0{text}.{rest:D2}");
    }

    /// <summary>In UTC; the browser shows it in its own time.</summary>
    internal static Html Time(DateTimeOffset at) => Html.Of($"""
        <time datetime="{at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}">{at.UtcDateTime.ToString("d MMM, HH:mm:ss", CultureInfo.InvariantCulture)} UTC</time>
        """);

    internal static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A state as icon, word and tone.</summary>
    internal static Html State(string state)
    {
        var (tone, icon) = state switch
        {
            "Succeeded" or "Paid" or "Signed" or "Delivered" or "Active" => ("good", "✓"),
            "Failed" or "Declined" or "Given up" => ("bad", "✕"),
            "Expired" or "Cancelled" or "Revoked" => ("neutral", "⊘"),
            _ => ("info", "◔"),
        };
        return Html.Of($"""<span class="badge {tone}"><span aria-hidden="true">{icon}</span> {state}</span>""");
    }

    internal static Html Post(string label, string url, string body, string kind = "", string? name = null) => Html.Of($"""
        <button type="button" class="{kind}" data-post="{url}" data-body="{body}" aria-label="{name ?? label}">{label}</button>
        """);
}
