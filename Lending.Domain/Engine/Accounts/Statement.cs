using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>What an account looks like from outside, after an event.</summary>
internal static class Statement
{
    public static Checkpoint Of(LoanAccount account, int afterEvent)
    {
        var rows = ScheduleRows(account);
        return new Checkpoint(
            afterEvent, account.BusinessDate, account.Status, rows, Totals(rows), Transactions(account), Disbursements(account),
            rows.Sum(static r => r.Outstanding), account.Overpaid);
    }

    private static ImmutableArray<ScheduleRow> ScheduleRows(LoanAccount account)
    {
        var lent = account.Live.Where(e => e.Kind is TransactionKind.Disbursement or TransactionKind.CapitalizedIncome)
            .OrderBy(e => e.Date).Select(e => (e.Date, e.Amount)).ToList();
        if (lent.Count == 0) lent = [.. PlannedSchedule.TranchesOf(account).OrderBy(d => d.Date)];
        var rows = ImmutableArray.CreateBuilder<ScheduleRow>(account.Rows.Count);
        var (balance, next) = (0m, 0);
        foreach (var row in account.Rows)
        {
            while (next < lent.Count && (row.IsDownPayment ? lent[next].Date <= row.Due : lent[next].Date < row.Due || (rows.Count == 0 && next == 0)))
                balance += lent[next++].Amount;
            var principal = row.Principal.Charged;
            balance -= principal - row.Principal.Credited;
            rows.Add(new ScheduleRow(
                row.Number, row.Due.DayNumber - row.From.DayNumber, row.Due, row.Met ? row.MetOn : null, balance, principal, row.Interest.Charged,
                row.Fees.Charged, row.Penalties.Charged, row.Charged, row.Paid, row.PaidInAdvance, row.PaidLate, row.Waived, row.Outstanding));
        }

        return rows.MoveToImmutable();
    }

    private static ScheduleTotals Totals(ImmutableArray<ScheduleRow> rows) => new(
        rows.Sum(r => r.Principal), rows.Sum(r => r.Interest), rows.Sum(r => r.Fees), rows.Sum(r => r.Penalties), rows.Sum(r => r.Due),
        rows.Sum(r => r.Paid), rows.Sum(r => r.InAdvance), rows.Sum(r => r.Late), rows.Sum(r => r.Waived), rows.Sum(r => r.Outstanding));

    private static ImmutableArray<TransactionRow> Transactions(LoanAccount account)
    {
        var balance = 0m;
        var rows = ImmutableArray.CreateBuilder<TransactionRow>();
        foreach (var entry in account.Entries.OrderBy(e => e.Date).ThenBy(e => e.Sequence))
        {
            if (!entry.Reverted && !entry.IsAccounting)
            {
                balance += Change(account, entry);
                entry.Balance = KeepsBalance(entry.Kind) ? 0 : Precise.NotNegative(balance);
            }

            if (entry is { Reverted: true, ByTheEngine: true }) continue;
            rows.Add(new TransactionRow(
                entry.Date, entry.Kind, entry.Amount, entry.Principal, entry.Interest, entry.Fees, entry.Penalties, entry.Overpayment,
                entry.Balance, entry.Reverted, entry.Replayed));
        }

        return rows.ToImmutable();
    }

    // These move debt in time, not in amount, and carry no balance of their own.
    private static bool KeepsBalance(TransactionKind kind) =>
        kind is TransactionKind.ReAge or TransactionKind.ReAmortize or TransactionKind.ChargeOff or TransactionKind.ContractTermination;

    private static decimal Change(LoanAccount account, Entry entry) => entry.Kind switch
    {
        TransactionKind.Disbursement or TransactionKind.CapitalizedIncome => entry.Amount - entry.Overpayment,
        TransactionKind.Chargeback or TransactionKind.CreditBalanceRefund when entry.Overpayment > 0 => Precise.NotNegative(
            account.Terms.ChargebackOrder.IsEmpty ? entry.Amount - entry.Overpayment : entry.Principal - entry.PaidAtOnce),
        TransactionKind.Chargeback or TransactionKind.CreditBalanceRefund or TransactionKind.Refund => entry.Principal,
        _ when KeepsBalance(entry.Kind) => 0,
        _ => -entry.Principal,
    };

    private static ImmutableArray<DisbursementRow> Disbursements(LoanAccount account) => account.IsDisbursed
        ? [.. account.Live.Where(static e => e.Kind is TransactionKind.Disbursement or TransactionKind.CapitalizedIncome).OrderBy(e => e.Date).ThenBy(e => e.Sequence).Select(e => new DisbursementRow(e.Date, e.Amount, 0))]
        : [.. PlannedSchedule.TranchesOf(account).Select(d => new DisbursementRow(d.Date, d.Amount, 0))];
}
