using System.Collections.Immutable;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Staff.Files;

/// <summary>One posting. Owed is what the borrower owes after it.</summary>
public sealed record LedgerEntry(
    int Version, int Line, DateOnly BookedOn, DateOnly ValueOn, string Account, string AccountName, MoneyAnswer Debit, MoneyAnswer Credit, string Memo,
    MoneyAnswer Owed)
{
    public static LedgerEntry Of(LedgerLine line) => new(
        line.Version, line.Line, line.BookedOn, line.ValueOn, line.Account.Number, line.Account.Name, MoneyAnswer.Of(line.Debit),
        MoneyAnswer.Of(line.Credit), line.Memo, MoneyAnswer.Of(line.Owed));
}

/// <summary>One event: what, who, when, and its place in the chain.</summary>
public sealed record TimelineLine(
    int Version, string Event, string Actor, string? Role, DateOnly BusinessDate, DateTimeOffset RecordedAt, Guid CorrelationId, string Hash)
{
    public static TimelineLine Of(TimelineEntry entry) => new(
        entry.Version, entry.Type, entry.Actor.Name, entry.Actor.Role, entry.BusinessDate, entry.RecordedAt, entry.CorrelationId, entry.Hash);
}

/// <summary>A payment recorded by hand that waits for another person than By.</summary>
public sealed record WaitingPayment(string PaymentId, MoneyAnswer Amount, string Channel, string Reference, DateOnly ReceivedOn, string Note, string By)
{
    public static WaitingPayment Of(ProposedPayment payment) => new(
        payment.PaymentId, MoneyAnswer.Of(payment.Amount), payment.Channel, payment.Reference, payment.ReceivedOn, payment.Note, payment.By);
}

/// <summary>A charge-off: its kind and day, what was charged off, and what was recovered of it since.</summary>
public sealed record ChargeOffAnswer(string Kind, DateOnly On, MoneyAnswer Amount, MoneyAnswer Recovered, MoneyAnswer Left)
{
    public static ChargeOffAnswer? Of(ChargedOffDebt? debt) => debt is null
        ? null
        : new(LoanViews.NameOf(debt.Kind), debt.On, MoneyAnswer.Of(debt.Amount), MoneyAnswer.Of(debt.Recovered), MoneyAnswer.Of(debt.Left));
}

/// <summary>
/// A loan's whole file. Ledger is oldest first, at most 2,000 lines from after the version asked for; Timeline newest first, at most 200, without
/// the nightly closings.
/// </summary>
public sealed record LoanFileAnswer(
    string CustomerId, int Version, LoanAnswer Loan, string? Note, ImmutableArray<ScheduleEndpoint.Line> Schedule,
    ImmutableArray<WaitingPayment> WaitingPayments, ImmutableArray<LedgerEntry> Ledger, string? LedgerNext, ImmutableArray<TimelineLine> Timeline)
{
    /// <summary>Terms of the loan's own that credit proposes to the sanction manager.</summary>
    public ImmutableArray<OwnTermAnswer> ProposedTerms { get; init; } = [];

    /// <summary>The bucket of a running loan by its days past due, in the set that the Brand reads lists in.</summary>
    public string? Bucket { get; init; }

    /// <summary>What is charged off of the loan; the borrower is not told.</summary>
    public ChargeOffAnswer? ChargedOff { get; init; }
}
