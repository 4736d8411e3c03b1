using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Autopay;

/// <summary>Mandates and debits in the portal's words.</summary>
public static class AutopayWords
{
    /// <summary>The state code that the badge draws.</summary>
    public static string LookOf(MandateLine mandate) => mandate.State switch
    {
        MandateState.Requested => "mandate requested",
        MandateState.Active => "active",
        _ => mandate.Ending switch
        {
            MandateEnding.Revoked => "revoked",
            MandateEnding.Declined => "declined",
            MandateEnding.Expired => "expired",
            MandateEnding.Refused => "link refused",
            _ => "cancelled",
        },
    };

    public static string LookOf(DebitLine debit) => debit.State switch
    {
        PresentationState.Announced => "debit announced",
        PresentationState.Presented => "debit presented",
        PresentationState.Collected => "paid",
        PresentationState.Failed => "failed",
        PresentationState.Withdrawn => "withdrawn",
    };

    /// <summary>Why a debit failed or was not made, and when it is tried again.</summary>
    public static string ReasonOf(DebitLine debit) => debit switch
    {
        { State: PresentationState.Failed, NextTry: { } next } => $"{WordOf(debit.Reason)}, tried again from {Dates.Date(next)}",
        { State: PresentationState.Failed } => $"{WordOf(debit.Reason)}, goes with the next instalment",
        { Reason: { } reason } => WordOf(reason),
        _ => "",
    };

    public static string WordOf(string? code) => code switch
    {
        "insufficient_funds" => "Not enough money in the account",
        "mandate_not_active" => "The mandate is not active",
        "not_presented" => "The bank never heard of it",
        "paid" => "Paid before",
        "in_dispute" => "Loan in dispute",
        "day_passed" => "Its day had gone by",
        "mandate_ended" => "The mandate ended",
        "loan_closed" => "Loan closed",
        "validity_over" => "Its last day is over",
        null => "",
        _ => StatusLooks.Of(code).Word,
    };
}
