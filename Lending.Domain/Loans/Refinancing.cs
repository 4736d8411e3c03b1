namespace Lending.Domain;

/// <summary>The running loan that a new one pays off, with the product it was made under.</summary>
public sealed record RefinancedLoan(Loan Loan, LoanProduct Product);

/// <summary>
/// A new loan that pays off an old one: a top-up or a refinance (LMS-034, GAP-56). What the old one needs to close is held back from the payout, and
/// pays it off when the payout is confirmed; each names the other.
/// </summary>
internal static class Refinancing
{
    /// <summary>Whether the loan to be paid off can be; null when the application names none.</summary>
    public static Refusal? Check(StartApplication command, Circumstances now)
    {
        if (command.Refinances is null) return null;
        if (now.Product?.Plan is RepaymentPlan.CreditLine || now.Refinanced?.Loan.Line is not null) return new NoRefinanceOfCreditLine();
        if (now.Refinanced is not { Loan: { } old } || old.CustomerId != command.CustomerId || old.Currency != command.Amount.Currency)
            return new RefinancedLoanNotFound();
        return old.Account is AccountState.Active && !(old.Hold is { } hold && hold.Covers(now.Today(old))) ? null : new RefinancedLoanNotRunning();
    }

    /// <summary>What has to be held back today; zero for a loan that pays off no other.</summary>
    public static Outcome<Money> HeldBack(Loan loan, Circumstances now)
    {
        if (loan.Refinances is null) return Money.Zero(loan.Currency);
        if (now.Refinanced is not { Loan.Account: AccountState.Active } refinanced) return new RefinancedLoanNotRunning();
        var on = now with { Product = refinanced.Product };
        return LoanFigures.PayoffOf(Booking.UpToDate(refinanced.Loan, on), refinanced.Product, on.Today(refinanced.Loan));
    }
}

/// <summary>Ways in which money reaches a loan that are not named by a bank or a gateway.</summary>
public static class PaymentChannels
{
    /// <summary>A new loan pays the old one off.</summary>
    public const string Refinance = "REFINANCE";

    /// <summary>Debited under the borrower's mandate.</summary>
    public const string Autopay = "AUTOPAY";
}

/// <summary>The borrower has no such loan in this currency.</summary>
public sealed record RefinancedLoanNotFound() : Refusal(RefusalKind.Unprocessable, "refinanced_loan_not_found", "The borrower has no such loan.", "refinances");

/// <summary>Only a running loan can be paid off by a new one.</summary>
public sealed record RefinancedLoanNotRunning() : Refusal(RefusalKind.Conflict, "refinanced_loan_not_running", "The loan to be paid off is not running.", "refinances");

/// <summary>What the old loan needs has changed since the payout was proposed. Payoff is what it needs now.</summary>
public sealed record PayoffMoved(Money Payoff)
    : Refusal(RefusalKind.Conflict, "payoff_moved", $"The loan to be paid off now needs {Payoff}. Return the payout and propose it again.");

/// <summary>A loan that paid off another cannot be undone.</summary>
public sealed record RefinanceStands() : Refusal(RefusalKind.Conflict, "refinance_stands", "This loan paid off another, so it cannot be cancelled.");
