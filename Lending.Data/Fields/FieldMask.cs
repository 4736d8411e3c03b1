namespace Lending.Data;

/// <summary>What people may see of a personal value: enough to recognise it, not enough to use it.</summary>
public static class FieldMask
{
    private const char Dot = '•';

    public static string Of(Field field, string clear)
    {
        var text = clear.Trim();
        return field switch
        {
            Field.Pan => Dots(6) + Last(text.ToUpperInvariant(), 4),
            Field.Aadhaar => $"{Dots(4)} {Dots(4)} {Last(Compact(text), 4)}",
            Field.BankAccount => Dots(6) + Last(Compact(text), 4),
            Field.Mobile => $"{Dots(5)} {Dots(2)}{Last(Compact(text), 3)}",
            Field.Email => Email(text),
            Field.Name => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[..1] + Dots(4))),
            Field.BirthDate => $"{Dots(2)}-{Dots(2)}-{Dots(4)}",
            Field.Address or Field.TotpSecret => Dots(8),
        };
    }

    private static string Last(string text, int count) => text.Length > count ? text[^count..] : Dots(text.Length);

    private static string Compact(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    private static string Dots(int count) => new(Dot, count);

    private static string Email(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at < 1 ? Dots(8) : $"{text[0]}{Dots(4)}{text[at..]}";
    }
}
