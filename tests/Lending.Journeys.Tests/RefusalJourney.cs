namespace Lending.Journeys.Tests;

/// <summary>What the portal does not let happen, as the people see it who try.</summary>
[Collection(LendingCollection.Name)]
public sealed class RefusalJourney(RunningLending lending)
{
    [BrowserFact]
    public Task SignIn_WrongPasswordOrUnknownAddress_SaysTheSame() => lending.PlayAsync("wrong-password", async stage =>
    {
        var texts = new List<string>();
        foreach (var email in new[] { "rohan@saffron.test", "nobody@saffron.test" })
        {
            var someone = new Colleague(await stage.OpenAsync(), lending.Portal, email);
            await someone.Page.GotoAsync(new Uri(lending.Portal, "/sign-in").AbsoluteUri);
            await someone.TrySignInAsync("Lending-demo-2");
            texts.Add(await someone.Page.Locator("#sign-in-problem").InnerTextAsync());
            await Expect(someone.Page.GetByLabel("Password")).ToHaveValueAsync("");
        }

        Assert.Equal(["E-mail address and password do not match. 4 tries left."], texts.Distinct());
    });

    [BrowserFact]
    public Task Payout_ByItsMaker_IsLockedWhateverTheyTry() => lending.PlayAsync("own-payout", async stage =>
    {
        var borrower = await lending.App.OnboardAsync("saffron");
        var loanId = await borrower.ApplyAsync("EMI", 35_000_00, 6);
        await lending.App.StaffOf("saffron").ApproveAsync(loanId);
        await borrower.SignAsync(loanId);
        var neha = await stage.SignInAsync("neha@saffron.test");
        await neha.GoAsync($"/loans/{loanId}/propose-payout");
        await neha.Page.Locator("#propose-payout").ClickAsync();
        await Expect(neha.Page.GetByTestId("payout-proposed")).ToBeVisibleAsync();

        await neha.GoAsync($"/approvals?loan={loanId}");
        await Expect(neha.Page.Locator(".proposal")).ToContainTextAsync("You made this; someone else decides.");
        await neha.Page.Keyboard.PressAsync("a");
        await neha.Page.Keyboard.PressAsync("r");
        await Expect(neha.Page.GetByLabel("Your 6-digit code")).ToHaveCountAsync(0);
        await Expect(neha.Page.GetByLabel("Note for the maker")).ToBeHiddenAsync();
        await borrower.StatusAsync(loanId, "AWAITING_DISBURSAL");
    });

    [BrowserFact]
    public Task Rejection_WithoutReason_IsAskedForIt() => lending.PlayAsync("rejection", async stage =>
    {
        var borrower = await lending.App.OnboardAsync("saffron");
        var loanId = await borrower.ApplyAsync("EMI", 30_000_00, 6);
        var deepa = await stage.SignInAsync("deepa@saffron.test");
        await deepa.GoAsync($"/loans/{loanId}/decide");
        var panel = deepa.Page.GetByLabel("Decision", new() { Exact = true });
        await panel.GetByRole(AriaRole.Radio, new() { Name = "Reject" }).CheckAsync();
        await panel.Locator("fluent-button[data-money]").ClickAsync();

        await Expect(panel.GetByText("Choose a reason.")).ToBeVisibleAsync();
        await borrower.StatusAsync(loanId, "PENDING");

        await panel.GetByLabel("Reason").SelectOptionAsync("insufficient_income");
        await deepa.DecideAsync("Reject", "Obligations take more than half of the income.");
        await borrower.StatusAsync(loanId, "REJECTED");
    });

    [BrowserFact]
    public Task Loan_OfAnotherBrand_IsNotThere() => lending.PlayAsync("another-brand", async stage =>
    {
        var loanId = await (await lending.App.OnboardAsync("saffron")).ApplyAsync("EMI", 30_000_00, 6);
        var ananya = await stage.SignInAsync("ananya@indigo.test");

        await ananya.GoAsync($"/loans/{loanId}");
        await Expect(ananya.Page.GetByText("There is no such loan here")).ToBeVisibleAsync();
        await ananya.GoAsync($"/loans/{loanId}/decide");
        await Expect(ananya.Page.GetByText("There is no such application here")).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task Page_OfAnotherRole_IsNeitherOfferedNorOpen() => lending.PlayAsync("another-role", async stage =>
    {
        var deepa = await stage.SignInAsync("deepa@saffron.test");
        await Expect(deepa.Page.GetByRole(AriaRole.Link, new() { Name = "My queue" })).ToBeVisibleAsync();
        await Expect(deepa.Page.GetByRole(AriaRole.Link, new() { Name = "Day end" })).ToHaveCountAsync(0);

        foreach (var path in new[] { "/day-end", "/disbursal", "/sanction", "/staff" })
        {
            await deepa.GoAsync(path);
            await Expect(deepa.Page.GetByText("This page is closed to your role")).ToBeVisibleAsync();
        }
    });
}
