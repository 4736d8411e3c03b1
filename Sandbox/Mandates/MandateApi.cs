using Sandbox.Pages;
using Sandbox.People;
using Sandbox.Switches;
using Sandbox.Webhooks;

namespace Sandbox.Mandates;

/// <summary>Money in by standing order.</summary>
internal static class MandateApi
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var calls = app.MapGroup("").AddEndpointFilter(new SwitchFilter(Capability.Mandates));
        calls.MapPost("/mandates", Register);
        calls.MapGet("/mandates/{clientReference}", (string clientReference, HttpRequest request, MandateDesk desk) => Told(desk.Find(MandateDesk.IdOf(clientReference)), request));
        calls.MapPost("/mandates/{clientReference}/cancel", (string clientReference, HttpRequest request, MandateDesk desk) => Told(desk.Cancel(MandateDesk.IdOf(clientReference)), request));
        calls.MapPost("/debits", Announce);
        calls.MapGet("/debits/{clientReference}", (string clientReference, DebitDesk desk) =>
            desk.Find(clientReference) is { } debit ? TypedResults.Ok(DebitAnswer.From(debit)) : Refused.NotFound());
        calls.MapPost("/debits/{clientReference}/present", Present);

        // The payer's own page, and what a tester does for the payer's bank.
        app.MapGet("/mandate/{id}", (string id, HttpRequest request, MandateDesk desk, DebitDesk debits, TimeProvider clock) => desk.Find(id) is { } mandate
            ? Page.Hosted(request, "Autopay", MandatePage.Render(mandate, debits.Newest(20, mandate.ClientReference), clock.GetUtcNow()))
            : Page.NotFound(request, "This mandate does not exist."));
        app.MapPost("/mandate/{id}/answer", (string id, Answer answer, MandateDesk desk) => State(desk.Answer(id, answer.Approve)));
        app.MapPost("/mandate/{id}/revoke", (string id, MandateDesk desk) => State(desk.Revoke(id)));
        app.MapPost("/mandate/{id}/account", (string id, Behaviour wanted, MandateDesk desk) => State(desk.Behave(id, wanted.Account)));
        app.MapPost("/api/debits/{clientReference}/complete", (string clientReference, Press press, DebitDesk desk) =>
            desk.Complete(clientReference, press.Succeed) is { } debit ? TypedResults.Ok(new { debit.State }) : Refused.Conflict("not_open", "The debit is final, or was not presented."));
    }

    private static IResult Told(Mandate? mandate, HttpRequest request) => mandate is null ? Refused.NotFound() : TypedResults.Ok(MandateAnswer.From(mandate, request));

    private static IResult State(Mandate? mandate) =>
        mandate is null ? Refused.Conflict("not_open", "The mandate is not open for that.") : TypedResults.Ok(new { mandate.State, mandate.Account });

    private static IResult Register(MandateOrder order, HttpRequest request, MandateDesk desk, TimeProvider clock)
    {
        if ((Callback.Refuse(order.CallbackUrl) ?? Callback.Refuse(order.DebitCallbackUrl)) is { } refusal) return refusal;
        if (desk.Find(MandateDesk.IdOf(order.ClientReference)) is null)
        {
            if (order.MostMinor <= 0 || !Formats.Currency.IsMatch(order.Currency))
                return Refused.Unprocessable("invalid_amount", "The amount must be positive, with a currency such as INR.");
            if (order.ApproveBy <= clock.GetUtcNow()) return Refused.Unprocessable("already_expired", "The page would have expired already.");
        }

        return desk.Register(order) is { } mandate ? TypedResults.Ok(MandateAnswer.From(mandate, request)) : Refused.ReferenceReused();
    }

    private static IResult Announce(DebitOrder order, MandateDesk mandates, DebitDesk desk)
    {
        if (desk.Find(order.ClientReference) is null)
        {
            if (mandates.Find(MandateDesk.IdOf(order.MandateReference)) is not { State: MandateState.Active } mandate) return NotActive();
            if (order.AmountMinor <= 0 || order.AmountMinor > mandate.Order.MostMinor || order.Currency != mandate.Order.Currency || order.DebitOn > mandate.Order.ValidUntil)
                return Refused.Unprocessable("amount_above_mandate", "The mandate does not cover this amount on this day.");
        }

        return desk.Announce(order) is { } debit ? TypedResults.Ok(DebitAnswer.From(debit)) : Refused.ReferenceReused();
    }

    private static IResult Present(string clientReference, DebitOrder order, MandateDesk mandates, DebitDesk desk)
    {
        if (desk.Find(clientReference) is not { } told || order.ClientReference != clientReference || told.Order.DebitOn != order.DebitOn)
            return Refused.Conflict("not_announced", "The payer was not told of this debit on this day.");
        if (told.State is DebitState.Announced)
        {
            if (mandates.Find(MandateDesk.IdOf(told.MandateReference)) is not { State: MandateState.Active }) return NotActive();
            if (order.AmountMinor <= 0 || order.AmountMinor > told.Order.AmountMinor)
                return Refused.Unprocessable("amount_above_announced", "The payer was told of a smaller amount.");
        }

        return desk.Present(order) is { } debit ? TypedResults.Ok(DebitAnswer.From(debit)) : Refused.ReferenceReused();
    }

    private static IResult NotActive() => Refused.Conflict("mandate_not_active", "The mandate is not active.");

    internal sealed record Answer(bool Approve);

    internal sealed record Behaviour(PayerAccount Account);

    internal sealed record Press(bool Succeed);
}
