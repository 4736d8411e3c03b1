namespace Lending.Domain.Engine;

/// <summary>
/// The payment orders of cumulative loans (rule "Payments", classic strategy): one order for instalments that are due, another for those
/// to come; a fee or penalty whose own date has come is due even where its instalment is not.
/// </summary>
internal static class ClassicAllocation
{
    private static readonly DebtKind[] PenaltyFeeInterestPrincipal = [DebtKind.Penalty, DebtKind.Fee, DebtKind.Interest, DebtKind.Principal];
    private static readonly DebtKind[] InterestPrincipalPenaltyFee = [DebtKind.Interest, DebtKind.Principal, DebtKind.Penalty, DebtKind.Fee];
    private static readonly DebtKind[] PrincipalInterestPenaltyFee = [DebtKind.Principal, DebtKind.Interest, DebtKind.Penalty, DebtKind.Fee];
    private static readonly DebtKind[] PenaltyInterestPrincipalFee = [DebtKind.Penalty, DebtKind.Interest, DebtKind.Principal, DebtKind.Fee];
    private static readonly DebtKind[] PrincipalPenaltyFeeInterest = [DebtKind.Principal, DebtKind.Penalty, DebtKind.Fee, DebtKind.Interest];

    public static decimal Allocate(LoanAccount account, Entry entry) => Allocate(account, account.Rows, entry);

    public static decimal Allocate(LoanAccount account, List<Installment> rows, Entry entry)
    {
        var order = account.Terms.ClassicOrder;
        return order switch
        {
            ClassicOrder.InterestPrincipalPenaltiesFeesOrder => Rows(rows, entry, entry.Amount, InterestPrincipalPenaltyFee),
            ClassicOrder.PrincipalInterestPenaltiesFeesOrder => Rows(rows, entry, entry.Amount, PrincipalInterestPenaltyFee),
            ClassicOrder.DuePenaltyFeeInterestPrincipalInAdvancePrincipalPenaltyFeeInterest =>
                DueThenAhead(account, rows, entry, PenaltyFeeInterestPrincipal, PrincipalPenaltyFeeInterest),
            ClassicOrder.DuePenaltyInterestPrincipalFeeInAdvancePenaltyInterestPrincipalFee =>
                DueThenAhead(account, rows, entry, PenaltyInterestPrincipalFee, PenaltyInterestPrincipalFee),
            _ => Rows(rows, entry, entry.Amount, PenaltyFeeInterestPrincipal),
        };
    }

    private static decimal DueThenAhead(LoanAccount account, List<Installment> rows, Entry entry, DebtKind[] due, DebtKind[] ahead)
    {
        var left = Rows(rows.FindAll(r => r.Due <= entry.Date), entry, entry.Amount, due);
        var later = rows.FindAll(r => r.Due > entry.Date);
        foreach (var kind in due)
            if (kind is DebtKind.Penalty or DebtKind.Fee) left = DueCharges(account, later, entry, left, kind);
        return Rows(later, entry, left, ahead);
    }

    private static decimal DueCharges(LoanAccount account, List<Installment> rows, Entry entry, decimal left, DebtKind kind)
    {
        foreach (var row in rows)
        {
            var due = account.Charges.Where(c => c.PerInstallment is null && c.Penalty == (kind is DebtKind.Penalty) && c.Due <= entry.Date
                && c.Due > row.From && c.Due <= row.Due).Sum(static c => c.Amount - c.Waived);
            var open = Math.Min(left, Precise.NotNegative(due - row.Of(kind).Paid));
            if (open > 0) left -= Pay(row, entry, kind, open);
        }

        return left;
    }

    private static decimal Rows(List<Installment> rows, Entry entry, decimal left, DebtKind[] order)
    {
        foreach (var row in rows)
        {
            if (left <= 0) break;
            if (row.Met) continue;
            foreach (var kind in order) left -= Pay(row, entry, kind, left);
        }

        return left;
    }

    private static decimal Pay(Installment row, Entry entry, DebtKind kind, decimal amount)
    {
        var portion = row.Pay(kind, entry.Date, amount);
        entry.Add(kind, portion);
        row.CheckMetByPayment(entry.Date);
        return portion;
    }
}
