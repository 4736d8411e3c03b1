using System.Collections.Immutable;
using System.Globalization;

namespace Lending.Domain;

/// <summary>The terms of a credit line as sentences.</summary>
public static class LineWords
{
    /// <summary>What a statement asks for, as "5 % of principal and interest, at least INR 500.00".</summary>
    public static string MinimumOf(CreditLineTerms terms, decimal? percent = null)
    {
        if ((percent ?? terms.MinimumPercent) is >= 100m) return "everything owed";
        var floor = terms.MinimumFloor is { } least ? $", at least {AmountText.Text(least)}" : "";
        return $"{Number(percent ?? terms.MinimumPercent)} % of {(terms.MinimumOf is MinimumBase.Principal ? "principal" : "principal and interest")}{floor}";
    }

    internal static ImmutableArray<string> NotesOf(LoanProduct product, CreditLineTerms terms) =>
    [
        "This is a revolving account: money can be drawn up to the limit, and what is repaid can be drawn again. Interest is charged for the days money is owed.",
        "The schedule and the APR assume that the whole limit is drawn on the first day, that the minimum of each statement is paid on its last day, and that all is repaid with the first statement after the validity.",
        $"A statement is made {ProductWords.EveryOf(product)}, {Whole(terms.DaysToDue)} {(terms.DaysToDue == 1 ? "day" : "days")} before it is due. Its minimum is {MinimumOf(terms)}, and what earlier statements asked for and is unpaid.",
    ];

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
