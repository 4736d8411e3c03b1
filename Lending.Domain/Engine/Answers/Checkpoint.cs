using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>The states of a loan in a simulation.</summary>
public enum AccountStatus { Approved, Active, Closed, Overpaid, WrittenOff }

/// <summary>One row of the schedule as it stands.</summary>
public sealed record ScheduleRow(
    int N, int Days, DateOnly DueDate, DateOnly? PaidDate, decimal Balance, decimal Principal, decimal Interest, decimal Fees, decimal Penalties,
    decimal Due, decimal Paid, decimal InAdvance, decimal Late, decimal Waived, decimal Outstanding);

/// <summary>The sums of the schedule's columns.</summary>
public sealed record ScheduleTotals(
    decimal Principal, decimal Interest, decimal Fees, decimal Penalties, decimal Due, decimal Paid, decimal InAdvance, decimal Late,
    decimal Waived, decimal Outstanding);

/// <summary>One booked movement; Balance is the principal outstanding after it.</summary>
public sealed record TransactionRow(
    DateOnly Date, TransactionKind Type, decimal Amount, decimal Principal, decimal Interest, decimal Fees, decimal Penalties, decimal Overpayment,
    decimal Balance, bool Reverted, bool Replayed);

/// <summary>One tranche that was paid out, or is planned; Balance is its amount.</summary>
public sealed record DisbursementRow(DateOnly Date, decimal Balance, decimal Fees);

/// <summary>The whole loan after an event; AfterEvent is -1 where there is none.</summary>
public sealed record Checkpoint(
    int AfterEvent, DateOnly BusinessDate, AccountStatus Status, ImmutableArray<ScheduleRow> Schedule, ScheduleTotals Totals,
    ImmutableArray<TransactionRow> Transactions, ImmutableArray<DisbursementRow> Disbursements, decimal LoanOutstanding, decimal LoanOverpaid);
