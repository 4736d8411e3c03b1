namespace Lending.Portal.Components;

internal static class Entry
{
    /// <summary>Lower case, without spaces of any kind, and with a plain minus.</summary>
    public static string Plain(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).Replace(MoneyFormat.Minus, '-').ToLowerInvariant();
}
