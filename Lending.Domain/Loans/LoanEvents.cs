using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>A fact about one loan.</summary>
public abstract record LoanEvent : IFact;

[EventType("loan.application-started.v1")]
public sealed record ApplicationStarted(string LoanId, string CustomerId, string ProductCode, int ProductVersion, Money Amount, int Tenure) : LoanEvent
{
    public string? Coupon { get; init; }

    /// <summary>The loan that this one pays off.</summary>
    public string? Refinances { get; init; }

    /// <summary>The repaid loan whose offer became this application.</summary>
    public string? ReloanOf { get; init; }
}

[EventType("loan.application-submitted.v1")]
public sealed record ApplicationSubmitted(DateOnly On) : LoanEvent;

[EventType("loan.application-cancelled.v1")]
public sealed record ApplicationCancelled(string Reason) : LoanEvent;

[EventType("loan.credit-approved.v1")]
public sealed record CreditApproved(Money Amount, string Note, string By) : LoanEvent
{
    /// <summary>Terms of the loan's own that By proposes, for the reason in the note; null is none.</summary>
    public TermOverrides? Overrides { get; init; }
}

[EventType("loan.credit-rejected.v1")]
public sealed record CreditRejected(string ReasonCode, string Note) : LoanEvent;

[EventType("loan.sent-back-to-borrower.v1")]
public sealed record ApplicationSentBack(string Note) : LoanEvent;

/// <summary>Final amount with the charges it will carry; the terms are fixed from here on.</summary>
[EventType("loan.sanctioned.v1")]
public sealed record LoanSanctioned(Money Amount, ImmutableArray<Charge> Charges, Money Net, string Note, string By) : LoanEvent
{
    /// <summary>What the loan has otherwise than its product, for the reason in the note; null is nothing.</summary>
    public TermOverrides? Overrides { get; init; }
}

[EventType("loan.sanction-rejected.v1")]
public sealed record SanctionRejected(string ReasonCode, string Note) : LoanEvent;

[EventType("loan.sent-back-to-credit.v1")]
public sealed record SanctionSentBack(string Note) : LoanEvent;

[EventType("loan.agreement-issued.v1")]
public sealed record AgreementIssued(string DocumentId, string Sha256, string ESignReference, string SignUrl, DateOnly ExpiresOn) : LoanEvent;

[EventType("loan.agreement-signed.v1")]
public sealed record AgreementSigned(string ESignReference, string Sha256, DateTimeOffset SignedAt) : LoanEvent;

/// <summary>The link had expired and somebody asked for a new one; the agreement is made again.</summary>
[EventType("loan.agreement-resent.v1")]
public sealed record AgreementResent(DateOnly On, string By) : LoanEvent;

[EventType("loan.disbursement-proposed.v1")]
public sealed record DisbursementProposed(string Channel, Money Net, string By) : LoanEvent
{
    /// <summary>What is held back to pay off another loan; Net is without it.</summary>
    public Money? Refinanced { get; init; }
}

[EventType("loan.disbursement-returned.v1")]
public sealed record DisbursementReturned(string Note) : LoanEvent;

/// <summary>Reference is ours, unique per attempt; the provider refuses to pay it twice.</summary>
[EventType("loan.disbursement-approved.v1")]
public sealed record DisbursementApproved(string Reference, int Attempt, string Channel, Money Net, string By) : LoanEvent
{
    /// <summary>The day of the loan to be paid off for which what it needs was held back; null where none is paid off.</summary>
    public DateOnly? PayoffOn { get; init; }
}

[EventType("loan.disbursement-failed.v1")]
public sealed record DisbursementFailed(string Reference, string Reason) : LoanEvent;

/// <summary>
/// The provider says that it paid an attempt which it had called failed, while another one is on its way or has paid the loan out. Nothing is posted: the money may have gone
/// out twice, and people have to see to it.
/// </summary>
[EventType("loan.payout-contradicted.v1")]
public sealed record PayoutContradicted(string Reference, string ProviderReference, DateOnly On) : LoanEvent;

