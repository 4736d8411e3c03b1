using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>What staff can change on a running loan. One person asks, another approves; a preview shows what it would do (LMS-034 to LMS-036).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$change")]
[JsonDerivedType(typeof(RateChange), "rate")]
[JsonDerivedType(typeof(TenureExtension), "extension")]
[JsonDerivedType(typeof(DueDateMove), "due-date")]
[JsonDerivedType(typeof(Moratorium), "moratorium")]
[JsonDerivedType(typeof(InterestPause), "interest-pause")]
[JsonDerivedType(typeof(ReAge), "re-age")]
[JsonDerivedType(typeof(ReAmortisation), "re-amortisation")]
[JsonDerivedType(typeof(PartPrepayment), "prepayment")]
[JsonDerivedType(typeof(Freeze), "freeze")]
[JsonDerivedType(typeof(Dispute), "dispute")]
[JsonDerivedType(typeof(HoldRelease), "hold-release")]
[JsonDerivedType(typeof(PenaltyWaiver), "penalty-waiver")]
[JsonDerivedType(typeof(InterestWaiver), "interest-waiver")]
[JsonDerivedType(typeof(GoodwillCredit), "goodwill-credit")]
[JsonDerivedType(typeof(PaymentReversal), "payment-reversal")]
[JsonDerivedType(typeof(AdvanceRefund), "advance-refund")]
[JsonDerivedType(typeof(RefundReturn), "refund-return")]
[JsonDerivedType(typeof(Settlement), "settlement")]
[JsonDerivedType(typeof(WriteOff), "write-off")]
[JsonDerivedType(typeof(LateChargeByHand), "late-charge")]
[JsonDerivedType(typeof(ChargeOff), "charge-off")]
[JsonDerivedType(typeof(ChargeOffReversal), "charge-off-reversal")]
[JsonDerivedType(typeof(ContractTermination), "termination")]
[JsonDerivedType(typeof(Cancellation), "cancellation")]
[JsonDerivedType(typeof(CoolingOffExit), "cooling-off-exit")]
[JsonDerivedType(typeof(LimitChange), "limit")]
[JsonDerivedType(typeof(LineBlocking), "line-block")]
[JsonDerivedType(typeof(LineUnblocking), "line-unblock")]
[JsonDerivedType(typeof(MinimumPercentChange), "minimum-percent")]
public abstract record LoanChange;

/// <summary>Another rate from today on: percent a year, or a day for payday. The instalments to come are levelled anew.</summary>
public sealed record RateChange(decimal RatePercent) : LoanChange;

/// <summary>More instalments, with what is not yet due levelled over all of them.</summary>
public sealed record TenureExtension(int Instalments) : LoanChange;

/// <summary>The next instalment falls due on another day, and those after it on the same day of their periods.</summary>
public sealed record DueDateMove(DateOnly NextDue) : LoanChange;

/// <summary>No instalment for a number of periods; the schedule moves back by as many. Interest of these periods is borne as chosen.</summary>
public sealed record Moratorium(int Instalments, MoratoriumInterest Interest) : LoanChange;

/// <summary>What becomes of the interest of a moratorium: it accrues without bearing interest and is paid with the instalments after it, or none is charged.</summary>
public enum MoratoriumInterest { Accrues, Waived }

/// <summary>No interest on these days, both included, today at the earliest. The instalments stay on their days and get smaller.</summary>
public sealed record InterestPause(DateOnly From, DateOnly To) : LoanChange;

/// <summary>Everything owed today, overdue or not, becomes a new schedule of so many instalments from the first due date on; arrears end.</summary>
public sealed record ReAge(int Instalments, DateOnly FirstDue) : LoanChange;

/// <summary>What is overdue is spread over the instalments to come; arrears end.</summary>
public sealed record ReAmortisation : LoanChange;

/// <summary>Money beyond what is due that lowers the principal at once, with the effect on the instalments to come.</summary>
public sealed record PartPrepayment(string PaymentId, Money Amount, string Channel, string Reference, PrepaymentEffect Effect) : LoanChange;

