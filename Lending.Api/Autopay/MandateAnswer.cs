using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Autopay;

/// <summary>
/// A mandate: the borrower's order to their bank. State is requested, active or ended; Ending says how: refused, declined, revoked, expired or cancelled. ApproveAt
/// is where the borrower approves it, while it is requested. A borrower reads that the borrower or the lender asked for it, never who of the lender's staff, and
/// the reason of an ending unless staff wrote it; staff read both.
/// </summary>
public sealed record MandateAnswer(
    string MandateId, string State, MoneyAnswer MaxAmount, DateOnly ValidUntil, string RequestedBy, DateTimeOffset RequestedAt, DateOnly? ConfirmedOn, string? Number,
    string? Ending, DateOnly? EndedOn, string? Reason, string? ApproveAt)
{
    public static MandateAnswer ForStaff(MandateLine line) => new(
        line.Id, LoanViews.NameOf(line.State), MoneyAnswer.Of(line.Most), line.ValidUntil, line.By, line.At, line.ConfirmedOn, line.Number,
        line.Ending is { } ending ? LoanViews.NameOf(ending) : null, line.EndedOn, line.Reason, line.Url);

    public static MandateAnswer ForBorrower(MandateLine line) => ForStaff(line) with
    {
        RequestedBy = line.IsAskedByStaff ? "lender" : "borrower", Reason = line.IsEndedByStaff ? null : line.Reason,
    };
}

/// <summary>An automatic debit: announced, presented, collected, failed or withdrawn. NextTry: the day from which a failed one is presented again.</summary>
public sealed record DebitAnswer(
    string Reference, string State, MoneyAnswer Amount, DateOnly DebitOn, int Attempt, string? Reason, DateOnly? NextTry, string? PaymentId)
{
    public static DebitAnswer Of(DebitLine line) => new(
        line.Reference, LoanViews.NameOf(line.State), MoneyAnswer.Of(line.Amount), line.DebitOn, line.Attempt, line.Reason, line.NextTry, line.PaidWith);
}

/// <summary>Mandate is the newest one, or null where there never was one; debits are the newest first.</summary>
public sealed record AutopayAnswer(string LoanId, MandateAnswer? Mandate, IReadOnlyList<MandateAnswer> EarlierMandates, IReadOnlyList<DebitAnswer> Debits)
{
    public static AutopayAnswer ForStaff(string loanId, LoanAutopay autopay) => Of(loanId, autopay, MandateAnswer.ForStaff);

    public static AutopayAnswer ForBorrower(string loanId, LoanAutopay autopay) => Of(loanId, autopay, MandateAnswer.ForBorrower);

    private static AutopayAnswer Of(string loanId, LoanAutopay autopay, Func<MandateLine, MandateAnswer> mandate) => new(
        loanId, autopay.Mandates.Count == 0 ? null : mandate(autopay.Mandates[0]), [.. autopay.Mandates.Skip(1).Select(mandate)],
        [.. autopay.Debits.Select(DebitAnswer.Of)]);
}

/// <summary>Without an amount it is twice the largest instalment; without a day it is sixty days beyond the last one.</summary>
public sealed record MandateRequest(MoneyDto? MaxAmount = null, DateOnly? ValidUntil = null)
{
    public Outcome<LoanCommand> CommandIn(Currency currency)
    {
        if (MaxAmount is null) return new RequestMandate(null, ValidUntil);
        var most = MaxAmount.In(currency);
        return most.IsRefused ? new CurrencyMismatch(currency.Code) : new RequestMandate(most.Value, ValidUntil);
    }
}

public sealed record MandateCancellation([CleanText(200)] string Reason);
