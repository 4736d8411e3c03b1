using Sandbox.Switches;

namespace Sandbox.Pages;

/// <summary>The switches, one row per third party.</summary>
internal static class SwitchesPage
{
    private static readonly Dictionary<Capability, (string Name, string Contradiction, bool HasWebhooks)> About = new()
    {
        [Capability.Pan] = ("PAN", "Matched, but name and date of birth differ", false),
        [Capability.Aadhaar] = ("Aadhaar", "Verified, but another person", false),
        [Capability.Bureau] = ("Bureau", "No record, but a score and loans", false),
        [Capability.BankAccounts] = ("Penny drop", "Another holder's name that is said to match", false),
        [Capability.Payouts] = ("Payouts", "After the final webhook, the opposite", true),
        [Capability.PaymentLinks] = ("Payment links", "Paid, then a webhook that it failed", true),
        [Capability.Mandates] = ("Autopay", "Paid, then a webhook that it failed", true),
        [Capability.ESign] = ("E-sign", "Signed, but another document", true),
        [Capability.Messages] = ("Messages", "A receipt for another message", false),
    };

    internal static Html Render(Dictionary<Capability, CapabilitySwitches> switches) => Html.Of($"""
        <div class="head"><h1>Switches</h1><p class="muted">They count from the next call, and are all off after a restart.</p>
        <button type="button" data-post="/switches" data-method="DELETE" data-body="{new Html("{}")}">Reset all</button></div>
        <section class="card table"><div class="scroll" tabindex="0" role="region" aria-label="Switches"><table class="switches">
        <thead><tr><th scope="col">Third party</th><th scope="col">Fail<br><span class="muted">503</span></th><th scope="col" class="figure">Fail next<br><span class="muted">calls</span></th>
        <th scope="col" class="figure">Delay<br><span class="muted">ms</span></th><th scope="col">Never answer<br><span class="muted">takes effect</span></th>
        <th scope="col" class="figure">Never answer next<br><span class="muted">calls</span></th><th scope="col" class="figure">Repeat webhooks<br><span class="muted">extra times</span></th>
        <th scope="col">Reorder<br><span class="muted">webhooks</span></th><th scope="col">Contradict</th></tr></thead>
        <tbody>{Html.Join(switches, entry => Row(entry.Key, entry.Value))}</tbody></table></div></section>
        """);

    private static Html Row(Capability capability, CapabilitySwitches now)
    {
        var (name, contradiction, hasWebhooks) = About[capability];
        var key = SwitchApi.Name(capability);
        return Html.Of($"""
            <tr{(now == new CapabilitySwitches() ? Html.Nothing : new Html(" class=\"on\""))}><th scope="row">{name}</th>
            <td>{Check(key, "fail", $"{name}: fail", now.Fail)}</td><td class="figure">{Number(key, "failNext", $"{name}: fail next calls", now.FailNext, 1000)}</td>
            <td class="figure">{Number(key, "delayMs", $"{name}: delay in milliseconds", now.DelayMs, 120000)}</td>
            <td>{Check(key, "timeOut", $"{name}: never answer", now.TimeOut)}</td><td class="figure">{Number(key, "timeOutNext", $"{name}: never answer next calls", now.TimeOutNext, 1000)}</td>
            <td class="figure">{(hasWebhooks ? Number(key, "repeatWebhooks", $"{name}: repeat webhooks", now.RepeatWebhooks, 200) : None)}</td>
            <td>{(hasWebhooks ? Check(key, "reorderWebhooks", $"{name}: reorder webhooks", now.ReorderWebhooks) : None)}</td>
            <td><label class="with-text">{Check(key, "contradict", $"{name}: contradict: {contradiction}", now.Contradict)}<span class="muted">{contradiction}</span></label></td></tr>
            """);
    }

    private static Html None => new("<span class=\"muted\">–</span>");

    private static Html Check(string capability, string name, string label, bool on) => Html.Of($"""
        <input type="checkbox" role="switch" id="{capability}-{name}" data-switch="{capability}.{name}" aria-label="{label}"{(on ? new Html(" checked") : Html.Nothing)}>
        """);

    private static Html Number(string capability, string name, string label, int value, int most) => Html.Of($"""
        <input type="number" id="{capability}-{name}" data-switch="{capability}.{name}" aria-label="{label}" min="0" max="{most}" value="{value}">
        """);
}
