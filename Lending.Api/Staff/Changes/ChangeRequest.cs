using System.ComponentModel.DataAnnotations;
using Lending.Api.Requests;
using Lending.Domain;

namespace Lending.Api.Staff.Changes;

/// <summary>What kind of change is asked for.</summary>
public enum ChangeKind
{
    Rate, Extension, DueDate, Moratorium, InterestPause, ReAge, ReAmortisation, Prepayment, Freeze, Dispute, HoldRelease, PenaltyWaiver, InterestWaiver,
    GoodwillCredit, PaymentReversal, AdvanceRefund, Settlement, WriteOff, Termination, Cancellation, CoolingOffExit, ChargeOff, ChargeOffReversal, LateCharge,
    Limit, LineBlock, LineUnblock, MinimumPercent, RefundReturn,
}

/// <summary>
/// A change of a running loan: its kind and the fields that kind takes, no others. A rate is per cent a year, or a day for payday. Channel and Reference are
/// those of the money that came or went.
/// </summary>
public sealed record ChangeRequest(
    ChangeKind Kind,
    [Range(typeof(decimal), "0", "1000")] decimal? RatePercent = null,
    [Range(1, 480)] int? Instalments = null,
    DateOnly? NextDue = null,
    DateOnly? FirstDue = null,
    DateOnly? From = null,
    DateOnly? To = null,
    DateOnly? Until = null,
    DateOnly? PayBy = null,
    MoneyDto? Amount = null,
    MoratoriumInterest? Interest = null,
    PrepaymentEffect? Effect = null,
    [RegularExpression("^[A-Z]{1,20}$")] string? Channel = null,
    [CleanText(80)] string? Reference = null,
    [RegularExpression("^[A-Za-z0-9_-]{1,80}$")] string? PaymentId = null,
    ReversalCause? Cause = null,
    CancellationReason? Reason = null,
    ChargeOffKind? ChargeOff = null,
    [CleanText(200)] string? BlockReason = null,
    [Range(typeof(decimal), "1", "100")] decimal? MinimumPercent = null);

/// <summary>The kind needs this field.</summary>
public sealed record ChangeFieldMissing(string Name, string Change)
    : Refusal(RefusalKind.Unprocessable, "input_missing", $"A change of the kind {Change} needs {Name}.", Name);

/// <summary>The kind does not take this field; a value that would be ignored is refused.</summary>
public sealed record ChangeFieldNotUsed(string Name, string Change)
    : Refusal(RefusalKind.Unprocessable, "input_not_used", $"A change of the kind {Change} takes no {Name}.", Name);
