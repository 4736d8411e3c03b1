using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Decisions;

namespace Lending.Portal.Proposals;

/// <summary>What the rules would do with an amount if it were booked on a loan now.</summary>
public static class PaymentPreview
{
    /// <summary>Empty when the loan could not take it.</summary>
    public static IReadOnlyList<KeyLine> Of(LoanFile file, Brand brand, Money amount, DateTimeOffset now)
    {
        if (!amount.IsPositive) return [];
        var decided = DecisionPreview.Of(file.State, file.Id, new ReceivePayment("preview", amount, "preview", "preview"), brand, file.Product, null, null, now);
        if (decided.Events.OfType<PaymentReceived>().FirstOrDefault() is not { } received) return [];
        var zero = Money.Zero(amount.Currency);
        Money Sum(Func<Allocation, Money> part) => received.Allocations.Aggregate(zero, (sum, allocation) => sum + part(allocation));
        return
        [
            new("Penalty", MoneyFormat.Full(Sum(part => part.Penalty))), new("Interest", MoneyFormat.Full(Sum(part => part.Interest))),
            new("Principal", MoneyFormat.Full(Sum(part => part.Principal))), new("Kept as an advance", MoneyFormat.Full(received.Advance)),
            new("Closes the loan", received.Closes ? "Yes" : "No"),
        ];
    }
}
