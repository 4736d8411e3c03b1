using System.Globalization;
using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.ProductEditing;

/// <summary>A penalty classification in words.</summary>
public static class ClassificationWords
{
    /// <summary>"1–30", or "91 and more".</summary>
    public static string Days(int from, int? to) => to is not { } end ? $"{from} and more" : end == from ? $"{from}" : $"{from}–{end}";

    /// <summary>"2 % of what is overdue" or a sum.</summary>
    public static string Price(decimal? percent, Money? sum) => sum is { } money
        ? MoneyFormat.Full(money)
        : $"{(percent ?? 0m).ToString("0.####", CultureInfo.InvariantCulture)}{MoneyFormat.NoBreakSpace}% of what is overdue";
}
