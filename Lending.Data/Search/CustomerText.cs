namespace Lending.Data;

/// <summary>
/// What staff type to find a person: the start of a name, a whole phone number, or its last four digits. Two parameters of a statement:
/// a pattern for the name and the keyed hashes of the number, either of which may match nothing.
/// </summary>
internal sealed record CustomerText(string? NamePattern, string? WordPattern, string[] Mobiles, string[] Tails)
{
    /// <summary>The condition on a customer row c; name, word, mobiles and tails are the numbers of the parameters.</summary>
    public static string Matches(int name, int word, int mobiles, int tails) =>
        $"(lower(c.full_name) LIKE ${name}::text OR lower(c.full_name) LIKE ${word}::text OR c.mobile_hash = ANY(${mobiles}) OR c.mobile_tail_hash = ANY(${tails}))";

    public static CustomerText Of(string brand, string text, FieldCipher cipher)
    {
        var digits = text.Count(char.IsAsciiDigit);
        var isNumber = digits >= 4 && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-');
        var start = Escape(text.Trim().ToLowerInvariant()) + "%";
        return isNumber
            ? new(null, null, digits >= 10 ? cipher.HashesOf(brand, Field.Mobile, text) : [], digits == 4 ? cipher.TailHashesOf(brand, Field.Mobile, text) : [])
            : new(start, "% " + start, [], []);
    }

    public static string Escape(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
