using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Webhooks;

public static class PaymentWebhookEndpoint
{
    public static void Map(RouteGroupBuilder webhooks) => webhooks.MapPost("/payments", HandleAsync);

    private static async Task<Results<Ok, Accepted, ProblemHttpResult>> HandleAsync(
        HttpContext http, WebhookVerifier verifier, IGrainFactory grains, UnmatchedPayments unmatched, PaymentMatching matching,
        CancellationToken cancellationToken)
    {
        var (webhook, refused) = await SignedWebhook.ReadAsync<PaymentWebhook>(http, verifier, cancellationToken);
        if (webhook is null) return refused!;
        if (webhook.State is not PaymentState.Paid) return TypedResults.Ok(); // A failed try leaves the link open; nothing has moved.

        // Somebody is placing this very payment on a loan by hand: it must not be booked a second time on the loan it names.
        var named = await SignedWebhook.LoanOfAsync(http, webhook.ClientReference, cancellationToken);
        if (named is { Brand.Code: var code } && await matching.ClaimedForAsync(code, webhook.PaymentReference, cancellationToken) is not null)
            return TypedResults.Accepted((string?)null);

        var reason = named is var (reference, brand) ? await BookAsync(webhook, reference, brand, http, grains, cancellationToken) : "reference_unknown";
        if (reason is null) return TypedResults.Ok();

        // The money has arrived whatever we think of it: it is kept for a person to place, and the provider need not call again.
        await unmatched.KeepAsync(
            new UnmatchedPayment(
                webhook.PaymentReference, named?.Brand.Code ?? "", webhook.ClientReference, webhook.AmountMinor, webhook.Currency, webhook.Method, webhook.Utr, reason),
            cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    /// <summary>Null when the payment is on the loan, now or since an earlier webhook; else why not.</summary>
    private static async Task<string?> BookAsync(
        PaymentWebhook webhook, LoanReference reference, Brand brand, HttpContext http, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (webhook.AmountMinor <= 0 || !Currency.TryOf(webhook.Currency, out var currency)) return "amount_invalid";

        var command = new ReceivePayment(
            webhook.PaymentReference, new Money(webhook.AmountMinor, currency), webhook.Method.ToUpperInvariant(), webhook.Utr ?? webhook.PaymentReference,
            webhook.ClientReference)
        {
            PaidOn = brand.ClockDayOf(webhook.OccurredAt),
        };
        var context = SignedWebhook.Command(http, brand.Code, "payments", webhook.PaymentReference);
        var outcome = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(brand.Code, reference.LoanId))
            .ExecuteAsync(new LoanRequest(command, context), cancellationToken);
        return outcome.Refusal?.Code;
    }
}
