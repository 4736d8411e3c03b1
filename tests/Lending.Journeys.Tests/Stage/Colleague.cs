namespace Lending.Journeys.Tests;

/// <summary>A member of staff at their screen.</summary>
public sealed class Colleague(IPage page, Uri portal, string email)
{
    public const string Password = "Lending-demo-1";

    public IPage Page => page;

    public string Email => email;

    public async Task SignInAsync()
    {
        await page.GotoAsync(new Uri(portal, "/sign-in").AbsoluteUri);
        await TrySignInAsync(Password);
        await Expect(page.Locator("aside.rail")).ToBeVisibleAsync();
        await ReadyAsync();
    }

    public async Task TrySignInAsync(string password)
    {
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Opens an address of the portal and waits until the page answers.</summary>
    public async Task GoAsync(string path)
    {
        await page.GotoAsync(new Uri(portal, path).AbsoluteUri);
        await ReadyAsync();
    }

    /// <summary>A button of the portal: Fluent's own element, which the browser's role tree does not name.</summary>
    public ILocator Button(string text, ILocator? within = null) =>
        (within ?? page.Locator("body")).Locator("fluent-button, button").Filter(new() { HasText = text, Visible = true });

    /// <summary>Chooses a loan's row in the list of the page, and follows the link of the look beside it.</summary>
    public async Task OpenFromQueueAsync(string loanId, string verb)
    {
        await page.Locator("tr[data-row]").Filter(new() { HasText = loanId }).Locator("td").Nth(1).ClickAsync();
        await page.GetByLabel(", at a glance").GetByText(verb).ClickAsync();
        await page.WaitForURLAsync($"**/loans/{loanId}/*");
        await ReadyAsync();
    }

    /// <summary>Decides with a note, on the decision page.</summary>
    public async Task DecideAsync(string option, string note)
    {
        var panel = page.GetByLabel("Decision", new() { Exact = true });
        await panel.GetByRole(AriaRole.Radio, new() { Name = option }).CheckAsync();
        await panel.Locator("textarea").FillAsync(note);
        await panel.Locator("fluent-button[data-money]").ClickAsync();
        await Expect(page.GetByTestId("decision-closed")).ToBeVisibleAsync();
    }

    /// <summary>Approves the proposal of a loan on the approvals page with the code of the authenticator.</summary>
    public async Task ApproveAsync(Stage stage, string loanId, string verb)
    {
        await page.GetByTestId($"approval-{loanId}").ClickAsync();
        // Until its file is read, the page still shows the proposal it showed before.
        await Expect(page.Locator($".proposal a[href='/loans/{loanId}']")).ToBeVisibleAsync();
        await Button(verb, page.Locator(".proposal")).ClickAsync();
        await page.GetByLabel("Your 6-digit code").FillAsync(await stage.AuthenticatorCodeAsync(email));
        await page.Locator("fluent-dialog fluent-button[data-money]").Filter(new() { HasText = verb }).ClickAsync();
    }

    // The circuit is up when the layout has registered its keys.
    private Task ReadyAsync() => page.WaitForFunctionAsync("() => globalThis.portal?.ready === true");
}
