namespace Lending.Domain.Engine;

/// <summary>Chargebacks of payments, numbered as they were made.</summary>
internal static class ChargebacksMade
{
    public static Refusal? Make(LoanAccount account, ChargedBack @event, string field)
    {
        var payments = account.Live.Where(e => e.IsPayment && e.Kind is not TransactionKind.DownPayment and not TransactionKind.InterestRefund)
            .OrderBy(static e => e.Sequence).ToList();
        if (@event.PaymentNr > payments.Count) return new EventImpossible($"{field}.paymentNr", "There is no such payment.");
        AccountEvents.Process(
            account, account.Enter(TransactionKind.Chargeback, account.BusinessDate, @event.Amount, payments[@event.PaymentNr - 1], @event));
        return null;
    }
}
