namespace Sandbox.People;

/// <summary>How alike two names are, as a bank or register would say it.</summary>
internal static class Names
{
    /// <summary>0 to 100: the share of words that both have, order and case aside.</summary>
    internal static int MatchPercent(string one, string other)
    {
        var left = Words(one);
        var right = Words(other);
        var all = left.Union(right).Count();
        return all == 0 ? 0 : 100 * left.Intersect(right).Count() / all;
    }

    private static HashSet<string> Words(string name) =>
        [.. name.ToUpperInvariant().Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries)];
}
