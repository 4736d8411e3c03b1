using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Lending.Api.Requests;

/// <summary>Text a person typed: something to read, of bounded length, without control or direction characters or lone surrogates.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class CleanTextAttribute(int max) : ValidationAttribute
{
    public int Max { get; } = max;

    public bool AllowEmpty { get; init; }

    public override string FormatErrorMessage(string name) =>
        $"Write 1 to {Max.ToString(CultureInfo.InvariantCulture)} characters without line breaks or control characters.";

    public override bool IsValid(object? value) => value switch
    {
        null => true,
        string text => text.Length <= Max && (AllowEmpty || !string.IsNullOrWhiteSpace(text)) && text.All(IsClean) && text.IsNormalized(),
        _ => false,
    };

    private static bool IsClean(char c) => char.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
