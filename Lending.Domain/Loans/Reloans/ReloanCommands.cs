namespace Lending.Domain;

/// <summary>Look whether another loan can be offered to the borrower of this repaid one. The platform does when it is closed; staff may later. LOS-034, LOS-036.</summary>
public sealed record CheckReloan : LoanCommand;

/// <summary>Staff let an offer go out. Number is the check's. LOS-037.</summary>
public sealed record ApproveReloan(int Number, string Note) : LoanCommand;

public sealed record RejectReloan(int Number, string Reason) : LoanCommand;

/// <summary>Staff take back an offer, also one that the borrower knows of.</summary>
public sealed record CancelReloan(int Number, string Reason) : LoanCommand;

/// <summary>The platform ends an offer whose days are over, or whose application was refused; Reason is a code.</summary>
public sealed record EndReloan(int Number, ReloanEnding Ending, string Reason) : LoanCommand;

/// <summary>The borrower takes an offer, whole or less of it: it becomes the application of this id. Null is as offered.</summary>
public sealed record AcceptReloan(int Number, string ApplicationId, Money? Amount, int? Tenure) : LoanCommand;

public sealed record DeclineReloan(int Number, string? Reason) : LoanCommand;
