namespace Lending.Domain.Engine;

/// <summary>Money and credits that come in.</summary>
internal static class PaymentsMade
{
    public static Refusal? Pay(LoanAccount account, Paid @event, string field)
    {
        if (AccountEvents.Early(account, @event.Date) is { } reason) return new EventImpossible($"{field}.date", reason);
        var entry = account.Enter(@event.Kind, @event.Date, @event.Amount, source: @event);
        if (WithInterestRefund(account, @event))
        {
            account.Enter(TransactionKind.InterestRefund, @event.Date, 0, entry, @event);
            AccountEvents.Rebuild(account);
        }
        else AccountEvents.Process(account, entry);
        foreach (var refund in account.Live.Where(e => e.Kind is TransactionKind.InterestRefund && e.Amount == 0).ToList())
            (refund.Reverted, refund.ByTheEngine) = (true, true);
        return null;
    }

    public static Refusal? PayOff(LoanAccount account, PaidOff @event, string field)
    {
        if (AccountEvents.Early(account, @event.Date) is { } reason) return new EventImpossible($"{field}.date", reason);
        var amount = Payoffs.AmountOn(account, @event.Date);
        if (amount > 0) AccountEvents.Process(account, account.Enter(TransactionKind.Repayment, @event.Date, amount, source: @event));
        return null;
    }

    private static bool WithInterestRefund(LoanAccount account, Paid @event) =>
        @event.Kind is TransactionKind.MerchantIssuedRefund or TransactionKind.PayoutRefund && account.Recalculates
        && (@event.WithInterestRefund ?? account.Terms.InterestRefund);
}
