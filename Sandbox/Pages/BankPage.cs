using Sandbox.ESign;
using Sandbox.Mandates;
using Sandbox.PaymentLinks;
using Sandbox.Payouts;
using Sandbox.Webhooks;

namespace Sandbox.Pages;

/// <summary>The lender's bank account from the bank's side, with what was told to the lender about it.</summary>
internal static class BankPage
{
    internal static Html Render(
        IReadOnlyList<Payout> payouts, IReadOnlyList<PaymentLink> links, IReadOnlyList<Mandate> mandates, IReadOnlyList<Debit> debits,
        IReadOnlyList<Signature> signatures, IReadOnlyList<Webhook> webhooks, bool hasKey) => Html.Of($"""
        <div class="head"><h1>Bank</h1><p class="muted"><span class="dot" aria-hidden="true"></span>Live, the newest 50 of each</p></div>
        {Html.If(!hasKey, () => new Html("<p class=\"note warn\" role=\"note\"><strong>Webhooks wait.</strong> Set <code>Webhooks:Key</code> and start again.</p>"))}
        {Table("Payouts", "Money that the lender sent.", ["Accepted", "Reference", "To", "Rail", "#Amount", "State", "UTR or reason", "!Decide"],
            Html.Join(payouts, PayoutRow), payouts.Count, "No payout yet. Approve a disbursement in the portal.")}
        {Table("Collections", "Payment pages and what came of them.", ["Made", "Reference", "For", "Payer", "#Amount", "State", "UTR or tries", "!Page"],
            Html.Join(links, LinkRow), links.Count, "No payment page yet.")}
        {Table("Mandates", "Standing orders of payers.", ["Made", "Reference", "Payer", "#Up to", "Until", "State", "Number", "!Page"],
            Html.Join(mandates, MandateRow), mandates.Count, "No mandate yet.")}
        {Table("Debits", "Money collected under mandates.", ["Changed", "Reference", "Debit on", "#Amount", "State", "UTR or reason", "!Decide"],
            Html.Join(debits, DebitRow), debits.Count, "No debit yet.")}
        {Table("Signatures", "Documents sent out for e-sign.", ["Changed", "Reference", "Document", "Signer", "State", "!Page"],
            Html.Join(signatures, SignatureRow), signatures.Count, "No document yet.")}
        {Table("Webhooks", "What the lender was told, and whether it listened.", ["Sent", "Event", "About", "To", "State", "#Tries", "#Status", "!Again"],
            Html.Join(webhooks, WebhookRow), webhooks.Count, "No webhook yet.")}
        """);

    // A column name may start with "#" for figures, or "!" for buttons.
    private static Html Table(string title, string text, string[] columns, Html rows, int count, string empty) => Html.Of($"""
        <section class="card table"><div class="title"><h2>{title}</h2><p class="muted">{text}</p></div>
        {(count == 0
            ? Html.Of($"<p class=\"empty\">{empty}</p>")
            : Html.Of($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\"><table><thead><tr>{Html.Join(columns, Column)}</tr></thead><tbody>{rows}</tbody></table></div>"))}
        </section>
        """);

    private static Html Column(string name) => name[0] switch
    {
        '#' => Html.Of($"<th scope=\"col\" class=\"figure\">{name[1..]}</th>"),
        '!' => Html.Of($"<th scope=\"col\" class=\"actions\">{name[1..]}</th>"),
        _ => Html.Of($"<th scope=\"col\">{name}</th>"),
    };

    private static Html PayoutRow(Payout payout)
    {
        var url = $"/api/payouts/{Uri.EscapeDataString(payout.ClientReference)}/complete";
        return Html.Of($"""
            <tr><td>{Show.Time(payout.AcceptedAt)}</td><td><code>{payout.ClientReference}</code></td>
            <td>{payout.Order.HolderName}<br><span class="muted">{payout.Order.AccountNumber ?? payout.Order.Vpa} {payout.Order.Ifsc}</span></td>
            <td>{payout.Order.Rail.ToUpperInvariant()}</td><td class="figure">{Show.Amount(payout.Order.AmountMinor, payout.Order.Currency)}</td>
            <td>{Show.State(payout.State.ToString())}</td><td>{payout.Utr ?? payout.FailureReason}</td>
            <td class="actions">{(payout.IsFinal
                ? Html.Nothing
                : Html.Of($"{Show.Post("Succeed", url, "{\"succeed\":true}", name: $"Succeed {payout.ClientReference}")} {Show.Post("Fail", url, "{\"succeed\":false}", "danger", $"Fail {payout.ClientReference}")}"))}</td></tr>
            """);
    }

