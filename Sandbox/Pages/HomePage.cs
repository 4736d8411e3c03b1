namespace Sandbox.Pages;

/// <summary>Where to go, and how to steer what happens.</summary>
internal static class HomePage
{
    private static readonly (string Path, string Name, string Text)[] Doors =
    [
        ("/phone", "Phone and mailbox", "Every SMS, WhatsApp message and e-mail, live. OTPs arrive here."),
        ("/bank", "Bank", "Payouts, collections, signatures and webhooks. Decide a payout that waits."),
        ("/authenticator", "Authenticator", "Current codes of demo staff for signing in to the portal."),
        ("/switches", "Switches", "Make a third party fail, hang, repeat itself or contradict itself."),
    ];

    private static readonly (string About, (string Identifier, string Outcome)[] Rules)[] Steering =
    [
        ("PAN, by its four digits (ABCPE0000F)",
        [
            ("0000", "PAN not found"), ("1111", "Name differs"), ("2222", "Date of birth differs"), ("3333", "Not linked to Aadhaar"),
            ("4444", "Fraud flag"), ("5555", "Bureau: score 540, days past due"), ("6666", "Bureau: no record"),
            ("7777", "Bureau: many loans and enquiries"), ("any other", "Matches; bureau score 690 to 849, clean"),
        ]),
        ("Aadhaar, by its last four digits",
        [
            ("0001", "Number not found"), ("0002", "Name differs"), ("0003", "Date of birth differs"), ("0004", "No mobile linked"),
            ("any other", "OTP arrives on the phone; the person matches"),
        ]),
        ("Bank account, by its last four digits",
        [
            ("0001", "Penny drop: no such account"), ("0002", "Penny drop: another holder"), ("0003", "Penny drop: closed"),
            ("0004", "Penny drop: the bank is offline"), ("0005", "Payout fails by webhook"), ("0006", "Payout waits for a decision on the bank page"),
            ("0007", "Payout refused at once"), ("any other", "Valid; payouts succeed"),
        ]),
        ("UPI address, phone, e-mail",
        [
            ("fail…@upi", "Payout fails by webhook"), ("wait…@upi", "Payout waits for a decision on the bank page"),
            ("phone …00000", "Message refused: cannot be reached"), ("…@unreachable.test", "Message refused: cannot be reached"),
            ("above ₹ 10 crore", "Payout refused: insufficient balance"),
        ]),
    ];

    internal static Html Render(int recipients, int waiting, bool hasKey) => Html.Of($"""
        <div class="head"><h1>Sandbox</h1><p class="muted">Plays every third party of the lender on this machine. Nothing outside is ever called.</p></div>
        {Html.If(!hasKey, () => new Html("<p class=\"note warn\" role=\"note\"><strong>Webhooks wait.</strong> Set <code>Webhooks:Key</code> to the lender's webhook key and start again.</p>"))}
        <dl class="figures">
          <div><dt>Phones and mailboxes</dt><dd>{recipients}</dd></div>
          <div><dt>Payouts under way</dt><dd>{waiting}</dd></div>
        </dl>
        <ul class="doors">{Html.Join(Doors, door => Html.Of($"""
            <li><a class="card" href="{door.Path}"><strong>{door.Name}</strong><span>{door.Text}</span></a></li>
            """))}</ul>
        <h2>Steering outcomes</h2>
        <p class="muted">Everything well-formed succeeds and belongs to the person who was named, unless an identifier says otherwise. The same identifier always gives the same answer.</p>
        <div class="columns">{Html.Join(Steering, group => Html.Of($"""
            <section class="card table"><h3>{group.About}</h3><table><thead><tr><th scope="col">Identifier</th><th scope="col">Outcome</th></tr></thead>
            <tbody>{Html.Join(group.Rules, rule => Html.Of($"<tr><th scope=\"row\"><code>{rule.Identifier}</code></th><td>{rule.Outcome}</td></tr>"))}</tbody></table></section>
            """))}</div>
        """);
}
