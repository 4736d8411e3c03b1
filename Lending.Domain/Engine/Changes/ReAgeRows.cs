namespace Lending.Domain.Engine;

/// <summary>The schedule's rows after a re-age.</summary>
internal static class ReAgeRows
{
    /// <summary>Rows take the plan's instalments, by their first day; one that begins and is due on the day of the re-age shares that day with the next.</summary>
    public static void Follow(Allocator run, DateOnly date)
    {
        var early = new Installment { From = date, Due = date };
        foreach (var row in run.Rows)
            if (row is { IsDownPayment: false, IsAdditional: false } && row.Due >= date) MovePaid(row, early);
        var taken = new HashSet<Installment>();
        foreach (var period in run.Plan.Periods)
        {
            if (period is { Level: 0, DuePrincipal: 0, DueInterest: 0 } && period.From == period.Due) continue;
            var row = run.Rows.Find(r => r.From == period.From && !r.IsDownPayment && !taken.Contains(r));
            if (row is null) run.Rows.Add(row = new Installment { From = period.From });
            taken.Add(row);
            (row.Due, row.IsReAged, row.IsAdditional) = (period.Due, true, false);
            (row.Principal.Charged, row.Interest.Charged) = period.Level == 0 ? (0, 0) : (period.DuePrincipal, period.DueInterest);
            (row.Principal.Credited, row.Interest.Credited) = (period.CreditedPrincipal, period.CreditedInterest);
            row.CheckMet(date);
        }

        if (run.Rows.Find(r => r.Due == date && !r.IsDownPayment) is { } holder)
        {
            MovePaid(early, holder);
            holder.CheckMet(date);
        }

        run.Rows.RemoveAll(r => r is { IsReAged: false, IsAdditional: false, IsDownPayment: false });
        DropStubs(run);
        Order(run);
    }

    // Instalments of an earlier re-age that the plan has joined into one.
    private static void DropStubs(Allocator run) => run.Rows.RemoveAll(r =>
        r is { IsDownPayment: false, IsAdditional: false, IsReAged: true, Charged: 0, Paid: 0 }
        && !run.Plan.Periods.Exists(p => p.From == r.From && p.Due == r.Due));

    private static void MovePaid(Installment from, Installment to)
    {
        foreach (var kind in Enum.GetValues<DebtKind>())
            (to.Of(kind).Paid, from.Of(kind).Paid) = (to.Of(kind).Paid + from.Of(kind).Paid, 0);
        (to.PaidInAdvance, from.PaidInAdvance) = (to.PaidInAdvance + from.PaidInAdvance, 0);
    }

    /// <summary>Open fees and penalties leave their rows; answers them.</summary>
    public static (decimal Fees, decimal Penalties) LiftCharges(Allocator run)
    {
        var (fees, penalties) = (0m, 0m);
        foreach (var row in run.Rows)
        {
            (fees, penalties) = (fees + row.Fees.Open, penalties + row.Penalties.Open);
            (row.Fees.Charged, row.Penalties.Charged) = (row.Fees.Charged - row.Fees.Open, row.Penalties.Charged - row.Penalties.Open);
        }

        return (fees, penalties);
    }

    /// <summary>Rows that were not over on the day give way to the plan's; what had been paid to them stays in one row.</summary>
    public static void Replace(Allocator run, DateOnly date, EqualParts fees, EqualParts penalties)
    {
        var early = run.Rows.FindAll(r => !r.IsDownPayment && !r.IsAdditional && r.Due >= date);
        run.Rows.RemoveAll(r => (!r.IsDownPayment && !r.IsAdditional && r.Due >= date) || (r.IsAdditional && r.Due <= run.Plan.Last.Due));
        foreach (var row in run.Rows.Where(r => r.IsAdditional)) row.From = run.Plan.Last.Due;
        var added = 0;
        foreach (var period in run.Plan.Periods)
        {
            if (run.Rows.Find(r => !r.IsDownPayment && !r.IsAdditional && r.From == period.From && r.Due == period.Due) is { } there)
            {
                (there.Interest.Charged, there.Principal.Charged) = (there.Interest.Paid, there.Principal.Paid);
                there.CheckMet(date);
                continue;
            }

            var row = new Installment { From = period.From, Due = period.Due, IsReAged = true };
            (row.Principal.Charged, row.Interest.Charged) = (period.DuePrincipal, period.DueInterest);
            (row.Principal.Credited, row.Interest.Credited) = (period.CreditedPrincipal, period.CreditedInterest);
            if (period.HoldsEarlyPayments) Hold(row, period, early);
            else
            {
                (row.Fees.Charged, row.Penalties.Charged) = (fees[added], penalties[added]);
                added++;
            }

            row.CheckMet(date);
            run.Rows.Add(row);
        }

        DropStubs(run);
        Order(run);
    }