    private static Html LinkRow(PaymentLink link) => Html.Of($"""
        <tr><td>{Show.Time(link.CreatedAt)}</td><td><code>{link.ClientReference}</code></td><td>{link.Order.Description}</td><td>{link.Order.PayerName}</td>
        <td class="figure">{Show.Amount(link.Order.AmountMinor, link.Order.Currency)}</td><td>{Show.State(link.State.ToString())}</td>
        <td>{link.Paid?.Utr ?? (link.Tries.Length == 0 ? "" : $"{link.Tries.Length} failed")}</td><td class="actions"><a href="/pay/{link.ProviderReference}" aria-label="Open the page of {link.ClientReference}">Open</a></td></tr>
        """);

    private static Html MandateRow(Mandate mandate) => Html.Of($"""
        <tr><td>{Show.Time(mandate.CreatedAt)}</td><td><code>{mandate.ClientReference}</code></td><td>{mandate.Order.PayerName}</td>
        <td class="figure">{Show.Amount(mandate.Order.MostMinor, mandate.Order.Currency)}</td><td>{Show.Day(mandate.Order.ValidUntil)}</td><td>{Show.State(mandate.State.ToString())}</td>
        <td>{mandate.Number}</td><td class="actions"><a href="/mandate/{mandate.ProviderReference}" aria-label="Open the page of {mandate.ClientReference}">Open</a></td></tr>
        """);

    private static Html DebitRow(Debit debit)
    {
        var url = $"/api/debits/{Uri.EscapeDataString(debit.ClientReference)}/complete";
        return Html.Of($"""
            <tr><td>{Show.Time(debit.ChangedAt)}</td><td><code>{debit.ClientReference}</code></td><td>{Show.Day(debit.Order.DebitOn)}</td>
            <td class="figure">{Show.Amount(debit.AmountMinor, debit.Order.Currency)}</td><td>{Show.State(debit.State.ToString())}</td><td>{debit.Utr ?? debit.FailureReason}</td>
            <td class="actions">{(debit.State is DebitState.Presented
                ? Html.Of($"{Show.Post("Pay", url, "{\"succeed\":true}", name: $"Pay {debit.ClientReference}")} {Show.Post("Fail", url, "{\"succeed\":false}", "danger", $"Fail {debit.ClientReference}")}")
                : Html.Nothing)}</td></tr>
            """);
    }

    private static Html SignatureRow(Signature signature) => Html.Of($"""
        <tr><td>{Show.Time(signature.ChangedAt)}</td><td><code>{signature.ClientReference}</code></td><td>{signature.Title}</td><td>{signature.SignerName}</td>
        <td>{Show.State(signature.State.ToString())}</td><td class="actions"><a href="/esign/{signature.ProviderReference}" aria-label="Open the page of {signature.ClientReference}">Open</a></td></tr>
        """);

    private static Html WebhookRow(Webhook webhook) => Html.Of($"""
        <tr><td>{Show.Time(webhook.CreatedAt)}</td><td>{webhook.Summary}</td><td><code>{webhook.About}</code></td><td>{webhook.Url.PathAndQuery}<br><span class="muted">{webhook.Url.Authority}</span></td>
        <td>{Show.State(webhook.DeliveredAt is not null ? "Delivered" : webhook.GivenUpAt is not null ? "Given up" : "Waiting")}</td>
        <td class="figure">{webhook.Attempts}</td><td class="figure">{webhook.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? (webhook.Attempts > 0 ? "no answer" : "")}</td>
        <td class="actions">{Show.Post("Send again", $"/api/webhooks/{Uri.EscapeDataString(webhook.EventId)}/send-again", "{}", name: $"Send again: {webhook.Summary} {webhook.About}")}</td></tr>
        """);
}
