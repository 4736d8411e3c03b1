using Lending.Api.Requests;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.Payouts;
using Lending.Providers.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Webhooks;

public static class PayoutWebhookEndpoint
{
    public static void Map(RouteGroupBuilder webhooks) => webhooks.MapPost("/payouts", HandleAsync);

    private static async Task<Results<Ok, ProblemHttpResult>> HandleAsync(
        HttpContext http, WebhookVerifier verifier, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var (webhook, refused) = await SignedWebhook.ReadAsync<PayoutWebhook>(http, verifier, cancellationToken);
        if (webhook is null) return refused!;
        if (CommandOf(webhook) is not { } command) return TypedResults.Ok(); // On its way; only the end of it is news.
        if (await SignedWebhook.NamedAsync(http, webhook.ClientReference, cancellationToken) is not { } reference) return Problems.From(new ReferenceUnknown());

        var context = SignedWebhook.Command(
            http, reference.Brand, "payouts", $"{webhook.ClientReference}:{webhook.State.ToString().ToLowerInvariant()}");
        var outcome = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(reference.Brand, reference.LoanId))
            .ExecuteAsync(new LoanRequest(command, context), cancellationToken);
        return outcome.IsRefused ? Problems.From(outcome.Refusal) : TypedResults.Ok();
    }

    private static LoanCommand? CommandOf(PayoutWebhook webhook) => webhook.State switch
    {
        PayoutState.Succeeded => new ConfirmDisbursement(webhook.ClientReference, webhook.Utr ?? webhook.ProviderReference),
        PayoutState.Failed => new FailDisbursement(webhook.ClientReference, webhook.FailureCode ?? "payout_failed"),
        PayoutState.Accepted or PayoutState.Processing => null,
    };
}
