using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// When instalments fall due by their number: on the product's dates, put back by the periods of moratoria, or counted from the day they were moved to. Over
/// days off as the product says, and each later than the one before.
/// </summary>
internal static class DuesToCome
{
    /// <summary>So many due dates from an instalment on, all after a day.</summary>
    public static ImmutableArray<DateOnly> Of(Loan loan, int number, int count, DateOnly after, ChangeGround ground)
    {
        var terms = ground.Product.Instalments ?? InstalmentTerms.Monthly;
        var dues = ImmutableArray.CreateBuilder<DateOnly>(count);
        foreach (var planned in Planned(loan, terms, number, count))
        {
            var due = planned > after ? planned : after.AddDays(1);
            after = terms.Holidays is HolidayRule.MoveDueDate ? ground.Calendar.RollForward(due) : due;
            dues.Add(after);
        }

        return dues.MoveToImmutable();
    }

    private static IEnumerable<DateOnly> Planned(Loan loan, InstalmentTerms terms, int number, int count)
    {
        var (anchor, payout) = (loan.DueAnchor, loan.DisbursedOn!.Value);
        if (anchor is not null && !anchor.IsOfMoratoria(payout))
            return Enumerable.Range(number - anchor.Number, count).Select(periods => InstalmentDates.After(terms, anchor.On, periods));

        // A down payment is no instalment of the product's dates.
        var first = number - (anchor?.Number ?? 0) - (terms.DownPaymentPercent is null ? 0 : 1);
        return InstalmentDates.From(terms, first, count, payout);
    }
}
