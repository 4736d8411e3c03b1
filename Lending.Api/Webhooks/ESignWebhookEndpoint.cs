using Lending.Api.Requests;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.ESign;
using Lending.Providers.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Webhooks;

public static class ESignWebhookEndpoint
{
    public static void Map(RouteGroupBuilder webhooks)
    {
        webhooks.MapPost("/esign", HandleAsync);
        webhooks.MapPost("/e-sign", HandleAsync);
    }

    private static async Task<Results<Ok, ProblemHttpResult>> HandleAsync(
        HttpContext http, WebhookVerifier verifier, IGrainFactory grains, CancellationToken cancellationToken)
    {
        var (webhook, refused) = await SignedWebhook.ReadAsync<ESignWebhook>(http, verifier, cancellationToken);
        if (webhook is null) return refused!;
        if (webhook.State is not ESignState.Signed) return TypedResults.Ok(); // Viewed, declined or expired: the loan waits as it is.
        if (await SignedWebhook.NamedAsync(http, webhook.ClientReference, cancellationToken) is not { } reference) return Problems.From(new ReferenceUnknown());

        var command = new RecordSignature(webhook.ClientReference, webhook.DocumentSha256, webhook.SignedAt ?? webhook.OccurredAt);
        var context = SignedWebhook.Command(http, reference.Brand, "e-sign", $"{webhook.ClientReference}:signed");
        var outcome = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(reference.Brand, reference.LoanId))
            .ExecuteAsync(new LoanRequest(command, context), cancellationToken);

        // A refusal is answered as one: a signature that overtook the record of its agreement comes again and is then taken.
        return outcome.IsRefused ? Problems.From(outcome.Refusal) : TypedResults.Ok();
    }
}
