namespace Lending.Domain.Engine;

/// <summary>Brings the schedule's rows in line with the plan.</summary>
internal static class RowSync
{
    /// <summary>After a payment or credit: rows by due date, with what was credited to them.</summary>
    public static void ByDue(Allocator run, DateOnly on)
    {
        foreach (var period in run.Plan.Periods)
        {
            if (Find(run, period.Due) is not { } row) continue;
            Take(row, period);
            (row.Principal.Credited, row.Interest.Credited) = (period.CreditedPrincipal, period.CreditedInterest);
            row.CheckMet(on);
        }
    }

    /// <summary>After a tranche: rows that are not due before it.</summary>
    public static void FromDate(Allocator run, DateOnly on)
    {
        foreach (var period in run.Plan.Periods)
        {
            if (period.Due < on || Find(run, period.Due) is not { } row) continue;
            Take(row, period);
            row.CheckMet(on);
        }
    }

    /// <summary>After interest of overdue principal: rows by their first day.</summary>
    public static void ByStart(Allocator run)
    {
        foreach (var period in run.Plan.Periods)
            if (run.Rows.Find(r => !r.IsDownPayment && r.From == period.From) is { } row) Take(row, period);
    }

    /// <summary>After a change of rate or a pause: open rows due on or after the day.</summary>
    public static void OpenFrom(Allocator run, DateOnly on)
    {
        foreach (var row in run.Rows)
            if (!row.Met && row.MetOn is null && on <= row.Due && run.Plan.Periods.Find(p => p.Due == row.Due) is { } period) Take(row, period);
    }

    private static Installment? Find(Allocator run, DateOnly due) => run.Rows.Find(r => r.Due == due && !r.IsDownPayment);

    private static void Take(Installment row, PlanPeriod period) =>
        (row.Principal.Charged, row.Interest.Charged) = (period.DuePrincipal, period.DueInterest);
}
