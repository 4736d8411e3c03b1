namespace Lending.Domain.Engine;

/// <summary>Maturity is brought forward to a day: the instalment in progress ends there and takes the principal of all later ones.</summary>
internal static class Acceleration
{
    public static void To(Allocator run, DateOnly date)
    {
        var current = run.Rows.Find(r => !r.IsDownPayment && date <= r.Due && (date > r.From || (date == r.From && IsFirst(run, r))));
        var maturity = run.Rows.Where(r => !r.IsAdditional).Max(r => r.Due);
        if (current is null || date >= maturity) return;
        if (!current.Met) CutInterest(run, current, date);
        current.Due = date;

        var later = run.Rows.FindAll(r => r.Due > date);
        current.Principal.Charged += later.Sum(r => r.Principal.Charged);
        Move(later, current);
        var (fees, penalties) = (later.Sum(r => r.Fees.Charged), later.Sum(r => r.Penalties.Charged));
        run.Rows.RemoveAll(r => r.Due > date);
        if (fees > 0 || penalties > 0) AddCharges(run, current, fees, penalties, LastCharge(run, later.Max(r => r.Due)));
        current.CheckMet(date);
    }

    /// <summary>The part of an instalment's interest that belongs to its days so far, and never less than was paid of it.</summary>
    public static decimal EarnedTo(CreditTerms terms, Installment row, DateOnly date) => Math.Max(row.Interest.Paid, terms.Money(Precise.Times(
        Precise.Over(row.Interest.Charged, row.Due.DayNumber - row.From.DayNumber), date.DayNumber - row.From.DayNumber)));

    private static bool IsFirst(Allocator run, Installment row) => ReferenceEquals(run.Rows.Find(static r => !r.IsDownPayment), row);

    private static void CutInterest(Allocator run, Installment row, DateOnly date)
    {
        if (run.FollowsBalance)
        {
            var interest = PlanOnDate.InterestOf(run.Plan, row.From, row.Due, date, withCredits: true);
            if (row.Interest.Open > 0 || interest > 0) row.Interest.Charged = Math.Max(interest, row.Interest.Paid);
        }
        else if (row.Interest.Open > 0) row.Interest.Charged = EarnedTo(run.Terms, row, date);
    }

    // What was paid ahead to later instalments counts for the one that takes them over.
    private static void Move(List<Installment> later, Installment current)
    {
        foreach (var row in later)
        {
            foreach (var kind in Enum.GetValues<DebtKind>())
            {
                if (kind is DebtKind.Fee or DebtKind.Penalty) continue;
                current.Of(kind).Paid += row.Of(kind).Paid;
                if (kind is DebtKind.Interest) current.Interest.Charged += row.Interest.Paid;
            }

            current.PaidInAdvance += row.PaidInAdvance;
        }
    }

    private static DateOnly LastCharge(Allocator run, DateOnly otherwise) =>
        run.Account.Charges.Where(static c => c.PerInstallment is null && c.Waived < c.Amount).Max(static c => (DateOnly?)c.Due) is { } due && due < otherwise
            ? due : otherwise;

    private static void AddCharges(Allocator run, Installment current, decimal fees, decimal penalties, DateOnly due)
    {
        var row = new Installment { From = current.Due, Due = due, IsAdditional = true };
        (row.Fees.Charged, row.Penalties.Charged) = (fees, penalties);
        run.Rows.Add(row);
        run.Renumber();
    }
}
