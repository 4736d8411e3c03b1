using Sandbox.Authenticator;

namespace Sandbox.Pages;

/// <summary>An authenticator app for demo staff.</summary>
internal static class AuthenticatorPage
{
    internal static Html Render(IReadOnlyList<StaffMember> staff, DateTimeOffset now) => Html.Of($"""
        <div class="head"><h1>Authenticator</h1><p class="muted" data-reload-in="{Totp.SecondsLeft(now)}">New codes in <span data-countdown>{Totp.SecondsLeft(now)}</span> s</p></div>
        <p class="note" role="note"><strong>Demo staff only.</strong> Their secret follows from the e-mail address, so anybody can compute these codes. Real staff scan a QR code when they enrol.</p>
        <form class="inline" data-form="/api/staff"><label for="email">E-mail of a member of demo staff</label>
          <input id="email" name="email" type="email" required autocomplete="off"><button class="primary">Show codes</button></form>
        {(staff.Count == 0
            ? Html.Of($"<p class=\"empty card\">Nobody yet. Enter the e-mail address you sign in to the portal with.</p>")
            : Html.Of($"<ul class=\"codes\">{Html.Join(staff, member => Code(member, now))}</ul>"))}
        """);

    private static Html Code(StaffMember member, DateTimeOffset now)
    {
        var secret = Totp.DemoSecret(member.Email);
        var code = Totp.Code(secret, now);
        return Html.Of($"""
            <li class="card"><strong>{member.Email}</strong>
            <button type="button" class="code big" data-copy="{code}" title="Copy" aria-label="Copy the code of {member.Email}">{code[..3]} {code[3..]}</button>
            <details><summary>Secret for an authenticator app</summary><code>{Totp.Base32(secret)}</code></details></li>
            """);
    }
}