/// <summary>The loan is live: principal, charges and the schedule as contracted.</summary>
[EventType("loan.disbursed.v1")]
public sealed record LoanDisbursed(
    string Reference, string ProviderReference, DateOnly On, Money Principal, ImmutableArray<Charge> Charges, Money Net,
    ImmutableArray<ScheduledInstalment> Schedule) : LoanEvent
{
    /// <summary>The last day on which the loan can be given back without a charge.</summary>
    public DateOnly? CoolingOffUntil { get; init; }

    /// <summary>What was held back and pays off another loan; principal and TDS booked = charges + Net + Refinanced.</summary>
    public Money? Refinanced { get; init; }

    /// <summary>The accounts that the loan posts to for its whole life, where they are not those of the standard chart.</summary>
    public ImmutableArray<AccountMapping>? Accounts { get; init; }
}

/// <summary>One contracted instalment. From and Due are contractual days; PayBy is Due moved off Sundays and holidays.</summary>
public sealed record ScheduledInstalment(int Number, DateOnly From, DateOnly Due, DateOnly PayBy, Money Principal, Money Interest)
{
    /// <summary>The fee that comes with it, tax inside; null when there is none.</summary>
    public Money? Fee { get; init; }

    /// <summary>The part of the fee that is tax.</summary>
    public Money? FeeTax { get; init; }
}

/// <summary>
/// One day of one loan: what accrued on each instalment (exact, and as posted), what fell due, what the advance paid, and the DPD
/// with which the next day starts.
/// </summary>
[EventType("loan.day-closed.v1")]
public sealed record DayClosed(
    DateOnly Date, ImmutableArray<DayAccrual> Accruals, ImmutableArray<Allocation> FromAdvance, int Dpd) : LoanEvent
{
    /// <summary>The instalments whose fee was charged because they fall due next morning; null is none.</summary>
    public ImmutableArray<int>? FeesCharged { get; init; }

    /// <summary>Interest that stopped being income this night (positive), or became income again (negative), beyond what accrued; null is none.</summary>
    public Money? Suspended { get; init; }

    /// <summary>This night's interest is not income: the loan is in dispute or not performing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InterestSuspended { get; init; }

    /// <summary>The loan is not performing from the next morning on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Npa { get; init; }

    /// <summary>All that is set aside against the loan's loss from the next morning on; null when that did not change.</summary>
    public Money? Provision { get; init; }

    /// <summary>Instalments whose split into principal and interest moved, where interest follows the real balance; null is none.</summary>
    public ImmutableArray<InstalmentSplit>? Splits { get; init; }

    /// <summary>The loan stood still this night: it accrued nothing and grew no later.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Frozen { get; init; }
}

/// <summary>
/// Exact amounts are all that has accrued on the instalment so far, in minor units with all digits; posted ones are what the ledger
/// got this day.
/// </summary>
public sealed record DayAccrual(int Number, decimal InterestExact, Money InterestPosted, decimal PenaltyExact, Money PenaltyPosted)
{
    /// <summary>All the instalment bears now that a frozen night took its share out of it; null where it stands.</summary>
    public Money? Interest { get; init; }

    /// <summary>What rounding that left over, in minor units.</summary>
    public decimal? InterestRest { get; init; }

    /// <summary>All late charges made before this night, where it is one from which on they bear late charges; null on others.</summary>
    public Money? PenaltyJoined { get; init; }
}

/// <summary>An instalment's new split: all its principal, all its interest, and what rounding left over of the interest, in minor units.</summary>
public sealed record InstalmentSplit(int Number, Money Principal, Money Interest, decimal InterestRest);

/// <summary>What a payment paid of one instalment.</summary>
public sealed record Allocation(int Number, Money Penalty, Money Interest, Money Principal)
{
    /// <summary>What it paid of the instalment's fee; null is nothing.</summary>
    public Money? Fee { get; init; }

