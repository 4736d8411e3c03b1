using Sandbox.Messages;

namespace Sandbox.Pages;

/// <summary>The borrower's phone and mailbox.</summary>
internal static class PhonePage
{
    internal static Html Render(IReadOnlyList<Message> recipients, string? shown, string? find, IReadOnlyList<Message> messages) => Html.Of($"""
        <div class="head"><h1>Phone and mailbox</h1><p class="muted"><span class="dot" aria-hidden="true"></span>Live, newest first</p></div>
        <div class="split">
          <section class="card list" aria-labelledby="people">
            <h2 id="people" class="small">Recipients</h2>
            <form role="search" action="/phone"><label class="hidden" for="find">Find a number or address</label>
              <input id="find" name="find" type="search" placeholder="Find a number or address" value="{find}" autocomplete="off"></form>
            {(recipients.Count == 0 ? EmptyList(find) : Html.Of($"<ul>{Html.Join(recipients, message => Recipient(message, shown, find))}</ul>"))}
          </section>
          <section class="phone" aria-labelledby="owner">
            <h2 id="owner">{shown ?? "No phone yet"}</h2>
            {(messages.Count == 0
                ? Html.Of($"<p class=\"empty\">No message yet. When the lender sends an OTP or a letter, it appears here by itself.</p>")
                : Html.Of($"<ol>{Html.Join(messages, Bubble)}</ol>"))}
          </section>
        </div>
        """);

    private static Html EmptyList(string? find) => string.IsNullOrWhiteSpace(find)
        ? Html.Of($"<p class=\"empty\">Nobody got a message yet.</p>")
        : Html.Of($"<p class=\"empty\">No recipient contains “{find}”. <a href=\"/phone\">Show all</a></p>");

    private static Html Recipient(Message last, string? shown, string? find)
    {
        var query = $"?to={Uri.EscapeDataString(last.To)}" + (string.IsNullOrWhiteSpace(find) ? "" : $"&find={Uri.EscapeDataString(find)}");
        var current = string.Equals(last.To, shown, StringComparison.OrdinalIgnoreCase) ? new Html(" aria-current=\"true\"") : Html.Nothing;
        return Html.Of($"""
            <li><a href="/phone{query}"{current}><strong>{last.To}</strong>{Show.Time(last.ReceivedAt)}<span>{last.Subject ?? last.Text}</span></a></li>
            """);
    }

    private static Html Bubble(Message message) => Html.Of($"""
        <li class="{message.Channel}"><p class="meta"><span class="channel">{Channel(message.Channel)}</span> <strong>{message.Sender}</strong> {Show.Time(message.ReceivedAt)}</p>
        {Html.If(message.Subject is not null, () => Html.Of($"<p class=\"subject\">{message.Subject}</p>"))}
        <p class="text">{Linked.Text(message.Text)}</p></li>
        """);

    private static string Channel(string channel) => channel switch
    {
        "whats_app" => "WhatsApp",
        "email" => "E-mail",
        _ => "SMS",
    };
}
