using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>
/// The schedule a loan is contracted for: what a real loan, a quote and a simulation all get from the same terms. The principal of the
/// rows adds up to the principal of the terms; amounts are in the loan's currency.
/// </summary>
public static class EngineSchedules
{
    /// <summary>Lent in full on a day, or in the planned tranches of the terms; due dates count from that day.</summary>
    public static ImmutableArray<PlannedInstallment> Of(CreditTerms terms, DateOnly from) => Of(terms, from, null);

    /// <summary>
    /// On dates agreed on instead of counted ones: as many as the terms have instalments, each from the due date of the one before, the first
    /// from the day of disbursement.
    /// </summary>
    public static ImmutableArray<PlannedInstallment> Of(CreditTerms terms, ImmutableArray<(DateOnly From, DateOnly Due)> dates)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(dates.Length, terms.Installments);
        for (var i = 0; i < dates.Length; i++)
            if (dates[i].Due <= dates[i].From || (i > 0 && dates[i].From != dates[i - 1].Due))
                throw new ArgumentException($"Instalment {i + 1} does not follow the one before.", nameof(dates));
        return Of(terms, dates[0].From, [.. dates]);
    }

    private static ImmutableArray<PlannedInstallment> Of(CreditTerms terms, DateOnly from, (DateOnly From, DateOnly Due)[]? dates)
    {
        if (terms is { DownPayment: null, FullTermTranche: false, ExpectedDisbursements.IsEmpty: true })
        {
            var counting = dates is null ? DateCounting.OnGrid : DateCounting.Agreed;
            if (LevelSchedule.CoversWithGrace(terms, terms.Principal)) return Rows(LevelSchedule.Of(terms, dates ?? DueDates.All(terms, from), terms.Principal, counting));
            if (FlatSchedule.Covers(terms)) return FlatSchedule.Of(terms, dates ?? DueDates.All(terms, from), counting);
        }

        var account = new LoanAccount(terms, from) { AgreedDates = dates };
        PlannedSchedule.Make(account);
        var rows = ImmutableArray.CreateBuilder<PlannedInstallment>(account.Rows.Count);
        foreach (var row in account.Rows) rows.Add(new(row.Number, row.From, row.Due, row.Principal.Charged, row.Interest.Charged));
        return rows.MoveToImmutable();
    }

    private static ImmutableArray<PlannedInstallment> Rows(LevelSchedule schedule)
    {
        var rows = ImmutableArray.CreateBuilder<PlannedInstallment>(schedule.Periods.Length);
        for (var i = 0; i < schedule.Periods.Length; i++)
            rows.Add(new(i + 1, schedule.Periods[i].From, schedule.Periods[i].Due, schedule.Principal(i), schedule.Interest(i)));
        return rows.MoveToImmutable();
    }
}
