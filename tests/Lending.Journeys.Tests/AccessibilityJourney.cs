using System.Text.Json.Nodes;

namespace Lending.Journeys.Tests;

/// <summary>The portal without a mouse, and for those who hear it or see it badly.</summary>
[Collection(LendingCollection.Name)]
public sealed class AccessibilityJourney(RunningLending lending)
{
    private static readonly string[] Tabs = ["overview", "schedule", "ledger", "payments", "customer", "documents", "log"];

    // What an administrator opens.
    private static readonly string[] OfficePages =
    [
        "/loans", "/re-loans", "/re-loan-rules", "/customers", "/products", "/products/new", "/products/EMI", "/products/EMI/compare", "/trial-balance", "/day-end", "/staff", "/audit", "/provider-calls", "/chart-of-accounts", "/payments-without-a-lender",
    ];

    private static string Axe => Path.Combine(AppContext.BaseDirectory, "Axe", "axe.min.js");

    [BrowserFact]
    public Task Keyboard_FromSignInToALoan_NeedsNoMouse() => lending.PlayAsync("keyboard", async stage =>
    {
        var borrower = await lending.App.OnboardAsync("saffron");
        var first = await borrower.ApplyAsync("EMI", 40_000_00, 6);
        var second = await (await lending.App.OnboardAsync("saffron")).ApplyAsync("PAYDAY", 15_000_00, 14);
        var deepa = await stage.SignInAsync("deepa@saffron.test");
        var page = deepa.Page;
        var rows = page.Locator("tr[data-row]");
        await Expect(rows.Filter(new() { HasText = second })).ToBeVisibleAsync();

        // The list of keys opens and closes.
        await page.Keyboard.PressAsync("?");
        var keys = page.GetByText("Find a record, a page or an action");
        await Expect(keys).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(keys).ToBeHiddenAsync();

        // J and K move through the rows, Enter opens the one with the focus.
        await rows.First.FocusAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(rows.First).ToBeFocusedAsync();
        var id = (await rows.First.Locator("td").First.InnerTextAsync()).Trim();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Uri(lending.Portal, $"/loans/{id}/decide").AbsoluteUri);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your decision" })).ToBeVisibleAsync();

        // The palette finds a loan by its number from anywhere.
        await page.Keyboard.PressAsync("Control+k");
        var palette = page.GetByRole(AriaRole.Dialog, new() { Name = "Find" });
        await palette.GetByRole(AriaRole.Combobox).FillAsync(first);
        await Expect(palette.GetByRole(AriaRole.Option).First).ToContainTextAsync(first);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Uri(lending.Portal, $"/loans/{first}").AbsoluteUri);

