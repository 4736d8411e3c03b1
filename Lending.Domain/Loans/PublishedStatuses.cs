namespace Lending.Domain;

/// <summary>The status names of LOS-081 and LOS-082 as a view of the loan's separate dimensions (GAP-01 to GAP-04).</summary>
public static class PublishedStatuses
{
    public static PublishedStatus Of(Loan loan, LoanProduct? product, DateOnly today) => loan.Account switch
    {
        AccountState.Completed => PublishedStatus.Completed,
        AccountState.WrittenOff => PublishedStatus.WrittenOff,
        AccountState.Cancelled => PublishedStatus.Cancelled,
        AccountState.Active when loan.Hold is { } hold && hold.Covers(today) => hold.Kind is HoldKind.Frozen ? PublishedStatus.Frozen : PublishedStatus.InDispute,
        AccountState.Active => OfActive(loan, product, today),
        AccountState.AwaitingDisbursal or AccountState.DisbursalProposed or AccountState.PayoutRequested => PublishedStatus.AwaitingDisbursal,
        AccountState.None => OfApplication(loan),
    };

    private static PublishedStatus OfApplication(Loan loan) => loan.Application switch
    {
        ApplicationState.None or ApplicationState.Onboarding => PublishedStatus.Onboarding,
        ApplicationState.Pending => PublishedStatus.Pending,
        ApplicationState.SentBackToBorrower => PublishedStatus.SentBack,
        ApplicationState.CreditApproved => PublishedStatus.CxApproved,
        ApplicationState.Sanctioned => loan.Agreement is AgreementState.Issued ? PublishedStatus.Approved : PublishedStatus.SmApproved,
        ApplicationState.Rejected => PublishedStatus.Rejected,
        ApplicationState.Cancelled => PublishedStatus.Cancelled,
    };

    /// <summary>Lateness shows before a part payment (LOS-092); an instalment paid in full on time leaves the loan active.</summary>
    private static PublishedStatus OfActive(Loan loan, LoanProduct? product, DateOnly today) =>
        LoanFigures.DelinquencyOf(loan, product, today) switch
        {
            Delinquency.Defaulted => PublishedStatus.Defaulted,
            Delinquency.Delinquent or Delinquency.Overdue => PublishedStatus.Overdue,
            Delinquency.Current => AnyPartPaid(loan) ? PublishedStatus.PartiallyPaid : PublishedStatus.Active,
        };

    private static bool AnyPartPaid(Loan loan)
    {
        foreach (var instalment in loan.Instalments)
            if (LoanFigures.IsPartPaid(instalment) && !Revolving.IsOpenRow(loan, instalment)) return true;
        return false;
    }
}
