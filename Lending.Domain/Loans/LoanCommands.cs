using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>Something a person or the platform asks of one loan. The decider answers with events or a refusal.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$command")]
[JsonDerivedType(typeof(StartApplication), "start")]
[JsonDerivedType(typeof(SubmitApplication), "submit")]
[JsonDerivedType(typeof(CancelApplication), "cancel")]
[JsonDerivedType(typeof(ApproveByCredit), "credit-approve")]
[JsonDerivedType(typeof(RejectByCredit), "credit-reject")]
[JsonDerivedType(typeof(SendBackToBorrower), "credit-send-back")]
[JsonDerivedType(typeof(Sanction), "sanction")]
[JsonDerivedType(typeof(RejectSanction), "sanction-reject")]
[JsonDerivedType(typeof(SendBackToCredit), "sanction-send-back")]
[JsonDerivedType(typeof(IssueAgreement), "agreement-issue")]
[JsonDerivedType(typeof(RecordSignature), "agreement-sign")]
[JsonDerivedType(typeof(ResendAgreement), "agreement-resend")]
[JsonDerivedType(typeof(ProposeDisbursement), "disburse-propose")]
[JsonDerivedType(typeof(ReturnDisbursement), "disburse-return")]
[JsonDerivedType(typeof(ApproveDisbursement), "disburse-approve")]
[JsonDerivedType(typeof(ConfirmDisbursement), "disburse-confirm")]
[JsonDerivedType(typeof(FailDisbursement), "disburse-fail")]
[JsonDerivedType(typeof(RequestDraw), "draw-request")]
[JsonDerivedType(typeof(ApproveDraw), "draw-approve")]
[JsonDerivedType(typeof(ReturnDraw), "draw-return")]
[JsonDerivedType(typeof(CloseLine), "line-close")]
[JsonDerivedType(typeof(CloseDay), "close-day")]
[JsonDerivedType(typeof(RecordPaymentLink), "payment-link")]
[JsonDerivedType(typeof(RequestPaymentLink), "payment-link-request")]
[JsonDerivedType(typeof(RefusePaymentLink), "payment-link-refuse")]
[JsonDerivedType(typeof(ReceivePayment), "payment-receive")]
[JsonDerivedType(typeof(ProposePayment), "payment-propose")]
[JsonDerivedType(typeof(MatchPayment), "payment-match")]
[JsonDerivedType(typeof(ApprovePayment), "payment-approve")]
[JsonDerivedType(typeof(RejectPayment), "payment-reject")]
[JsonDerivedType(typeof(IssueCertificate), "certificate-issue")]
[JsonDerivedType(typeof(ProposeChange), "change-propose")]
[JsonDerivedType(typeof(ApproveChange), "change-approve")]
[JsonDerivedType(typeof(RejectChange), "change-reject")]
[JsonDerivedType(typeof(ExitCoolingOff), "cooling-off-exit")]
[JsonDerivedType(typeof(ChargeLate), "late-charge")]
[JsonDerivedType(typeof(RequestMandate), "mandate-request")]
[JsonDerivedType(typeof(IssueMandate), "mandate-issue")]
[JsonDerivedType(typeof(ConfirmMandate), "mandate-confirm")]
[JsonDerivedType(typeof(EndMandate), "mandate-end")]
[JsonDerivedType(typeof(CancelMandate), "mandate-cancel")]
[JsonDerivedType(typeof(FailPresentation), "autopay-fail")]
[JsonDerivedType(typeof(IssueStatement), "statement-issue")]
[JsonDerivedType(typeof(IssueBill), "bill-issue")]
[JsonDerivedType(typeof(CheckReloan), "reloan-check")]
[JsonDerivedType(typeof(ApproveReloan), "reloan-approve")]
[JsonDerivedType(typeof(RejectReloan), "reloan-reject")]
[JsonDerivedType(typeof(CancelReloan), "reloan-cancel")]
[JsonDerivedType(typeof(EndReloan), "reloan-end")]
[JsonDerivedType(typeof(AcceptReloan), "reloan-accept")]
[JsonDerivedType(typeof(DeclineReloan), "reloan-decline")]
public abstract record LoanCommand;

/// <summary>Borrower picks product, amount and tenure (in the product's unit). LOS-020, LOS-083.</summary>
public sealed record StartApplication(string CustomerId, string ProductCode, Money Amount, int Tenure) : LoanCommand
{
    /// <summary>A coupon code of the product, or none (LOS-024).</summary>
    public string? Coupon { get; init; }

    /// <summary>The borrower's running loan that this one pays off; null for none.</summary>
    public string? Refinances { get; init; }

    /// <summary>The repaid loan whose accepted offer names this application; null for none.</summary>
    public string? ReloanOf { get; init; }
}

/// <summary>Borrower submits, also after a send-back. Needs every onboarding step. LOS-022, LOS-084.</summary>
public sealed record SubmitApplication : LoanCommand;

/// <summary>Borrower or staff withdraws before money has moved.</summary>
public sealed record CancelApplication(string Reason) : LoanCommand;

/// <summary>Credit executive recommends an amount, which may differ from the one asked. LOS-041, LOS-085.</summary>
public sealed record ApproveByCredit(Money Amount, string Note) : LoanCommand
{
    /// <summary>Terms of the loan's own that are proposed to the sanction manager; null or empty are the product's (RF-002).</summary>
    public TermOverrides? Overrides { get; init; }
}

