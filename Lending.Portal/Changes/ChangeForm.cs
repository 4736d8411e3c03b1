using Lending.Domain;

namespace Lending.Portal.Changes;

/// <summary>What the panel's form holds. MoneyId is what money of the change will be booked under, and stays the same for a retry.</summary>
public sealed record ChangeForm(ChangeOption Option, string MoneyId)
{
    public decimal? Rate { get; init; }
    public int? Count { get; init; }
    public DateOnly? Day { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public Money? Amount { get; init; }
    public MoratoriumInterest Interest { get; init; }
    public PrepaymentEffect Effect { get; init; }
    public string Channel { get; init; } = "NEFT";
    public string? Reference { get; init; }
    public string? Words { get; init; }
    public string? PaymentId { get; init; }
    public ReversalCause Cause { get; init; }
    public CancellationReason Reason { get; init; }
    public ChargeOffKind ChargeOff { get; init; }

    public static ChangeForm Of(ChangeOption option) => new(option, $"change-{Guid.CreateVersion7():n}");

    /// <summary>The change, or null while a field is missing.</summary>
    public LoanChange? ToChange() => Option.Code switch
    {
        "rate" => Rate is { } rate ? new RateChange(rate) : null,
        "extension" => Count is { } count ? new TenureExtension(count) : null,
        "due-date" => Day is { } day ? new DueDateMove(day) : null,
        "moratorium" => Count is { } periods ? new Moratorium(periods, Interest) : null,
        "interest-pause" => From is { } from && To is { } to ? new InterestPause(from, to) : null,
        "re-age" => Count is { } instalments && Day is { } first ? new ReAge(instalments, first) : null,
        "re-amortisation" => new ReAmortisation(),
        "freeze" => new Freeze(Day),
        "dispute" => new Dispute(),
        "hold-release" => new HoldRelease(),
        "prepayment" => Amount is { } paid && Text(Reference) is { } reference ? new PartPrepayment(MoneyId, paid, Channel, reference, Effect) : null,
        "penalty-waiver" => Amount is { } penalty ? new PenaltyWaiver(penalty) : null,
        "interest-waiver" => Amount is { } interest ? new InterestWaiver(interest) : null,
        "goodwill-credit" => Amount is { } credit ? new GoodwillCredit(credit) : null,
        "payment-reversal" => Text(PaymentId) is { } payment ? new PaymentReversal(payment, Cause) : null,
        "advance-refund" => Amount is { } refund && Text(Reference) is { } transfer ? new AdvanceRefund(refund, transfer) : null,
        "refund-return" => Amount is { } back && Text(Reference) is { } sent ? new RefundReturn(back, sent) : null,
        "settlement" => Amount is { } agreed && Day is { } by ? new Settlement(agreed, by) : null,
        "write-off" => new WriteOff(),
        "late-charge" => new LateChargeByHand(),
        "charge-off" => new ChargeOff(ChargeOff),
        "charge-off-reversal" => new ChargeOffReversal(),
        "termination" => new ContractTermination(),
        "cancellation" => new Cancellation(Reason),
        "cooling-off-exit" => new CoolingOffExit(),
        "limit" => Amount is { } limit ? new LimitChange(limit) : null,
        "line-block" => Text(Words) is { } words ? new LineBlocking(words) : null,
        "line-unblock" => new LineUnblocking(),
        "minimum-percent" => Rate is { } percent ? new MinimumPercentChange(percent) : null,
        _ => throw new InvalidOperationException($"The panel has no form for {Option.Code}."),
    };

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