/// <summary>Smaller instalments over the same time, or the same instalment for a shorter time.</summary>
public enum PrepaymentEffect { ReduceInstalment, ReduceTenure, PayLastInstalments }

/// <summary>Nothing accrues and the loan does not age until it is released, or up to and including a day (MO-008, GAP-30).</summary>
public sealed record Freeze(DateOnly? Until) : LoanChange;

/// <summary>The borrower disputes the debt: interest accrues without being income, the loan is not collected (MO-010, GAP-31).</summary>
public sealed record Dispute : LoanChange;

/// <summary>Ends a freeze or a dispute. Interest of a dispute becomes income.</summary>
public sealed record HoldRelease : LoanChange;

/// <summary>Penalty not yet paid is given up, oldest first.</summary>
public sealed record PenaltyWaiver(Money Amount) : LoanChange;

/// <summary>Interest earned and not yet paid is given up, oldest first.</summary>
public sealed record InterestWaiver(Money Amount) : LoanChange;

/// <summary>The lender pays a part for the borrower, in the order of any payment.</summary>
public sealed record GoodwillCredit(Money Amount) : LoanChange;

/// <summary>A payment booked earlier is taken back, and everything after its day is worked out again without it (MO-015).</summary>
public sealed record PaymentReversal(string PaymentId, ReversalCause Cause) : LoanChange;

/// <summary>Why a payment is taken back.</summary>
public enum ReversalCause { Bounced, Chargeback, BookedByMistake, Fraud }

/// <summary>Money kept for the borrower goes back to them; Reference is that of the transfer.</summary>
public sealed record AdvanceRefund(Money Amount, string Reference) : LoanChange;

/// <summary>The bank has returned a refund: the money is kept for the borrower again. Amount and Reference are the refund's.</summary>
public sealed record RefundReturn(Money Amount, string Reference) : LoanChange;

/// <summary>The amount closes the loan if it arrives by the day; the rest is then given up (LOS-051).</summary>
public sealed record Settlement(Money Amount, DateOnly PayBy) : LoanChange;

/// <summary>The debt is given up in the books; money that comes later is a recovery (LOS-052, GAP-57).</summary>
public sealed record WriteOff : LoanChange;

/// <summary>The late charge that the product's rule makes of the loan today, made by hand; never a second time for the same day and rule (UBU-057, GAP-16).</summary>
public sealed record LateChargeByHand : LoanChange;

/// <summary>The debt is a loss in the books while the borrower goes on owing it; money that comes of it is a recovery.</summary>
public sealed record ChargeOff(ChargeOffKind Kind) : LoanChange;

/// <summary>The charge-off is taken back, and everything after its day is worked out again without it.</summary>
public sealed record ChargeOffReversal : LoanChange;

/// <summary>The contract ends: all principal and the interest earned so far are due today.</summary>
public sealed record ContractTermination : LoanChange;

/// <summary>The loan is undone: no interest or charges stay; what was paid beyond the money lent is the borrower's (MO-011, MO-012).</summary>
public sealed record Cancellation(CancellationReason Reason) : LoanChange;

/// <summary>
/// The borrower gives the loan back within its cooling-off days: until the last of them principal and the interest of the days so far close it, whatever the product
/// charges for closing early. The fees taken out of the payout stay, as the Key Fact Statement says.
/// </summary>
public sealed record CoolingOffExit : LoanChange;

/// <summary>Another limit of a credit line, higher or lower.</summary>
public sealed record LimitChange(Money Limit) : LoanChange;

/// <summary>Nothing can be drawn from the credit line until it is unblocked; payments go on.</summary>
public sealed record LineBlocking(string Reason) : LoanChange;

/// <summary>Ends a block.</summary>
public sealed record LineUnblocking : LoanChange;

/// <summary>Another percentage of the minimum payment for this credit line, where its product leaves it open (RF-002, RF-028).</summary>
public sealed record MinimumPercentChange(decimal Percent) : LoanChange;

/// <summary>The reasons of MO-012, except refinancing, which closes a loan by itself.</summary>
public enum CancellationReason { Rejected, Returned, Fraud, Death }
