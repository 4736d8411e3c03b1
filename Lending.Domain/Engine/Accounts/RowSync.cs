namespace Lending.Domain.Engine;

/// <summary>Brings the schedule's rows in line with the plan.</summary>
internal static class RowSync
{
    /// <summary>After a payment or credit: rows by due date, with what was credited to them.</summary>
    public static void ByDue(Allocator run, DateOnly on)
    {
        var rows = new RowsByDate(run, static row => row.Due);
        foreach (var period in run.Plan.Periods)
        {
            if (rows.Of(period, period.Due) is not { } row) continue;
            Take(row, period);
            (row.Principal.Credited, row.Interest.Credited) = (period.CreditedPrincipal, period.CreditedInterest);
            row.CheckMet(on);
        }
    }

    /// <summary>After a tranche: rows that are not due before it.</summary>
    public static void FromDate(Allocator run, DateOnly on)
    {
        var rows = new RowsByDate(run, static row => row.Due);
        foreach (var period in run.Plan.Periods)
        {
            if (period.Due < on || rows.Of(period, period.Due) is not { } row) continue;
            Take(row, period);
            row.CheckMet(on);
        }
    }

    /// <summary>After interest of overdue principal: rows by their first day.</summary>
    public static void ByStart(Allocator run)
    {
        var rows = new RowsByDate(run, static row => row.From);
        foreach (var period in run.Plan.Periods)
            if (rows.Of(period, period.From) is { } row) Take(row, period);
    }

    /// <summary>After a change of rate or a pause: open rows due on or after the day.</summary>
    public static void OpenFrom(Allocator run, DateOnly on)
    {
        foreach (var row in run.Rows)
            if (!row.Met && row.MetOn is null && on <= row.Due && run.Plan.Periods.Find(p => p.Due == row.Due) is { } period) Take(row, period);
    }

    // What was paid of an instalment was owed, whatever the plan says later.
    private static void Take(Installment row, PlanPeriod period) =>
        (row.Principal.Charged, row.Interest.Charged) = (Math.Max(period.DuePrincipal, row.Principal.Paid), Math.Max(period.DueInterest, row.Interest.Paid));

    /// <summary>Rows by one of their dates. One that begins and is due on the day of a re-age shares that day with its neighbour; both dates tell them apart.</summary>
    private readonly struct RowsByDate
    {
        private readonly Dictionary<DateOnly, Installment> _rows;
        private readonly List<Installment>? _second;

        public RowsByDate(Allocator run, Func<Installment, DateOnly> date)
        {
            _rows = new(run.Rows.Count);
            foreach (var row in run.Rows)
                if (!row.IsDownPayment && !_rows.TryAdd(date(row), row)) (_second ??= []).Add(row);
        }

        public Installment? Of(PlanPeriod period, DateOnly date) =>
            _second?.Find(row => row.From == period.From && row.Due == period.Due) ?? _rows.GetValueOrDefault(date);
    }
}
