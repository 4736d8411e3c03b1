using Lending.Api.Requests;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.Mandates;
using Lending.Providers.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Webhooks;

public static class MandateWebhookEndpoint
{
    public static void Map(RouteGroupBuilder webhooks) => webhooks.MapPost("/mandates", HandleAsync);

    private static async Task<Results<Ok, ProblemHttpResult>> HandleAsync(
        HttpContext http, WebhookVerifier verifier, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var (webhook, refused) = await SignedWebhook.ReadAsync<MandateWebhook>(http, verifier, cancellationToken);
        if (webhook is null) return refused!;
        if (MandateCommands.Of(webhook.ClientReference, webhook.State, webhook.Number) is not { } command) return TypedResults.Ok();
        if (await SignedWebhook.NamedAsync(http, webhook.ClientReference, cancellationToken) is not { } reference) return Problems.From(new ReferenceUnknown());

        // Old news comes to nothing: a mandate that has ended stays so, whatever arrives after.
        var context = SignedWebhook.Command(http, reference.Brand, "mandates", $"{webhook.ClientReference}:{webhook.State.ToString().ToLowerInvariant()}");
        var outcome = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(reference.Brand, reference.LoanId))
            .ExecuteAsync(new LoanRequest(command, context), cancellationToken);
        return outcome.IsRefused ? Problems.From(outcome.Refusal) : TypedResults.Ok();
    }
}
