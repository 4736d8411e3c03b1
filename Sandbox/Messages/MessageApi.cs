using Sandbox.People;
using Sandbox.Storage;
using Sandbox.Switches;

namespace Sandbox.Messages;

/// <summary>SMS, WhatsApp and e-mail; and the mailbox for scripts.</summary>
internal static class MessageApi
{
    private const int Shown = 100;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGroup("/messages").AddEndpointFilter(new SwitchFilter(Capability.Messages)).MapPost("", Send);
        app.MapGet("/api/messages", (string to, Mailbox mailbox) => TypedResults.Json(
            new
            {
                Messages = mailbox.To(Phone(to), Shown).Select(message => new
                {
                    message.MessageId, message.Channel, message.To, message.Sender, message.Subject, message.Text, message.ReceivedAt,
                }),
            },
            SandboxApp.Json));
        app.MapGet("/api/changes", (Changes changes, CancellationToken cancellationToken) =>
            TypedResults.ServerSentEvents(changes.ListenAsync(cancellationToken)));
    }

    private static IResult Send(Request request, Mailbox mailbox, SwitchBoard switches)
    {
        var format = request.Channel == "email" ? Formats.Email : Formats.Phone;
        if (request.Channel is not ("sms" or "whats_app" or "email") || !format.IsMatch(request.To))
            return Refused.Unprocessable("invalid_recipient", "Write a phone number as +919812345678, or an e-mail address.");
        if (Magic.IsUnreachable(request.To)) return Refused.Unprocessable("recipient_unreachable", "The recipient cannot be reached.");

        var message = mailbox.Receive(request.MessageId, request.Channel, request.To, request.Sender, request.Subject, request.Text);
        if (message is null) return Refused.ReferenceReused();

        // Contradicting itself: a receipt for a message that nobody sent.
        var messageId = switches.Of(Capability.Messages).Contradict ? "another-" + message.MessageId : message.MessageId;
        return TypedResults.Ok(new Receipt(messageId, References.Of("msg", message.MessageId), message.ReceivedAt));
    }

    // A plus that was not escaped in a query string arrives as a space.
    private static string Phone(string to) => to.StartsWith(' ') ? string.Concat("+", to.AsSpan(1)) : to;

    internal sealed record Request(string MessageId, string Channel, string To, string Sender, string? Subject, string Text);

    internal sealed record Receipt(string MessageId, string ProviderReference, DateTimeOffset AcceptedAt);
}
