namespace Lending.Domain.Engine;

/// <summary>The schedule a borrower is shown before anything is paid out: of the planned tranches, or of the whole principal on the day of the application.</summary>
internal static class PlannedSchedule
{
    public static IEnumerable<(DateOnly Date, decimal Amount)> TranchesOf(LoanAccount account) => account.Terms.ExpectedDisbursements.IsEmpty
        ? [(account.SubmittedOn, account.Terms.Principal)]
        : account.Terms.ExpectedDisbursements.Select(static d => (d.Date, d.Amount));

    public static void Make(LoanAccount account)
    {
        var planned = new LoanAccount(account.Terms, account.SubmittedOn)
        {
            AsOf = account.SubmittedOn, AgreedDates = account.AgreedDates, Work = account.Work,
        };
        foreach (var (date, amount) in TranchesOf(account)) planned.Enter(TransactionKind.Disbursement, date, amount);
        planned.Charges.AddRange(account.Charges);
        AccountEvents.Rebuild(planned);
        account.Rows = planned.Rows;
        account.Overpaid = 0;
    }
}
