using System.Text;
using System.Text.RegularExpressions;

namespace Sandbox.Pages;

/// <summary>Text of a message with its web addresses as links, and codes of six digits easy to see and copy.</summary>
internal static partial class Linked
{
    [GeneratedRegex(@"(?<url>https?://[^\s<>""']+[^\s<>""'.,;:!?)])|(?<code>(?<![\w.,₹/-])[0-9]{6}(?![\w/-]|[.,][0-9]))")]
    private static partial Regex Interesting { get; }

    internal static Html Text(string text)
    {
        var result = new StringBuilder();
        var end = 0;
        foreach (Match match in Interesting.Matches(text))
        {
            result.Append(Html.Of($"{text[end..match.Index]}").Text);
            result.Append(match.Groups["url"].Success
                ? Html.Of($"<a href=\"{match.Value}\" target=\"_blank\" rel=\"noopener noreferrer\">{match.Value}</a>").Text
                : Html.Of($"<button type=\"button\" class=\"code\" data-copy=\"{match.Value}\" title=\"Copy\">{match.Value}</button>").Text);
            end = match.Index + match.Length;
        }

        return new Html(result.Append(Html.Of($"{text[end..]}").Text).ToString());
    }
}