public sealed record RejectByCredit(string ReasonCode, string Note) : LoanCommand;

public sealed record SendBackToBorrower(string Note) : LoanCommand;

/// <summary>Sanction manager's final amount; must be another person than the one who recommended it. LOS-045, LOS-086.</summary>
public sealed record Sanction(Money Amount, string Note) : LoanCommand
{
    /// <summary>Terms of the loan's own; null takes those that credit proposed, empty the product's (RF-002).</summary>
    public TermOverrides? Overrides { get; init; }
}

public sealed record RejectSanction(string ReasonCode, string Note) : LoanCommand;

public sealed record SendBackToCredit(string Note) : LoanCommand;

/// <summary>The platform made the PDF and asked for the e-signature. Sha256 is of the stored PDF, in hex. LOS-025..027, LMS-012.</summary>
public sealed record IssueAgreement(string DocumentId, string Sha256, string ESignReference, string SignUrl, DateOnly ExpiresOn) : LoanCommand;

/// <summary>The e-sign provider says it is signed. Sha256 is of the document that was shown, and must equal the issued one.</summary>
public sealed record RecordSignature(string ESignReference, string Sha256, DateTimeOffset SignedAt) : LoanCommand;

/// <summary>Staff ask for a new agreement and link after the old link has expired. LOS-027.</summary>
public sealed record ResendAgreement : LoanCommand;

/// <summary>Maker asks for the payout. Channel: one of <see cref="PayoutChannels.Offered"/>. LOS-056, LMS-016.</summary>
public sealed record ProposeDisbursement(string Channel) : LoanCommand;

/// <summary>Checker gives it back to the maker with a note.</summary>
public sealed record ReturnDisbursement(string Note) : LoanCommand;

/// <summary>Checker, never the maker, lets the money go. Net is the amount the checker saw; another amount is refused.</summary>
public sealed record ApproveDisbursement(Money Net) : LoanCommand;

/// <summary>The payout provider confirms the transfer. LOS-089, LMS-019.</summary>
public sealed record ConfirmDisbursement(string Reference, string ProviderReference) : LoanCommand;

/// <summary>The payout provider failed it. LOS-057.</summary>
public sealed record FailDisbursement(string Reference, string Reason) : LoanCommand;

/// <summary>Day end of this loan for one business date, in order; a date already closed decides nothing. LMS-020.</summary>
public sealed record CloseDay(DateOnly Date) : LoanCommand;

/// <summary>A run of staff makes the late charge of a business date, where the product leaves it to them (UBU-058). The run names the change.</summary>
public sealed record ChargeLate(string RunId, DateOnly On) : LoanCommand;

/// <summary>A payment link was made at the provider. LOS-031.</summary>
public sealed record RecordPaymentLink(string LinkId, Money Amount, string Url, DateOnly ExpiresOn) : LoanCommand;

/// <summary>Staff have a payment link made and sent to the borrower, open for some days from the business date on. LOS-031.</summary>
public sealed record RequestPaymentLink(Money Amount, int DaysOpen) : LoanCommand;

/// <summary>The provider will not make the link. Reason is its code.</summary>
public sealed record RefusePaymentLink(string LinkId, string Reason) : LoanCommand;

/// <summary>
/// The gateway says money arrived; it is booked whatever the amount, the excess as a customer advance. LinkId names the payment link it came
/// through. LMS-025.
/// </summary>
public sealed record ReceivePayment(string PaymentId, Money Amount, string Channel, string ProviderReference, string? LinkId = null) : LoanCommand
{
    /// <summary>Our reference of the automatic debit it came by; null for all other money.</summary>
    public string? Presentation { get; init; }

    /// <summary>The day the borrower paid on by the Brand's clock; null where staff move the business date. News of it may come after the night.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>The day the payoff was worked out for, of money that another loan held back to pay this one off; it counts from then.</summary>
    public DateOnly? PayoffOn { get; init; }
}

/// <summary>Staff record money received by hand; nothing is posted until another person approves. LOS-049, GAP-41.</summary>
public sealed record ProposePayment(string PaymentId, Money Amount, string Channel, string Reference, DateOnly ReceivedOn, string Note) : LoanCommand;

/// <summary>
/// Staff say that money a gateway reported, which fitted no loan, belongs to this one. It is booked whatever the amount when another person
/// approves. PaymentId is the provider's, so that its webhook can never book it a second time. LMS-026.
/// </summary>
public sealed record MatchPayment(string PaymentId, Money Amount, string Channel, string Reference, DateOnly ReceivedOn, string Note) : LoanCommand;

public sealed record ApprovePayment(string PaymentId) : LoanCommand;

public sealed record RejectPayment(string PaymentId, string Reason) : LoanCommand;

/// <summary>The platform made the no-due certificate of a completed loan. LOS-033.</summary>
public sealed record IssueCertificate(string DocumentId, string Sha256) : LoanCommand;

/// <summary>Staff ask for a change of a running loan; nothing happens until another person approves. ChangeId is made by the client. LMS-034.</summary>
public sealed record ProposeChange(string ChangeId, LoanChange Change, string Note) : LoanCommand;

/// <summary>Another person lets the change happen, on the loan as it stands then.</summary>
public sealed record ApproveChange(string ChangeId) : LoanCommand;

public sealed record RejectChange(string ChangeId, string Reason) : LoanCommand;

/// <summary>The borrower gives the loan back within its cooling-off days.</summary>
public sealed record ExitCoolingOff : LoanCommand;
