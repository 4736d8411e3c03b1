namespace Lending.Domain.Engine;

/// <summary>The history of a cumulative loan: schedule, charges, then every movement in the order of its dates.</summary>
internal static class ClassicReplay
{
    public static void Run(LoanAccount account)
    {
        (account.Overpaid, account.IsChargedOff, account.IsWrittenOff) = (0, false, false);
        if (account.FirstDisbursement is not { } seed)
        {
            account.Rows = [];
            return;
        }

        var periods = PeriodsOf(account, seed);
        (DateOnly Date, decimal Amount)[] tranches = [.. account.Disbursements.OrderBy(d => d.Date).ThenBy(d => d.Sequence).Select(d => (d.Date, d.Amount))];
        account.Rows = Recalculates(account)
            ? ClassicSchedule.WithDownPayments(account.Terms, ClassicRecalculation.Rows(account, periods), tranches)
            : ClassicSchedule.Of(account.Terms, periods, tranches);
        foreach (var charge in account.Charges.OrderBy(c => c.Due)) Charge(account, charge, seed);

        var changed = new HashSet<DateOnly>();
        foreach (var entry in account.Live.Where(e => !e.IsAccounting).OrderBy(e => e.Date).ThenBy(e => e.Sequence).ToList())
        {
            if (account.Work.ShouldStop) return;
            account.Work.Add(10 + account.Rows.Count);
            var before = entry.Figures;
            var isNew = before is (_, 0, 0, 0, 0, 0);
            Process(account, entry);
            if (isNew || entry.Figures == before) continue;
            entry.Replayed = true;
        }

        Close(account);
    }

    /// <summary>Interest follows the balance; what is flat depends on no balance.</summary>
    public static bool Recalculates(LoanAccount account) =>
        account.Recalculates && account.Terms is { Family: ScheduleFamily.Cumulative, InterestBase: InterestBase.DecliningBalance };

    public static (DateOnly From, DateOnly Due)[] PeriodsOf(LoanAccount account, DateOnly seed)
    {
        var start = account.Terms.Start is ScheduleStart.SubmittedOnDate && account.SubmittedOn < seed ? account.SubmittedOn : seed;
        var periods = DueDateChanges.Apply(account, account.AgreedDates ?? DueDates.All(account.Terms, start, account.Terms.Installments + ExtraTerms(account)));
        return Lengthen(account, start, periods);
    }

    public static void Charge(LoanAccount account, AccountCharge charge, DateOnly start)
    {
        charge.Paid = 0;
        if (charge.PerInstallment is { } fee) InstallmentFees.Add(account.Terms, account.Rows, fee);
        else ChargeRows.Add(account.Rows, charge, start);
    }

    public static void Process(LoanAccount account, Entry entry)
    {
        if (entry.Kind is TransactionKind.Disbursement or TransactionKind.WaiveLoanCharges) return;
        entry.Reset();
        switch (entry.Kind)
        {
            case TransactionKind.Chargeback or TransactionKind.CreditBalanceRefund: account.Overpaid = RowCredits.Add(account.Rows, entry, account.Overpaid); break;
            case TransactionKind.ChargeOff: ChargeOffs.TakeOpen(account.Rows, entry); account.IsChargedOff = true; break;
            case TransactionKind.CloseAsWrittenOff: WriteOffs.Forgive(account.Rows, entry); account.IsWrittenOff = true; break;
            case TransactionKind.Refund: PaymentRefunds.TakeBack(account.Rows, entry); break;
            default:
                var left = ClassicAllocation.Allocate(account, entry);
                entry.Overpayment = left;
                account.Overpaid = left > 0 ? account.Overpaid + left : 0;
                break;
        }
    }

    public static void Close(LoanAccount account)
    {
        if (account.Rows.Count > 0 && account.Rows[^1] is { IsAdditional: true, Charged: 0 }) account.Rows.RemoveAt(account.Rows.Count - 1);
        for (var i = 0; i < account.Rows.Count; i++)
        {
            var row = account.Rows[i];
            row.Number = i + 1;
            if (row.Outstanding > 0) (row.Met, row.MetOn) = (false, null);
        }
    }

    // A tranche after the last due date has an instalment of its own.
    private static (DateOnly From, DateOnly Due)[] Lengthen(LoanAccount account, DateOnly start, (DateOnly From, DateOnly Due)[] periods)
    {
        var last = account.Disbursements.Max(static d => d.Date);
        while (periods[^1].Due < last && periods.Length < TermsCheck.InstallmentsMax)
            periods = [.. periods, (periods[^1].Due, DueDates.Of(account.Terms, start, periods.Length + 1))];
        return periods;
    }

    private static int ExtraTerms(LoanAccount account) => account.Changes.OfType<TermExtended>().Sum(static c => c.Installments);
}
