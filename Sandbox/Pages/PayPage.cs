using Sandbox.PaymentLinks;

namespace Sandbox.Pages;

/// <summary>Where a borrower pays.</summary>
internal static class PayPage
{
    internal static Html Render(PaymentLink link, DateTimeOffset now)
    {
        var amount = Show.Amount(link.Order.AmountMinor, link.Order.Currency);
        var open = link.State is PaymentLinkState.Open && link.Order.ExpiresAt > now;
        return Html.Of($"""
            <section class="card paper"><p class="provider">Sandbox Pay</p>
            <h1 class="amount">{amount}</h1><p>{link.Order.Description}</p>
            <dl><div><dt>Payer</dt><dd>{link.Order.PayerName}</dd></div><div><dt>Reference</dt><dd><code>{link.ClientReference}</code></dd></div>
            <div><dt>Valid until</dt><dd>{Show.Time(link.Order.ExpiresAt)}</dd></div></dl>
            {(open ? Choose(link, amount) : Closed(link))}</section>
            """);
    }

    private static Html Choose(PaymentLink link, string amount) => Html.Of($"""
        {Html.If(link.Tries.Length > 0, () => new Html("<p class=\"note bad\" role=\"alert\"><strong>The payment failed.</strong> The bank declined it and no money moved. Try again.</p>"))}
        <div class="buttons">{Show.Post($"Pay {amount}", $"/pay/{link.ProviderReference}/complete", "{\"succeed\":true,\"method\":\"upi\"}", "primary wide")}
        {Show.Post("Let the payment fail", $"/pay/{link.ProviderReference}/complete", "{\"succeed\":false,\"method\":\"upi\"}", "wide")}</div>
        """);

    private static Html Closed(PaymentLink link) => link.Paid is { } paid
        ? Html.Of($"""
            <p class="note good" role="status"><strong>Paid.</strong> {Show.Time(paid.At)}, UTR {paid.Utr}</p>
            {Html.If(link.Order.ReturnUrl is not null, () => Html.Of($"<p><a class=\"button primary wide\" href=\"{link.Order.ReturnUrl!.AbsoluteUri}\">Back to the lender</a></p>"))}
            """)
        : Html.Of($"""<p class="note warn" role="status"><strong>This link is {(link.State is PaymentLinkState.Cancelled ? "cancelled" : "expired")}.</strong> Ask the lender for a new one.</p>""");
}
