namespace Lending.Domain;

/// <summary>
/// Borrower or staff ask for a mandate. Most: at most so much in one debit, without it twice the largest instalment; ValidUntil: without it sixty days
/// beyond the last instalment. LOS-030, LMS-025.
/// </summary>
public sealed record RequestMandate(Money? Most = null, DateOnly? ValidUntil = null) : LoanCommand;

/// <summary>The provider made the page where the borrower approves it.</summary>
public sealed record IssueMandate(string MandateId, string Url) : LoanCommand;

/// <summary>The borrower approved it; Number is the bank's.</summary>
public sealed record ConfirmMandate(string MandateId, string Number) : LoanCommand;

/// <summary>The provider says that it is over.</summary>
public sealed record EndMandate(string MandateId, MandateEnding Ending, string Reason) : LoanCommand;

/// <summary>Borrower or staff want no more automatic debits.</summary>
public sealed record CancelMandate(string Reason) : LoanCommand;

/// <summary>The borrower's bank did not pay a presented debit. Code is the provider's, such as insufficient_funds. LMS-026.</summary>
public sealed record FailPresentation(string Reference, string Code) : LoanCommand;
