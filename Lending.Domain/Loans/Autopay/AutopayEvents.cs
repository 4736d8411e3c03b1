namespace Lending.Domain;

[EventType("loan.mandate-requested.v1")]
public sealed record MandateRequested(string MandateId, Money Most, DateOnly ValidUntil, DateOnly On, string By) : LoanEvent;

[EventType("loan.mandate-issued.v1")]
public sealed record MandateIssued(string MandateId, string Url) : LoanEvent;

[EventType("loan.mandate-confirmed.v1")]
public sealed record MandateConfirmed(string MandateId, string Number, DateOnly On) : LoanEvent;

/// <summary>No debit is presented under it from here on; one that is under way is booked when it comes.</summary>
[EventType("loan.mandate-ended.v1")]
public sealed record MandateEnded(string MandateId, MandateEnding Ending, string Reason, DateOnly On) : LoanEvent;

/// <summary>The borrower is told that the amount, or less, will be debited on a day. Through: the last day to pay by that it covers.</summary>
[EventType("loan.autopay-announced.v1")]
public sealed record AutopayAnnounced(string Reference, string MandateId, Money Amount, DateOnly DebitOn, int Attempt, DateOnly Through) : LoanEvent;

/// <summary>The debit was given to the borrower's bank: what was announced, or less where less was left to pay.</summary>
[EventType("loan.autopay-presented.v1")]
public sealed record AutopayPresented(string Reference, Money Amount, DateOnly On) : LoanEvent;

/// <summary>An announced debit is not made. Reason: paid, in_dispute or day_passed.</summary>
[EventType("loan.autopay-withdrawn.v1")]
public sealed record AutopayWithdrawn(string Reference, string Reason) : LoanEvent;

/// <summary>The bank did not pay. NextTry: the day from which it is presented again; null when not before the next instalment.</summary>
[EventType("loan.autopay-failed.v1")]
public sealed record AutopayFailed(string Reference, string Code, DateOnly On, DateOnly? NextTry) : LoanEvent;
