namespace Lending.Domain.Engine;

/// <summary>An amount in equal parts; the last takes the rest.</summary>
internal readonly record struct EqualParts(decimal Value, decimal Adjustment, int Count)
{
    public static EqualParts Of(CreditTerms terms, decimal total, int count, int multiple = 0)
    {
        if (total <= 0) return new(0, 0, count);
        var value = Precise.Multiple(terms.Money(Precise.Over(total, count)), multiple);
        return new(value, total - (value * count), count);
    }

    /// <summary>Parts of one debt such that it and the others together are equal parts of the total.</summary>
    public static EqualParts Beside(CreditTerms terms, decimal own, decimal total, decimal others, int count, int multiple = 0)
    {
        var value = Of(terms, total, count, multiple).Value - others;
        return new(value, own - (value * count), count);
    }

    public decimal this[int index] => index == Count - 1 ? Value + Adjustment : Value;
}
