namespace Lending.Providers.Calls;

/// <summary>How identifiers look where a person or a log might see them: the last four characters at most.</summary>
public static class Mask
{
    private const int Shown = 4;

    /// <summary>"ABCDE1234F" becomes "••••••234F". Short values are hidden altogether.</summary>
    public static string Tail(string? value) => value is null || value.Length <= 2 * Shown
        ? "••••"
        : string.Concat(new string('•', value.Length - Shown), value.AsSpan(value.Length - Shown));
}
