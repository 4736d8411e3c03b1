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

    /// <summary>What the due dates of a loan are counted from once the next one, of this number, is moved to a day. Half months and agreed days keep their distances.</summary>
    public static DueAnchor MovedTo(Loan loan, DateOnly nextDue, int number, ChangeGround ground)
    {
        var (terms, payout) = (ground.Product.Instalments ?? InstalmentTerms.Monthly, loan.DisbursedOn!.Value);
        var stands = loan.DueAnchor ?? new DueAnchor(payout, 0);
        if (terms.Unit is not (RepayUnit.AgreedDays or RepayUnit.SemiMonths) || !stands.IsOfMoratoria(payout)) return new DueAnchor(nextDue, number);
        var agreed = Planned(loan with { DueAnchor = stands with { DaysLater = null } }, terms, number, 1).Single();
        return stands with { DaysLater = nextDue.DayNumber - agreed.DayNumber };
    }

    private static IEnumerable<DateOnly> Planned(Loan loan, InstalmentTerms terms, int number, int count)
    {
        var (anchor, payout) = (loan.DueAnchor, loan.DisbursedOn!.Value);
        if (anchor is not null && !anchor.IsOfMoratoria(payout))
            return Enumerable.Range(number - anchor.Number, count).Select(periods => InstalmentDates.After(terms, anchor.On, periods));

        // A down payment is no instalment of the product's dates.
        var first = number - (anchor?.Number ?? 0) - (terms.DownPaymentPercent is null ? 0 : 1);
        var dates = InstalmentDates.From(terms, first, count, payout);
        return anchor?.DaysLater is { } later ? dates.Select(date => date.AddDays(later)) : dates;
    }
}