        // Alt and a digit choose a tab of the file; the address changes before the file stands.
        var schedule = page.GetByRole(AriaRole.Tab, new() { Name = "Schedule" });
        await Expect(schedule).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Alt+2");
        await Expect(schedule).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Empty(stage.Complaints);
    });

    [BrowserFact]
    public Task Axe_OnThePagesOfEveryDay_FindsNothingSerious() => lending.PlayAsync("accessibility", async stage =>
    {
        var (_, active) = await lending.App.BorrowAsync("saffron", "EMI", 50_000_00, 6);
        var waiting = await (await lending.App.OnboardAsync("saffron")).ApplyAsync("EMI", 45_000_00, 9);
        var proposed = await ProposedAsync();
        var found = new List<string>();

        foreach (var theme in new[] { "light", "dark" })
        {
            var stranger = await stage.OpenAsync(theme, Axe);
            await stranger.GotoAsync(new Uri(lending.Portal, "/sign-in").AbsoluteUri);
            found.AddRange(await ViolationsAsync(stranger, $"sign-in, {theme}"));

            var deepa = await stage.SignInAsync("deepa@saffron.test", theme, Axe);
            await Expect(deepa.Page.Locator("tr[data-row]").Filter(new() { HasText = waiting })).ToBeVisibleAsync();
            found.AddRange(await ViolationsAsync(deepa.Page, $"queue, {theme}"));
            await deepa.GoAsync($"/loans/{waiting}/decide");
            await Expect(deepa.Page.GetByRole(AriaRole.Heading, new() { Name = "Your decision" })).ToBeVisibleAsync();
            found.AddRange(await ViolationsAsync(deepa.Page, $"decision, {theme}"));
            foreach (var tab in Tabs)
            {
                await deepa.GoAsync($"/loans/{active}?tab={tab}");
                await Expect(deepa.Page.Locator(".file-main > *").First).ToBeVisibleAsync();
                await Expect(deepa.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
                found.AddRange(await ViolationsAsync(deepa.Page, $"loan, {tab}, {theme}"));
            }

            var sameer = await stage.SignInAsync("sameer@saffron.test", theme, Axe);
            await sameer.GoAsync($"/approvals?loan={proposed}");
            await Expect(sameer.Page.Locator(".proposal")).ToBeVisibleAsync();
            found.AddRange(await ViolationsAsync(sameer.Page, $"approvals, {theme}"));
            await sameer.GoAsync($"/loans/{active}?tab=change");
            await sameer.Page.Locator("#kind-rate").ClickAsync();
            await sameer.Page.Locator("#change-rate").FillAsync("12");
            await Expect(sameer.Page.GetByTestId("change-figures")).ToBeVisibleAsync();
            found.AddRange(await ViolationsAsync(sameer.Page, $"what if, {theme}"));
            await sameer.GoAsync($"/loans/{active}?tab=schedule");
            await sameer.Page.GetByRole(AriaRole.Button, new() { Name = "Side by side" }).ClickAsync();
            await Expect(sameer.Page.GetByRole(AriaRole.Table, new() { Name = "Schedule, side by side" })).ToBeVisibleAsync();
            found.AddRange(await ViolationsAsync(sameer.Page, $"schedules, {theme}"));

            var meera = await stage.SignInAsync("meera@saffron.test", theme, Axe);
            await Expect(meera.Page.GetByLabel("Days to close")).ToBeVisibleAsync();
            found.AddRange(await ViolationsAsync(meera.Page, $"day end, {theme}"));
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    });

    [BrowserFact]
    public Task Axe_OnThePagesOfTheOffice_FindsNothingSerious() => lending.PlayAsync("office accessibility", async stage =>
    {
        var found = new List<string>();
        foreach (var theme in new[] { "light", "dark" })
        {
            var meera = await stage.SignInAsync("meera@saffron.test", theme, Axe);
            foreach (var path in OfficePages)
            {
                await meera.GoAsync(path);
                await Expect(meera.Page.Locator("h1").First).ToBeVisibleAsync();
                await Expect(meera.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
                found.AddRange(await ViolationsAsync(meera.Page, $"{path}, {theme}"));
            }
        }

        Assert.Empty(stage.Complaints);
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    });

    /// <summary>A loan whose payout waits for a second person.</summary>
    private async Task<string> ProposedAsync()
    {
        var borrower = await lending.App.OnboardAsync("saffron");
        var loanId = await borrower.ApplyAsync("EMI", 55_000_00, 6);
        var staff = lending.App.StaffOf("saffron");
        await staff.ApproveAsync(loanId);
        await borrower.SignAsync(loanId);
        await staff.DoAsync(loanId, Domain.StaffRole.LoanOps, "neha", new Domain.ProposeDisbursement("IMPS"));
        return loanId;
    }

    /// <summary>What axe calls serious or critical, one line for each rule and place.</summary>
    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, string place)
    {
        var answer = await page.EvaluateAsync<string>("""
            async () => JSON.stringify((await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
              .map(rule => ({ rule: rule.id, nodes: rule.nodes.map(node => `${node.target.join(' ')}: ${node.any.concat(node.all, node.none).map(check => check.message).join('; ')}`) })))
            """);
        return JsonNode.Parse(answer)!.AsArray()
            .Select(rule => $"{place}: {rule!["rule"]} at {string.Join(" | ", rule["nodes"]!.AsArray().Take(4).Select(node => (string)node!))}");
    }
}
