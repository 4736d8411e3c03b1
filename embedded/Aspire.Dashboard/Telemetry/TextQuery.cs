namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>Words that must all occur, and words with a leading minus that must not. Case does not matter.</summary>
public sealed class TextQuery
{
    private readonly string[] _wanted;
    private readonly string[] _unwanted;

    /// <summary>Reads what a person typed; empty matches everything.</summary>
    public TextQuery(string text)
    {
        Text = text.Trim();
        var words = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _wanted = [.. words.Where(word => !IsUnwanted(word))];
        _unwanted = [.. words.Where(IsUnwanted).Select(word => word[1..])];
    }

    /// <summary>What the person typed.</summary>
    public string Text { get; }

    /// <summary>Whether the texts together satisfy the query.</summary>
    public bool Matches(IEnumerable<string> texts)
    {
        if (_wanted.Length == 0 && _unwanted.Length == 0) return true;
        if (_wanted.Length == 1 && _unwanted.Length == 0) return texts.Any(text => Occurs(_wanted[0], text));
        var all = texts as IReadOnlyCollection<string> ?? [.. texts];
        return Array.TrueForAll(_wanted, word => Occurs(word, all))
            && !Array.Exists(_unwanted, word => Occurs(word, all));
    }

    private static bool IsUnwanted(string word) => word.Length > 1 && word[0] == '-';

    private static bool Occurs(string word, IReadOnlyCollection<string> texts) =>
        texts.Any(text => Occurs(word, text));

    private static bool Occurs(string word, string text) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
