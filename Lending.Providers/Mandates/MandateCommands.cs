using Lending.Domain;

namespace Lending.Providers.Mandates;

/// <summary>What a provider's word on a mandate or a debit means for the loan, however it came: by webhook, as an answer, or when asked.</summary>
public static class MandateCommands
{
    /// <summary>Null while the borrower has not decided.</summary>
    public static LoanCommand? Of(string reference, MandateStatus state, string? number) => state switch
    {
        MandateStatus.Pending => null,
        MandateStatus.Active => new ConfirmMandate(reference, number ?? reference),
        MandateStatus.Declined => new EndMandate(reference, MandateEnding.Declined, "declined"),
        MandateStatus.Revoked => new EndMandate(reference, MandateEnding.Revoked, "revoked"),
        MandateStatus.Expired => new EndMandate(reference, MandateEnding.Expired, "expired"),
        MandateStatus.Cancelled => new EndMandate(reference, MandateEnding.Cancelled, "cancelled"),
    };

    /// <summary>Null while it is under way, and where what was reported is not an amount of money.</summary>
    public static LoanCommand? Of(Debit debit) => debit.State switch
    {
        DebitState.Failed => new FailPresentation(debit.ClientReference, debit.FailureCode ?? "failed"),
        DebitState.Paid when debit.PaymentReference is { } payment && debit.AmountMinor > 0 && Currency.TryOf(debit.Currency, out var currency) =>
            new ReceivePayment(payment, new Money(debit.AmountMinor, currency), PaymentChannels.Autopay, debit.Utr ?? payment) { Presentation = debit.ClientReference },
        _ => null,
    };
}
