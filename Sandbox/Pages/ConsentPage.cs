using Sandbox.Aadhaar;

namespace Sandbox.Pages;

/// <summary>Where a borrower shares their Aadhaar record.</summary>
internal static class ConsentPage
{
    internal static Html Render(AadhaarSession session, DateTimeOffset now) => Html.Of($"""
        <section class="card paper"><p class="provider">Sandbox DigiLocker</p>
        <h1>Share your Aadhaar record?</h1>
        <p>The lender asks to see name, date of birth, gender, address and photo. Your Aadhaar number stays masked.</p>
        <dl><div><dt>Account</dt><dd>{session.Name}</dd></div><div><dt>Valid until</dt><dd>{Show.Time(session.ExpiresAt)}</dd></div></dl>
        {(session.State is AadhaarState.Waiting && session.ExpiresAt > now ? Choose(session) : Closed(session))}</section>
        """);

    private static Html Choose(AadhaarSession session) => Html.Of($"""
        <div class="buttons">{Show.Post("Share", $"/digilocker/{session.ProviderReference}/decide", "{\"allow\":true}", "primary wide")}
        {Show.Post("Do not share", $"/digilocker/{session.ProviderReference}/decide", "{\"allow\":false}", "wide")}</div>
        """);

    private static Html Closed(AadhaarSession session) => session.State switch
    {
        AadhaarState.Verified => new Html("<p class=\"note good\" role=\"status\"><strong>Shared.</strong> You can go back to the lender's app.</p>"),
        AadhaarState.Denied => new Html("<p class=\"note warn\" role=\"status\"><strong>Not shared.</strong> The lender was told so.</p>"),
        _ => new Html("<p class=\"note warn\" role=\"status\"><strong>Expired.</strong> Ask the lender for a new link.</p>"),
    };
}
