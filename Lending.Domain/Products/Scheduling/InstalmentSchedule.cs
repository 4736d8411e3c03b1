using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>The instalments of a product's terms: the engine's schedule, put together where a product asks for more than one of it.</summary>
internal static class InstalmentSchedule
{
    private const int QuartersOfMonth = 4;

    /// <summary>The instalments, and the interest of a long first period that is taken out of the payout instead.</summary>
    public static (ImmutableArray<ScheduledInstalment> Rows, Money Upfront) Of(
        LoanProduct product, Money amount, int tenure, DateOnly payout, BusinessCalendar calendar, Money? paidUpfront)
    {
        var terms = product.Instalments ?? InstalmentTerms.Monthly;
        var days = InstalmentDates.Of(terms, Tenures.InstalmentsOf(product, tenure), payout, calendar);
        var credit = ProductTerms.Contracted(product, terms, amount, days.Length, product.RatePercent);
        if (terms is { DueDay: not null, BrokenPeriod: not BrokenPeriod.Spread }) return Broken(product, terms, credit, amount, payout, days, paidUpfront);
        if (terms.DueDay is not null) credit = ProductTerms.ByParts(credit);

        return (Rows(Parts(product, terms, credit, amount, days.AsSpan()), days, payout, calendar), Money.Zero(amount.Currency));
    }

    // A first period of another length than the others: the schedule is that of a regular one, and the first instalment has the interest of its days.
    private static (ImmutableArray<ScheduledInstalment>, Money) Broken(
        LoanProduct product, InstalmentTerms terms, CreditTerms credit, Money amount, DateOnly payout, ImmutableArray<InstalmentDay> days, Money? paidUpfront)
    {
        var zero = Money.Zero(amount.Currency);
        var start = InstalmentDates.RegularStart(terms, payout);
        var parts = Parts(product, terms, credit, amount, days.SetItem(0, days[0] with { From = start }).AsSpan());
        var more = EngineParts.InterestOf(credit, amount, payout, days[0].Due) - EngineParts.InterestOf(credit, amount, start, days[0].Due);
        var upfront = terms.BrokenPeriod is BrokenPeriod.Upfront ? paidUpfront ?? Money.Max(zero, more) : zero;
        parts = parts.SetItem(0, parts[0] with { Interest = Money.Max(zero, parts[0].Interest + more - upfront) });
        return (Rows(parts, days), upfront);
    }

    private static ImmutableArray<InstalmentParts> Parts(
        LoanProduct product, InstalmentTerms terms, CreditTerms credit, Money amount, ReadOnlySpan<InstalmentDay> days)
    {
        if (terms.QuarterOfMonth) return Quarters(PlainMonths.Of(amount, product.RatePercent, days.Length / QuartersOfMonth, product.Rounding));
        if (PlainMonths.Covers(terms)) return PlainMonths.Of(amount, product.RatePercent, days.Length, product.Rounding);
        var counted = terms is { Unit: RepayUnit.Days or RepayUnit.Weeks or RepayUnit.Months, DueDay: null, Holidays: HolidayRule.KeepDueDate };
        if (terms.Method is RepayMethod.Balloon)
            return Balloon(credit, days, counted, amount, Money.Round(amount.Minor * terms.BalloonPercent / 100m, amount.Currency, product.Rounding));
        if (terms.InterestFree > 0) return InterestFreeStart.Of(credit, days, counted, amount, terms.InterestFree);
        return terms.RestGoesTo is RestTaker.First ? FirstTakesRest.Of(credit, days, amount) : EngineParts.Of(credit, days, counted, amount.Currency);
    }

    /// <summary>Two loans in one: what is repaid on the way, and what bears interest only and is repaid at the end.</summary>
    private static ImmutableArray<InstalmentParts> Balloon(CreditTerms credit, ReadOnlySpan<InstalmentDay> days, bool counted, Money amount, Money atTheEnd)
    {
        var level = (amount - atTheEnd).IsPositive
            ? EngineParts.Of(credit with { Principal = (amount - atTheEnd).Major }, days, counted, amount.Currency)
            : [];
        if (!atTheEnd.IsPositive) return level;
        var waiting = EngineParts.Of(
            credit with { Principal = atTheEnd.Major, GracePrincipal = days.Length - 1, InstallmentMultipleOf = 0 }, days, counted, amount.Currency);
        return level.IsEmpty ? waiting : [.. level.Zip(waiting, (left, right) => left + right)];
    }

    private static ImmutableArray<InstalmentParts> Quarters(ImmutableArray<InstalmentParts> months) =>
    [
        .. months.SelectMany(month => month.Principal.Split(QuartersOfMonth).Zip(month.Interest.Split(QuartersOfMonth), (p, i) => new InstalmentParts(p, i))),
    ];

    private static ImmutableArray<ScheduledInstalment> Rows(
        ImmutableArray<InstalmentParts> parts, ImmutableArray<InstalmentDay> days, DateOnly payout, BusinessCalendar calendar) =>
        Rows(parts, parts.Length == days.Length ? days : [new InstalmentDay(payout, payout, calendar.RollForward(payout)), .. days]);

    private static ImmutableArray<ScheduledInstalment> Rows(ImmutableArray<InstalmentParts> parts, ImmutableArray<InstalmentDay> days)
    {
        var rows = ImmutableArray.CreateBuilder<ScheduledInstalment>(parts.Length);
        for (var i = 0; i < parts.Length; i++)
            rows.Add(new(i + 1, days[i].From, days[i].Due, days[i].PayBy, parts[i].Principal, parts[i].Interest));
        return rows.MoveToImmutable();
    }
}
