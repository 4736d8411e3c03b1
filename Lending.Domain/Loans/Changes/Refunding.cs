namespace Lending.Domain;

/// <summary>Money kept for a borrower that goes back to them, and comes back where the bank could not pay it.</summary>
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

    /// <summary>Only what was refunded can come back: all of it, once.</summary>
    public static Outcome<ChangeOutcome> Return(Loan loan, RefundReturn change, Circumstances now)
    {
        if (change.Amount.Currency != loan.Currency) return new CurrencyMismatch(loan.Currency.Code);
        var refunds = new List<Money>();
        var returns = 0;
        foreach (var @event in LoanDecider.HistoryOf(now))
        {
            if (@event is LoanChanged { Change: AdvanceRefund sent } && sent.Reference == change.Reference) refunds.Add(sent.Amount);
            if (@event is LoanChanged { Change: RefundReturn back } && back.Reference == change.Reference && refunds.Remove(back.Amount)) returns++;
        }

        if (refunds.Contains(change.Amount)) return Returned(loan, change, ChangeGround.Of(now, now.Today(loan)));
        return refunds.Count > 0 ? new ChangeFieldInvalid("amount", $"must be what was refunded: {refunds[0]}")
            : returns > 0 ? new RefundReturned()
            : new RefundNotBooked();
    }

    /// <summary>The money is the borrower's again, and a line repays of it at once what is owed, as with any money.</summary>
    public static ChangeOutcome Returned(Loan loan, RefundReturn change, ChangeGround ground)
    {
        var outcome = loan is { Line: not null, Account: AccountState.Active }
            ? LineChanges.Use(loan, change.Amount, ground)
            : ChangeOutcome.Same(loan) with { Advance = loan.Advance + change.Amount };
        return outcome with
        {
            CashIn = change.Amount,
            Settlement = loan.Settlement is { Received: { } received } agreed ? agreed with { Received = received + change.Amount } : loan.Settlement,
        };
    }
}

/// <summary>No refund of this loan has this reference.</summary>
public sealed record RefundNotBooked() : Refusal(RefusalKind.Unprocessable, "refund_not_booked", "No refund with this reference is booked on this loan.", "change.reference");

/// <summary>The refund has come back already.</summary>
public sealed record RefundReturned() : Refusal(RefusalKind.Conflict, "refund_returned", "The bank has returned this refund already.");
