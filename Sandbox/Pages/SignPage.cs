using Sandbox.ESign;

namespace Sandbox.Pages;

/// <summary>Where a borrower reads and signs.</summary>
internal static class SignPage
{
    internal static Html Render(Signature signature) => Html.Of($"""
        <div class="signing"><iframe class="card" src="/esign/{signature.ProviderReference}/document" title="{signature.Title}"></iframe>
        <section class="card paper"><p class="provider">Sandbox e-Sign</p>
        <h1>{signature.Title}</h1>
        <dl><div><dt>Signer</dt><dd>{signature.SignerName}</dd></div><div><dt>Phone</dt><dd>••••••{signature.SignerMobile[^4..]}</dd></div>
        <div><dt>Valid until</dt><dd>{Show.Time(signature.ExpiresAt)}</dd></div></dl>
        <p><a href="/esign/{signature.ProviderReference}/document" target="_blank">Open the document</a></p>
        {(signature.IsOpen ? Form(signature) : Closed(signature))}</section></div>
        """);

    private static Html Form(Signature signature) => Html.Of($"""
        <div class="buttons">{Show.Post("Send OTP to my phone", $"/esign/{signature.ProviderReference}/otp", "{}", "wide")}</div>
        <form data-form="/esign/{signature.ProviderReference}/sign" data-said="That OTP does not sign. Ask for a new one and try again.">
        <label for="otp">OTP</label><input id="otp" name="otp" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{new Html("{6}")}" maxlength="6" required>
        <button class="primary wide">Sign with Aadhaar OTP</button></form>
        <div class="buttons">{Show.Post("Decline to sign", $"/esign/{signature.ProviderReference}/decline", "{}", "danger wide")}</div>
        """);

    private static Html Closed(Signature signature) => signature.State is SignatureState.Signed
        ? Html.Of($"<p class=\"note good\" role=\"status\"><strong>Signed.</strong> {Show.Time(signature.SignedAt!.Value)}</p>")
        : Html.Of($"<p class=\"note warn\" role=\"status\"><strong>{signature.State.ToString()}.</strong> This document can no longer be signed here. Ask the lender for a new link.</p>");
}
