using Sandbox.Mandates;

namespace Sandbox.Pages;

/// <summary>Where a borrower approves automatic debits, and sees and revokes them later.</summary>
internal static class MandatePage
{
    internal static Html Render(Mandate mandate, IReadOnlyList<Debit> debits, DateTimeOffset now)
    {
        var most = Show.Amount(mandate.Order.MostMinor, mandate.Order.Currency);
        return Html.Of($"""
            <section class="card paper"><p class="provider">Sandbox Autopay</p>
            <h1 class="amount">Up to {most}</h1><p>{mandate.Order.Description}, whenever the lender presents a debit</p>
            <dl><div><dt>Payer</dt><dd>{mandate.Order.PayerName}</dd></div><div><dt>Valid until</dt><dd>{Show.Day(mandate.Order.ValidUntil)}</dd></div>
            <div><dt>Reference</dt><dd><code>{mandate.ClientReference}</code></dd></div>
            {Html.If(mandate.Number is not null, () => Html.Of($"<div><dt>Mandate number</dt><dd><code>{mandate.Number}</code></dd></div>"))}</dl>
            {mandate.State switch
            {
                MandateState.Pending when mandate.Order.ApproveBy > now => Choose(mandate, most),
                MandateState.Active => Active(mandate),
                _ => Html.Of($"<p class=\"note warn\" role=\"status\"><strong>This mandate is {mandate.State.ToString().ToLowerInvariant()}.</strong> Nothing is debited under it.</p>"),
            }}
            {Html.If(debits.Count > 0, () => Html.Of($"<h2>Debits</h2><dl>{Html.Join(debits, Line)}</dl>"))}</section>
            """);
    }

    private static Html Choose(Mandate mandate, string most) => Html.Of($"""
        <div class="buttons">{Show.Post($"Approve up to {most}", $"/mandate/{mandate.ProviderReference}/answer", "{\"approve\":true}", "primary wide")}
        {Show.Post("Decline", $"/mandate/{mandate.ProviderReference}/answer", "{\"approve\":false}", "wide")}</div>
        """);

    private static Html Active(Mandate mandate) => Html.Of($"""
        <p class="note good" role="status"><strong>Active.</strong> {Behaviour(mandate.Account)}</p>
        <div class="buttons">
        {Html.If(mandate.Account is not PayerAccount.Pays, () => Account(mandate, "Put money in the account", "pays"))}
        {Html.If(mandate.Account is not PayerAccount.NoFunds, () => Account(mandate, "Empty the account", "no_funds"))}
        {Html.If(mandate.Account is not PayerAccount.Waits, () => Account(mandate, "Let debits wait for the bank page", "waits"))}
        {Show.Post("Revoke the mandate", $"/mandate/{mandate.ProviderReference}/revoke", "{}", "danger wide")}</div>
        """);

    private static Html Account(Mandate mandate, string label, string account) =>
        Show.Post(label, $"/mandate/{mandate.ProviderReference}/account", $"{{\"account\":\"{account}\"}}", "wide");

    private static string Behaviour(PayerAccount account) => account switch
    {
        PayerAccount.NoFunds => "The account is empty: debits fail.",
        PayerAccount.Waits => "Debits wait until somebody decides them on the bank page.",
        _ => "Debits are paid.",
    };

    private static Html Line(Debit debit) => Html.Of($"""
        <div><dt>{Show.Day(debit.Order.DebitOn)}</dt><dd>{Show.Amount(debit.AmountMinor, debit.Order.Currency)} {Show.State(debit.State.ToString())}</dd></div>
        """);
}
