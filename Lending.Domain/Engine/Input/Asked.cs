namespace Lending.Domain.Engine;

/// <summary>Reads fields of an input and keeps the first refusal; a refused field answers a harmless value, for nothing of it is used.</summary>
internal sealed class Asked
{
    public const decimal AmountMax = 100_000_000_000_000m;

    public static readonly DateOnly DateMin = new(1970, 1, 1);

    public static readonly DateOnly DateMax = new(2199, 12, 31);

    public Refusal? Refusal { get; private set; }

    public int Decimals { get; set; } = 2;

    public void Refuse(Refusal refusal) => Refusal ??= refusal;

    public T Need<T>(T? value, string field)
        where T : struct
    {
        if (value is null) Refuse(new InputMissing(field));
        return value ?? default;
    }

    public int Whole(int? value, string field, int min, int max, int? absent = null)
    {
        if (value is null && absent is { } standard) return standard;
        var asked = Need(value, field);
        if (Refusal is null && (asked < min || asked > max)) Refuse(new InputOutOfBounds(field, $"from {min} to {max}"));
        return asked;
    }

    public decimal Number(decimal? value, string field, decimal min, decimal max, int decimals)
    {
        var asked = Need(value, field);
        if (Refusal is not null) return 0;
        if (asked < min || asked > max) Refuse(new InputOutOfBounds(field, FormattableString.Invariant($"from {min} to {max}")));
        else if (asked != decimal.Round(asked, decimals)) Refuse(new InputTooPrecise(field, decimals));
        return Refusal is null ? decimal.Round(asked, decimals) : 0;
    }

    /// <summary>An amount above zero in the loan's currency.</summary>
    public decimal Amount(decimal? value, string field)
    {
        var amount = Number(value, field, 0, AmountMax, Decimals);
        if (Refusal is null && amount == 0) Refuse(new InputOutOfBounds(field, "more than 0"));
        return amount;
    }

    public DateOnly Date(DateOnly? value, string field)
    {
        var date = Need(value, field);
        if (Refusal is null && (date < DateMin || date > DateMax)) Refuse(new InputOutOfBounds(field, "from 1970-01-01 to 2199-12-31"));
        return Refusal is null ? date : DateMin;
    }

    public T Choice<T>(string? value, string field, T? absent = null)
        where T : struct, Enum
    {
        if (value is null && absent is { } standard) return standard;
        if (value is null) Refuse(new InputMissing(field));
        else if (value.Length > 0 && char.IsAsciiLetterUpper(value[0]) && Enum.TryParse<T>(value, out var choice) && Enum.IsDefined(choice)) return choice;
        else Refuse(new InputNotAChoice(field, string.Join(", ", Enum.GetNames<T>())));
        return default;
    }
}
