namespace Lending.Journeys.Tests;

/// <summary>
/// Takes the pictures of README from a running installation with demo data. eng/screenshots.sh starts it; tests do not.
/// LENDING_SCREENSHOTS names the folder, LENDING_PORTAL, LENDING_SANDBOX and LENDING_DASHBOARD where things are.
/// </summary>
public sealed class Screenshots
{
    private const int WidthPx = 1440;
    private const int HeightPx = 900;

    private static string Named(string name, string usual) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : usual;

    private static Uri Portal => new(Named("LENDING_PORTAL", "http://127.0.0.1:5090"));

    private static Uri Sandbox => new(Named("LENDING_SANDBOX", "http://127.0.0.1:5099"));

    private static Uri Dashboard => new(Named("LENDING_DASHBOARD", "http://127.0.0.1:15000"));

    [ScreenshotsFact]
    public async Task Pictures_OfTheDemo_AreTaken()
    {
        // An installation that has just started answers its first pages slowly.
        SetDefaultExpectTimeout(30_000);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);

        var stranger = await PageAsync(browser, "light");
        await stranger.GotoAsync(new Uri(Portal, "/sign-in").AbsoluteUri);
        await KeepAsync(stranger, "sign-in");

        var deepa = await SignedInAsync(browser, "deepa@saffron.test", "light");
        var rows = deepa.Page.Locator("tr[data-row]");
        await rows.Nth(1).Locator("td").Nth(1).ClickAsync();
        await Expect(deepa.Page.GetByLabel(", at a glance").GetByText("Last events")).ToBeVisibleAsync();
        await KeepAsync(deepa.Page, "queue");
        await rows.Nth(1).DblClickAsync();
        await deepa.Page.GetByLabel("Decision", new() { Exact = true }).GetByRole(AriaRole.Radio, new() { Name = "Approve" }).CheckAsync();
        await KeepAsync(deepa.Page, "decision");

        var overdue = await OverdueLoanAsync(deepa);
        await deepa.GoAsync($"/loans/{overdue}?tab=schedule");
        await Expect(deepa.Page.GetByRole(AriaRole.Table, new() { Name = "Schedule, current" })).ToBeVisibleAsync();
        await KeepAsync(deepa.Page, "loan");
        var dark = await SignedInAsync(browser, "deepa@saffron.test", "dark");
        await dark.GoAsync($"/loans/{overdue}?tab=ledger");
        await Expect(dark.Page.GetByTestId("ledger")).ToBeVisibleAsync();
        await KeepAsync(dark.Page, "loan-dark");

        var sameer = await SignedInAsync(browser, "sameer@saffron.test", "light");
        await sameer.GoAsync("/approvals");
        await WaitingPayoutAsync(browser, sameer);
        await KeepAsync(sameer.Page, "approvals");
        var meera = await SignedInAsync(browser, "meera@saffron.test", "light");
        await Expect(meera.Page.GetByLabel("Days to close")).ToBeVisibleAsync();
        await meera.Page.Locator("#close-days").ClickAsync();
        await Expect(meera.Page.GetByTestId("day-end-runs").Locator("tbody tr").Filter(new() { HasText = "Done" }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await KeepAsync(meera.Page, "day-end");
        await meera.GoAsync("/gallery");
        await KeepAsync(meera.Page, "gallery");

        var outside = await PageAsync(browser, "light");
        await outside.GotoAsync(new Uri(Sandbox, "/phone").AbsoluteUri);
        await KeepAsync(outside, "phone");
        await outside.GotoAsync(Dashboard.AbsoluteUri);
        await Expect(outside.GetByText("lending-workers").First).ToBeVisibleAsync();
        await KeepAsync(outside, "dashboard");
    }

    private static async Task<IPage> PageAsync(IBrowser browser, string theme)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = WidthPx, Height = HeightPx }, Locale = "en-IN", TimezoneId = "Asia/Kolkata", ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
        });
        await context.AddCookiesAsync([new() { Name = "theme", Value = theme, Url = Portal.AbsoluteUri }]);
        return await context.NewPageAsync();
    }

    private static async Task<Colleague> SignedInAsync(IBrowser browser, string email, string theme)
    {
        var colleague = new Colleague(await PageAsync(browser, theme), Portal, email);
        await colleague.SignInAsync();
        return colleague;
    }

    /// <summary>The approvals of the second person with a payout to decide; Neha proposes one where none waits.</summary>
    private static async Task WaitingPayoutAsync(IBrowser browser, Colleague approver)
    {
        var payout = approver.Page.Locator(".proposal").GetByText("Pay out to").First;
        await Expect(approver.Page.Locator(".approval-list")).ToBeVisibleAsync();
        if (await approver.Page.Locator(".approval-list .kind").Filter(new() { HasText = "Disbursals" }).CountAsync() == 0)
        {
            var maker = await SignedInAsync(browser, "neha@saffron.test", "light");
            await Expect(maker.Page.Locator("tr[data-row]").First).ToBeVisibleAsync();
            var loan = (await maker.Page.Locator("tr[data-row]").First.Locator("td").First.InnerTextAsync()).Trim();
            await maker.GoAsync($"/loans/{loan}/propose-payout");
            await maker.Page.Locator("#propose-payout").ClickAsync();
            await Expect(maker.Page.GetByTestId("payout-proposed")).ToBeVisibleAsync();
            await approver.GoAsync("/approvals");
        }

        await Expect(payout).ToBeVisibleAsync();
    }

    /// <summary>A loan with a past worth a picture.</summary>
    private static async Task<string> OverdueLoanAsync(Colleague someone)
    {
        await someone.GoAsync("/loans?status=Overdue&product=EMI");
        var row = someone.Page.Locator("tr[data-row]").Filter(new() { HasText = "Overdue" }).Last;
        return (await row.Locator("td").First.InnerTextAsync()).Trim();
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        var folder = Environment.GetEnvironmentVariable(ScreenshotsFactAttribute.Variable)!;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }
}

/// <summary>Runs only for eng/screenshots.sh, which names the folder.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScreenshotsFactAttribute : FactAttribute
{
    public const string Variable = "LENDING_SCREENSHOTS";

    public ScreenshotsFactAttribute() => Skip = Environment.GetEnvironmentVariable(Variable) is null
        ? "Pictures for README are taken by eng/screenshots.sh."
        : Chromium.WhyNot;
}
