namespace Sandbox.Webhooks;

/// <summary>Deliveries, for scripts; people see them on the bank page.</summary>
internal static class WebhookApi
{
    private const int Shown = 100;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/webhooks", (WebhookSender sender) => TypedResults.Json(new { Webhooks = sender.Newest(Shown) }, SandboxApp.Json));
        app.MapPost("/api/webhooks/{eventId}/send-again", (string eventId, WebhookSender sender) =>
            sender.SendAgain(eventId) ? TypedResults.NoContent() : Refused.NotFound());
    }
}
