namespace Lending.Journeys.Tests;

/// <summary>Another bank account for payouts: added and asked for by one person, put in force by another, and booked on by the next loan.</summary>
[Collection(LendingCollection.Name)]
public sealed class ChartJourney(RunningLending lending)
{
    private const string Number = "1010-IMPS";

    [BrowserFact]
    public Task PayoutAccount_ChosenByTwoPeople_IsTheNextLoansAndNoEarlierOnes() => lending.PlayAsync("chart-of-accounts", async stage =>
    {
        var (_, before) = await lending.App.BorrowAsync("saffron", "EMI", 45_000_00, 6);

        var meera = await stage.SignInAsync("meera@saffron.test");
        await meera.GoAsync("/chart-of-accounts");
        await Expect(meera.Page.GetByTestId("balanced")).ToBeVisibleAsync();
        await meera.Page.Locator("#add-account").ClickAsync();
        await meera.Page.Locator("#account-number").FillAsync(Number);
        await meera.Page.Locator("#account-name").FillAsync("HDFC payouts by IMPS");
        await meera.Page.Locator("#account-purpose").SelectOptionAsync(new SelectOptionValue { Label = "Bank account for payouts" });
        await meera.Page.Locator("#account-confirm").ClickAsync();
        await Expect(meera.Page.GetByText("is in the chart")).ToBeVisibleAsync();
        await meera.Page.Locator("#choose-account").ClickAsync();
        await meera.Page.Locator("#choice-purpose").SelectOptionAsync(new SelectOptionValue { Label = "Bank account for payouts" });
        await meera.Page.Locator("#choice-part").SelectOptionAsync(new SelectOptionValue { Label = "IMPS" });
        await meera.Page.Locator("#choice-account").SelectOptionAsync(new SelectOptionValue { Label = $"{Number} HDFC payouts by IMPS" });
        await meera.Page.Locator("#choice-confirm").ClickAsync();
        await Expect(meera.Page.GetByTestId("waiting-choices")).ToContainTextAsync(Number);
        await Expect(meera.Page.GetByTestId("waiting-choices").GetByText("Put in force")).ToHaveCountAsync(0);

        var nandita = await stage.SignInAsync("nandita@saffron.test");
        await nandita.GoAsync("/chart-of-accounts");
        await nandita.Page.GetByTestId("waiting-choices").GetByText("Put in force").ClickAsync();
        await Expect(nandita.Page.GetByText("is booked there")).ToBeVisibleAsync();
        var (_, after) = await lending.App.BorrowAsync("saffron", "EMI", 45_000_00, 6);

        var neha = await stage.SignInAsync("neha@saffron.test");
        await neha.GoAsync($"/loans/{after}?tab=ledger");
        await Expect(neha.Page.GetByTestId("ledger")).ToContainTextAsync($"{Number} HDFC payouts by IMPS");
        await neha.GoAsync($"/loans/{before}?tab=ledger");
        await Expect(neha.Page.GetByTestId("ledger")).ToContainTextAsync("1010 Payout clearing");
        await neha.GoAsync("/trial-balance");
        await neha.Page.GetByRole(AriaRole.Link, new() { Name = Number }).ClickAsync();
        await Expect(neha.Page.GetByTestId("account-loans")).ToContainTextAsync(after);
        Assert.Empty(stage.Complaints);
    });
}
