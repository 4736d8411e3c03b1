using System.Globalization;
using System.Text;

namespace Lending.Api.Onboarding;

/// <summary>How alike two names of a person are: "KUMAR ASHA R" and "Asha R. Kumar" are 100.</summary>
public static class NameMatch
{
    /// <summary>Percent of the words the two have in common, whatever their order, case, accents and points.</summary>
    public static int PercentOf(string one, string other)
    {
        var left = WordsOf(one);
        var right = WordsOf(other);
        var total = left.Count + right.Count;
        if (total == 0) return 0;
        var common = 0;
        foreach (var word in left)
            if (right.Remove(word)) common += 2;
        return common * 100 / total;
    }

    private static List<string> WordsOf(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            plain.Append(char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : ' ');
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
