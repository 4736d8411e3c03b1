using System.Collections.Immutable;
using System.Globalization;

namespace Lending.Domain;

/// <summary>Gathers what is wrong with a set of inputs, each by its name, so that a person can put all of it right at once.</summary>
internal sealed class InputRules
{
    private readonly ImmutableArray<InputInvalid>.Builder _broken = ImmutableArray.CreateBuilder<InputInvalid>();

    public ImmutableArray<InputInvalid> Broken => _broken.ToImmutable();

    public InputRules Must(bool holds, string input, string problem)
    {
        if (!holds) _broken.Add(new InputInvalid(input, problem));
        return this;
    }

    /// <summary>Something to read, without control or direction characters.</summary>
    public InputRules Text(string? value, int max, string input) => Must(
        value is not null && value.Length <= max && !string.IsNullOrWhiteSpace(value) && value.Trim() == value && value.All(IsClean), input,
        $"write 1 to {max} characters without line breaks, and no space before or after");

    public InputRules Between(decimal value, decimal min, decimal max, string input) => Must(
        value >= min && value <= max, input,
        $"must be {min.ToString(CultureInfo.InvariantCulture)} to {max.ToString(CultureInfo.InvariantCulture)}");

    private static bool IsClean(char c) => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
