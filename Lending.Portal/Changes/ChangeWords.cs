using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Changes;

/// <summary>Changes of a loan in the words of the pages.</summary>
public static class ChangeWords
{
    /// <summary>What kind it is, as a heading: "Other rate".</summary>
    public static string NameOf(LoanChange change) => change switch
    {
        RateChange => "Other rate",
        TenureExtension => "Longer term",
        DueDateMove => "Other due day",
        Moratorium => "Moratorium",
        InterestPause => "Interest pause",
        ReAge => "Re-age",
        ReAmortisation => "Spread the arrears",
        PartPrepayment => "Part prepayment",
        Freeze => "Freeze",
        Dispute => "Dispute",
        HoldRelease => "End of the hold",
        PenaltyWaiver => "Penalty waiver",
        InterestWaiver => "Interest waiver",
        GoodwillCredit => "Goodwill credit",
        PaymentReversal => "Payment taken back",
        AdvanceRefund => "Refund of the advance",
        RefundReturn => "Refund returned by the bank",
        Settlement => "Settlement",
        WriteOff => "Write-off",
        LateChargeByHand => "Late charge by hand",
        ChargeOff => "Charge-off",
        ChargeOffReversal => "Charge-off taken back",
        ContractTermination => "End of the contract",
        Cancellation => "Cancellation",
        CoolingOffExit => "Cooling-off exit",
        LimitChange => "Other limit",
        LineBlocking => "Draws blocked",
        LineUnblocking => "Draws unblocked",
        MinimumPercentChange => "Other minimum payment",
        _ => StatusLooks.Of(change.GetType().Name).Word,
    };

    /// <summary>What money paid early does: "smaller instalments".</summary>
    public static string EffectOf(PrepaymentEffect effect) => effect switch
    {
        PrepaymentEffect.ReduceInstalment => "smaller instalments",
        PrepaymentEffect.ReduceTenure => "shorter term",
        PrepaymentEffect.PayLastInstalments => "last instalments first",
    };

    /// <summary>What exactly, in one line: "16.00 % from today on".</summary>
    public static string DetailOf(LoanChange change) => change switch
    {
        RateChange c => $"{MoneyFormat.Percent(c.RatePercent)} from the day of the change on",
        TenureExtension c => $"{Count(c.Instalments, "instalment")} more",
        DueDateMove c => $"next due on {Dates.Date(c.NextDue)}, the later ones on the same day",
        Moratorium c => $"{Count(c.Instalments, "period")} without an instalment, interest {(c.Interest is MoratoriumInterest.Waived ? "not charged" : "paid with the later instalments")}",
        InterestPause c => $"no interest from {Dates.Date(c.From)} to {Dates.Date(c.To)}",
        ReAge c => $"everything owed in {Count(c.Instalments, "instalment")} from {Dates.Date(c.FirstDue)} on",
        ReAmortisation => "what is overdue over the instalments to come",
        PartPrepayment c => $"{MoneyFormat.Full(c.Amount)} by {c.Channel}, {EffectOf(c.Effect)}",
        Freeze { Until: { } until } => $"nothing accrues up to {Dates.Date(until)}",
        Freeze => "nothing accrues until it is released",
        Dispute => "interest accrues without being income, nobody collects",
        HoldRelease => "the loan goes on",
        PenaltyWaiver c => $"{MoneyFormat.Full(c.Amount)} of penalty given up",
        InterestWaiver c => $"{MoneyFormat.Full(c.Amount)} of interest given up",
        GoodwillCredit c => $"{MoneyFormat.Full(c.Amount)} paid by the lender",
        PaymentReversal c => $"payment {c.PaymentId}, {StatusLooks.Of(c.Cause).Word.ToLowerInvariant()}",
        AdvanceRefund c => $"{MoneyFormat.Full(c.Amount)} back to the borrower, {c.Reference}",
        RefundReturn c => $"{MoneyFormat.Full(c.Amount)} came back from the bank, {c.Reference}",
        Settlement c => $"{MoneyFormat.Full(c.Amount)} closes it if it comes by {Dates.Date(c.PayBy)}",
        WriteOff => "the debt is given up in the books",
        LateChargeByHand => "what the product's rule charges today",
        ChargeOff { Kind: ChargeOffKind.Regular } => "a loss in the books, interest goes on in suspense",
        ChargeOff { Kind: ChargeOffKind.ZeroInterest } => "a loss in the books, no interest from the day on",
        ChargeOff => "a loss in the books, all principal due at once",
        ChargeOffReversal => "the loan is worked out again as if it had not been charged off",
        ContractTermination => "all principal and the interest earned are due at once",
        LimitChange c => $"{MoneyFormat.Full(c.Limit)} from the day of the change on",
        LineBlocking c => $"nothing can be drawn: {c.Reason}",
        LineUnblocking => "money can be drawn again",
        MinimumPercentChange c => $"statements ask for {MoneyFormat.Percent(c.Percent)}",
        CoolingOffExit => "principal and the interest for the days close it, without a charge",
        Cancellation c => $"undone: {StatusLooks.Of(c.Reason).Word.ToLowerInvariant()}",
        _ => "",
    };

    /// <summary>The icon of the kind.</summary>
    public static string IconOf(LoanChange change) => change switch
    {
        Freeze or InterestPause or Moratorium => "pause_circle_16_regular",
        Dispute => "gavel_16_regular",
        HoldRelease or LineUnblocking => "checkmark_circle_16_regular",
        PartPrepayment or GoodwillCredit or AdvanceRefund => "money_16_regular",
        PaymentReversal or RefundReturn or ChargeOffReversal or CoolingOffExit => "arrow_undo_16_regular",
        Settlement => "handshake_16_regular",
        WriteOff or ChargeOff => "document_dismiss_16_regular",
        ContractTermination or Cancellation or LineBlocking => "prohibited_16_regular",
        DueDateMove => "calendar_ltr_16_regular",
        _ => "branch_16_regular",
    };

    /// <summary>How it is felt in a timeline once it is made.</summary>
    public static Tone ToneOf(LoanChange change) => change switch
    {
        WriteOff or ChargeOff or ContractTermination or Cancellation => Tone.Bad,
        Freeze or Dispute or PaymentReversal or RefundReturn or LineBlocking => Tone.Warn,
        HoldRelease or LineUnblocking or GoodwillCredit => Tone.Good,
        _ => Tone.Info,
    };

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
