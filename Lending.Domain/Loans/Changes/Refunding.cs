namespace Lending.Domain;

/// <summary>Money kept for a borrower that goes back to them.</summary>
internal static class Refunding
{
    public static Outcome<ChangeOutcome> Refund(Loan loan, AdvanceRefund change)
    {
        if (change.Amount.Currency != loan.Currency) return new CurrencyMismatch(loan.Currency.Code);
        if (!change.Amount.IsPositive || change.Amount > loan.Advance) return new ChangeFieldInvalid("amount", $"must be more than zero and at most {loan.Advance}");
        if (string.IsNullOrWhiteSpace(change.Reference)) return new ChangeFieldInvalid("reference", "must name the transfer");
        return ChangeOutcome.Same(loan) with
        {
            Advance = loan.Advance - change.Amount, CashOut = change.Amount,
            Settlement = loan.Settlement is { Received: { } received } agreed ? agreed with { Received = received - change.Amount } : loan.Settlement,
        };
    }
}
