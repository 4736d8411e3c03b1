using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.Mandates;
using Lending.Providers.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Webhooks;

public static class DebitWebhookEndpoint
{
    public static void Map(RouteGroupBuilder webhooks) => webhooks.MapPost("/debits", HandleAsync);

    private static async Task<Results<Ok, Accepted, ProblemHttpResult>> HandleAsync(
        HttpContext http, WebhookVerifier verifier, IGrainFactory grains, UnmatchedPayments unmatched, PaymentMatching matching,
        CancellationToken cancellationToken)
    {
        var (webhook, refused) = await SignedWebhook.ReadAsync<DebitWebhook>(http, verifier, cancellationToken);
        if (webhook is null) return refused!;
        if (webhook.State is not (DebitState.Paid or DebitState.Failed)) return TypedResults.Ok();

        // Somebody is placing this very payment on a loan by hand: it must not be booked a second time on the loan it names.
        var reference = await SignedWebhook.NamedAsync(http, webhook.ClientReference, cancellationToken);
        if (reference is not null && webhook.PaymentReference is { } named && await matching.ClaimedForAsync(reference.Brand, named, cancellationToken) is not null)
            return TypedResults.Accepted((string?)null);

        var reason = reference is null ? "reference_unknown" : await TellAsync(webhook, reference, http, grains, cancellationToken);
        if (reason is null) return TypedResults.Ok();
        if (webhook is not { State: DebitState.Paid, PaymentReference: { } payment }) return TypedResults.Ok(); // A failure of nothing we know moved no money.

        // The money has arrived whatever we think of it: it is kept for a person to place, and the provider need not call again.
        await unmatched.KeepAsync(
            new UnmatchedPayment(payment, reference?.Brand ?? "", webhook.ClientReference, webhook.AmountMinor, webhook.Currency, "autopay", webhook.Utr, reason), cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    /// <summary>Null when the loan has taken the news, now or earlier; else why not.</summary>
    private static async Task<string?> TellAsync(DebitWebhook webhook, LoanReference reference, HttpContext http, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var debit = new Debit(
            webhook.ClientReference, webhook.MandateReference, webhook.State, webhook.AmountMinor, webhook.Currency, default, webhook.PaymentReference, webhook.Utr,
            webhook.FailureCode);
        if (MandateCommands.Of(debit) is not { } command) return "amount_invalid";
        var context = SignedWebhook.Command(http, reference.Brand, "debits", webhook.State is DebitState.Paid ? webhook.PaymentReference! : $"{webhook.ClientReference}:failed");
        var outcome = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(reference.Brand, reference.LoanId))
            .ExecuteAsync(new LoanRequest(command, context), cancellationToken);
        return outcome.Refusal?.Code;
    }
}
