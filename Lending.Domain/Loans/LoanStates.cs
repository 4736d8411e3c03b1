namespace Lending.Domain;

/// <summary>Where the application stands (GAP-01: one dimension of several).</summary>
public enum ApplicationState { None, Onboarding, Pending, SentBackToBorrower, CreditApproved, Sanctioned, Rejected, Cancelled }

/// <summary>Where the agreement stands.</summary>
public enum AgreementState { None, Preparing, Issued, Signed }

/// <summary>Where the account stands, from the signed agreement on.</summary>
public enum AccountState { None, AwaitingDisbursal, DisbursalProposed, PayoutRequested, Active, Completed, WrittenOff, Cancelled }

/// <summary>What stops a loan for a while.</summary>
public enum HoldKind { Frozen, Disputed }

/// <summary>Why an account ended.</summary>
public enum Closure { Repaid, Settled, WrittenOff, Refinanced, Rejected, Returned, Fraud, Death, CooledOff }

/// <summary>Derived from DPD on the loan's own business day by the product's thresholds (RF-007, RF-008); never stored as truth.</summary>
public enum Delinquency { Current, Overdue, Delinquent, Defaulted }

/// <summary>The published status names of LOS-081 and LOS-082, a view of the dimensions above.</summary>
public enum PublishedStatus
{
    Onboarding, Pending, SentBack, CxApproved, SmApproved, Approved, AwaitingDisbursal, Active, PartiallyPaid, Overdue, Defaulted,
    Completed, Rejected, Cancelled, Frozen, InDispute, WrittenOff,
}