    /// <summary>A loan without interest to recalculate: what is open in equal parts.</summary>
    public static void Spread(Allocator run, Entry entry, ReAged terms)
    {
        var (date, n) = (entry.Date, terms.Installments);
        var equal = terms.Interest is not ReAgeInterest.Default;
        foreach (var row in run.Rows)
        {
            entry.Principal += Lift(row.Principal);
            if (!equal) continue;
            entry.Interest += Lift(row.Interest);
            entry.Fees += Lift(row.Fees);
            entry.Penalties += Lift(row.Penalties);
        }

        foreach (var row in run.Rows) row.CheckMet(date);
        entry.Amount = entry.Principal + entry.Interest + entry.Fees + entry.Penalties;
        if (entry.Amount == 0) return;
        var interest = EqualParts.Of(run.Terms, entry.Interest, n);
        var fees = EqualParts.Of(run.Terms, entry.Fees, n);
        var penalties = EqualParts.Of(run.Terms, entry.Penalties, n);
        var principal = EqualParts.Beside(
            run.Terms, entry.Principal, entry.Amount, interest.Value + fees.Value + penalties.Value, n, run.Terms.InstallmentMultipleOf);

        var early = run.Rows.FindAll(r => !r.IsDownPayment && !r.IsAdditional && r.Due >= date && r.Paid > 0);
        var from = run.Rows.Where(r => !r.IsDownPayment && (r.Due < terms.StartDate || r.Due <= date)).Select(r => (DateOnly?)r.Due).Max()
            ?? run.Rows.First(r => !r.IsDownPayment).From;
        // The instalment that is running ends on the day, with what was paid ahead.
        if (early.Count > 0 || run.Rows.Exists(r => r is { IsDownPayment: false, IsAdditional: false } && r.From < date && r.Due > date))
            from = HoldPaid(run, early, date, from);
        run.Rows.RemoveAll(r => !r.IsDownPayment && !r.IsReAged && r.Due >= terms.StartDate && r.Due > date && r.Charged == 0 && r.Paid == 0);
        var due = terms.StartDate;
        for (var i = 0; i < n; i++)
        {
            var row = run.Rows.Find(r => !r.IsDownPayment && r.Due == due && r.Due > date && !r.IsReAged) ?? AddRow(run, from, due);
            row.IsReAged = true;
            row.IsAdditional = false;
            (row.From, from) = (from, due);
            row.Principal.Charged += principal[i];
            row.Interest.Charged += interest[i];
            row.Fees.Charged += fees[i];
            row.Penalties.Charged += penalties[i];
            row.CheckMet(date);
            due = DueDates.Plus(due, terms.FrequencyNumber, terms.FrequencyUnit);
        }

        run.Rows.RemoveAll(r => r is { IsReAged: false, IsAdditional: false, IsDownPayment: false, Paid: 0 } && r.Due > from);
        Order(run);
    }

    private static decimal Lift(Debt debt)
    {
        var open = Math.Max(debt.Open, 0);
        debt.Charged -= open;
        return open;
    }

    private static Installment AddRow(Allocator run, DateOnly from, DateOnly due)
    {
        var row = new Installment { From = from, Due = due };
        run.Rows.Add(row);
        return row;
    }

    private static DateOnly HoldPaid(Allocator run, List<Installment> early, DateOnly date, DateOnly from)
    {
        var row = new Installment { From = run.Rows.Where(r => !r.IsDownPayment && r.Due < date).Select(r => (DateOnly?)r.Due).Max() ?? from, Due = date, IsReAged = true };
        foreach (var kind in Enum.GetValues<DebtKind>())
            foreach (var paid in early)
            {
                var amount = paid.Of(kind).Paid;
                row.Of(kind).Charged += amount;
                row.Of(kind).Paid += amount;
                paid.Of(kind).Charged -= amount;
                paid.Of(kind).Paid = 0;
            }

        foreach (var paid in early) (row.PaidInAdvance, paid.PaidInAdvance) = (row.PaidInAdvance + paid.PaidInAdvance, 0);
        row.CheckMet(date);
        run.Rows.Add(row);
        return date > from ? date : from;
    }

    private static void Hold(Installment row, PlanPeriod period, List<Installment> early)
    {
        (row.Principal.Paid, row.Interest.Paid) = (period.PaidPrincipal, period.PaidInterest);
        row.Fees.Charged = row.Fees.Paid = early.Sum(static r => r.Fees.Paid);
        row.Penalties.Charged = row.Penalties.Paid = early.Sum(static r => r.Penalties.Paid);
        row.PaidInAdvance = early.Sum(static r => r.PaidInAdvance);
    }

    private static void Order(Allocator run)
    {
        var ordered = run.Rows.OrderBy(static r => r.Due).ToList();
        DateOnly? before = null;
        foreach (var row in ordered)
        {
            if (before is { } due && (row.IsAdditional || row.IsReAged)) row.From = due;
            before = row.Due;
        }

        run.Rows.Clear();
        run.Rows.AddRange(ordered);
        run.Renumber();
    }
}
