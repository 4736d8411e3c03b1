using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>Something that happens to a loan, in the order it was told. What is dated before the business date is replayed in its place.</summary>
public abstract record AccountEvent;

/// <summary>The lender's day moves on to this date.</summary>
public sealed record BusinessDateSet(DateOnly Date) : AccountEvent;

/// <summary>The lender's day moves on by a number of days.</summary>
public sealed record BusinessDateAdvanced(int Days) : AccountEvent;

/// <summary>A tranche is paid out.</summary>
public sealed record Disbursed(DateOnly Date, decimal Amount) : AccountEvent;

/// <summary>Money or credit of the named kind reduces the debt. WithInterestRefund: null asks the product.</summary>
public sealed record Paid(TransactionKind Kind, DateOnly Date, decimal Amount, bool? WithInterestRefund = null) : AccountEvent;

/// <summary>Exactly what is owed on the day is paid.</summary>
public sealed record PaidOff(DateOnly Date) : AccountEvent;

/// <summary>The nth movement of the kind (null: any) on the date is reversed; nth counts from 1.</summary>
public sealed record Undone(TransactionKind? Kind, DateOnly Date, int Nth) : AccountEvent;

/// <summary>A fee or penalty falls due on a date.</summary>
public sealed record Charged(bool Penalty, DateOnly DueDate, decimal Amount) : AccountEvent;

/// <summary>A fee on every instalment: an amount, or a percentage.</summary>
public sealed record InstallmentFeeAdded(InstallmentFee Fee) : AccountEvent;

/// <summary>The latest open charge is waived.</summary>
public sealed record ChargeWaived : AccountEvent;

/// <summary>The day end of this loan on the business date.</summary>
public sealed record DayEnded : AccountEvent;

/// <summary>A payment is taken back by the payer's bank; paymentNr counts the payments from 1.</summary>
public sealed record ChargedBack(decimal Amount, int PaymentNr) : AccountEvent;

/// <summary>The lender gives the loan up for its books, while the debt stays.</summary>
public sealed record ChargedOff(DateOnly Date) : AccountEvent;

/// <summary>The open debt is forgiven and the loan closed.</summary>
public sealed record WrittenOff(DateOnly Date) : AccountEvent;

/// <summary>Overpaid money goes back to the borrower.</summary>
public sealed record CreditRefunded(DateOnly Date, decimal Amount) : AccountEvent;

/// <summary>Income of the lender is added to the principal.</summary>
public sealed record IncomeCapitalized(DateOnly Date, decimal Amount) : AccountEvent;

/// <summary>No interest from one day to another, both included.</summary>
public sealed record InterestPaused(DateOnly From, DateOnly To) : AccountEvent;

/// <summary>Dates, rate, grace or length change from a date on; what is null stays.</summary>
public sealed record Rescheduled(
    DateOnly From, DateOnly SubmittedOn, DateOnly? AdjustedDueDate, int? GraceOnPrincipal, int? GraceOnInterest, int? ExtraTerms,
    decimal? NewInterestRate) : AccountEvent;

/// <summary>What the open debt is spread over: new instalments from a date on.</summary>
public sealed record ReAged(DateOnly StartDate, int Installments, int FrequencyNumber, TermUnit FrequencyUnit, ReAgeInterest Interest) : AccountEvent;

/// <summary>What is overdue is spread over the instalments to come.</summary>
public sealed record ReAmortized(ReAmortizeInterest Interest) : AccountEvent;

/// <summary>The contract ends today: all is due.</summary>
public sealed record ContractEnded : AccountEvent;

/// <summary>All disbursements are taken back.</summary>
public sealed record DisbursalUndone : AccountEvent;

/// <summary>The last disbursement is taken back.</summary>
public sealed record LastDisbursalUndone : AccountEvent;

/// <summary>How a re-age treats interest.</summary>
public enum ReAgeInterest { Default, EqualAmortizationPayableInterest, EqualAmortizationFullInterest }

/// <summary>How a re-amortisation treats interest; other ways are refused until the engine knows them.</summary>
public enum ReAmortizeInterest { Default }

/// <summary>What an instalment fee is counted on.</summary>
public enum InstallmentFeeBase { Flat, PercentOfAmount, PercentOfInterest, PercentOfAmountAndInterest }

/// <summary>A fee of every instalment.</summary>
public sealed record InstallmentFee(InstallmentFeeBase Base, decimal Value);