    [JsonIgnore]
    public Money Total => Fee is { } fee ? Penalty + Interest + Principal + fee : Penalty + Interest + Principal;
}

[EventType("loan.payment-link-issued.v1")]
public sealed record PaymentLinkIssued(string LinkId, Money Amount, string Url, DateOnly ExpiresOn) : LoanEvent;

/// <summary>Staff asked for a payment link; the platform has it made and sends it.</summary>
[EventType("loan.payment-link-requested.v1")]
public sealed record PaymentLinkRequested(string LinkId, Money Amount, DateOnly ExpiresOn, string By) : LoanEvent;

[EventType("loan.payment-link-refused.v1")]
public sealed record PaymentLinkRefused(string LinkId, string Reason) : LoanEvent;

[EventType("loan.payment-proposed.v1")]
public sealed record PaymentProposed(
    string PaymentId, Money Amount, string Channel, string Reference, DateOnly ReceivedOn, string Note, string By) : LoanEvent;

[EventType("loan.payment-rejected.v1")]
public sealed record PaymentRejected(string PaymentId, string Reason) : LoanEvent;

/// <summary>
/// Money booked on a day: what it paid, what stays as the customer's advance (Advance, may be negative when an earlier advance was used
/// too). Closes: it pays the whole payoff, so interest not yet earned is dropped from the open instalments. InterestNow: the interest a
/// payday loan will bear until its due date now that its principal is smaller; null when the contract stands. LinkId: the payment link it
/// came through, if any.
/// </summary>
[EventType("loan.payment-received.v1")]
public sealed record PaymentReceived(
    string PaymentId, Money Amount, string Channel, string Reference, DateOnly On, ImmutableArray<Allocation> Allocations, Money Advance,
    bool Closes, Money? InterestNow = null, string? LinkId = null) : LoanEvent
{
    /// <summary>The day the money counts from, when that is before the day it was booked; what followed was worked out again.</summary>
    public DateOnly? ValueOn { get; init; }

    /// <summary>
    /// The loan as it stands after the money, where it did more than pay instalments: value-dated, a part prepayment, a settlement. Allocations
    /// then only tell what the money itself paid.
    /// </summary>
    public ChangeOutcome? Outcome { get; init; }

    /// <summary>What closing the loan early, or all but closing it, cost; taken out of the money. The charge of a part prepayment is in the outcome.</summary>
    public Charge? EarlyCharge { get; init; }

    /// <summary>It lowered the principal at once, with this effect.</summary>
    public PrepaymentEffect? Effect { get; init; }

    /// <summary>It came after the loan was written off, and what is not kept as an advance recovers of that.</summary>
    public bool IsRecovery { get; init; }

    /// <summary>What of the money recovers of a write-off.</summary>
    [JsonIgnore]
    public Money Recovery => IsRecovery ? Amount - Advance : Money.Zero(Amount.Currency);

    /// <summary>The automatic debit it came by.</summary>
    public string? Presentation { get; init; }

    [JsonIgnore]
    public DateOnly CountsFrom => ValueOn ?? On;
}

[EventType("loan.completed.v1")]
public sealed record LoanCompleted(DateOnly On) : LoanEvent
{
    /// <summary>The loan that paid this one off.</summary>
    public string? RefinancedBy { get; init; }
}

[EventType("loan.certificate-issued.v1")]
public sealed record CertificateIssued(string DocumentId, string Sha256) : LoanEvent;

[EventType("loan.change-proposed.v1")]
public sealed record LoanChangeProposed(string ChangeId, LoanChange Change, DateOnly On, string Note, string By) : LoanEvent;

[EventType("loan.change-rejected.v1")]
public sealed record LoanChangeRejected(string ChangeId, string Reason) : LoanEvent;

/// <summary>A running loan was changed. Outcome is the loan as it stands after it, as far as a change can touch it.</summary>
[EventType("loan.changed.v1")]
public sealed record LoanChanged(string ChangeId, LoanChange Change, DateOnly On, string By, ChangeOutcome Outcome) : LoanEvent;
