namespace Lending.Api.Webhooks;

/// <summary>Where providers tell us what happened. Signed instead of signed in; known and repeated news is answered with 2xx.</summary>
public static class WebhooksApi
{
    public static void MapWebhooksApi(this IEndpointRouteBuilder app)
    {
        // Providers are set up with the short address by default; both are the same.
        Map(app.MapGroup("/api/v1/webhooks"));
        Map(app.MapGroup("/webhooks"));
    }

    private static void Map(RouteGroupBuilder webhooks)
    {
        webhooks.AllowAnonymous().ExcludeFromDescription();
        PaymentWebhookEndpoint.Map(webhooks);
        MandateWebhookEndpoint.Map(webhooks);
        DebitWebhookEndpoint.Map(webhooks);
        PayoutWebhookEndpoint.Map(webhooks);
        ESignWebhookEndpoint.Map(webhooks);
    }
}
