using Sandbox.Switches;
using Sandbox.Webhooks;

namespace Sandbox.Payouts;

/// <summary>Money out.</summary>
internal static class PayoutApi
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var payouts = app.MapGroup("/payouts").AddEndpointFilter(new SwitchFilter(Capability.Payouts));
        payouts.MapPost("", Send);
        payouts.MapGet("/{clientReference}", (string clientReference, PayoutDesk desk) =>
            desk.Find(clientReference) is { } payout ? TypedResults.Ok(PayoutAnswer.From(payout)) : Refused.NotFound());

        // Outside the switches: this is a person at the bank, not the lender.
        app.MapPost("/api/payouts/{clientReference}/complete", (string clientReference, Decision decision, PayoutDesk desk) =>
            desk.Complete(clientReference, decision.Succeed)
                ? TypedResults.NoContent()
                : Refused.Conflict("already_final", "There is no such payout that waits."));
    }

    private static IResult Send(PayoutOrder order, PayoutDesk desk)
    {
        if (Callback.Refuse(order.CallbackUrl) is { } refusal) return refusal;

        // A known reference is answered before any rule, as it was the first time.
        if (desk.Find(order.ClientReference) is null && order.Refuse() is { } refused) return refused;
        return desk.Take(order) is { } payout ? TypedResults.Ok(PayoutAnswer.From(payout)) : Refused.ReferenceReused();
    }

    internal sealed record Decision(bool Succeed);
}
