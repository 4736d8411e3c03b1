using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Lending.Domain.Engine;

namespace Lending.Api.Simulations;

/// <summary>One checkpoint per event, in order; one with afterEvent -1 where there is no event.</summary>
public sealed record SimulationAnswer(ImmutableArray<CheckpointAnswer> Checkpoints)
{
    public static SimulationAnswer Of(ImmutableArray<Checkpoint> checkpoints) => new([.. checkpoints.Select(CheckpointAnswer.Of)]);
}

/// <summary>The loan after an event. Amounts are decimals of the currency.</summary>
public sealed record CheckpointAnswer(
    int AfterEvent, DateOnly BusinessDate, string Status, ImmutableArray<ScheduleRowAnswer> Schedule, ScheduleTotals Totals,
    ImmutableArray<TransactionAnswer> Transactions, ImmutableArray<DisbursementRow> Disbursements, decimal LoanOutstanding, decimal LoanOverpaid)
{
    public static CheckpointAnswer Of(Checkpoint checkpoint) => new(
        checkpoint.AfterEvent, checkpoint.BusinessDate, checkpoint.Status.ToString(), [.. checkpoint.Schedule.Select(ScheduleRowAnswer.Of)],
        checkpoint.Totals, [.. checkpoint.Transactions.Select(TransactionAnswer.Of)], checkpoint.Disbursements, checkpoint.LoanOutstanding,
        checkpoint.LoanOverpaid);
}

/// <summary>A row of the schedule. PaidDate is there once the row is settled.</summary>
public sealed record ScheduleRowAnswer(
    int N, int Days, DateOnly DueDate, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? PaidDate, decimal Balance,
    decimal Principal, decimal Interest, decimal Fees, decimal Penalties, decimal Due, decimal Paid, decimal InAdvance, decimal Late,
    decimal Waived, decimal Outstanding)
{
    public static ScheduleRowAnswer Of(ScheduleRow row) => new(
        row.N, row.Days, row.DueDate, row.PaidDate, row.Balance, row.Principal, row.Interest, row.Fees, row.Penalties, row.Due, row.Paid,
        row.InAdvance, row.Late, row.Waived, row.Outstanding);
}

/// <summary>A movement. Type is a word such as Repayment or DownPayment; balance is the principal outstanding after it.</summary>
public sealed record TransactionAnswer(
    DateOnly Date, string Type, decimal Amount, decimal Principal, decimal Interest, decimal Fees, decimal Penalties, decimal Overpayment,
    decimal Balance, bool Reverted, bool Replayed)
{
    public static TransactionAnswer Of(TransactionRow row) => new(
        row.Date, row.Type.ToString(), row.Amount, row.Principal, row.Interest, row.Fees, row.Penalties, row.Overpayment, row.Balance,
        row.Reverted, row.Replayed);
}
