namespace Lending.Journeys.Tests;

/// <summary>A running loan is changed: looked at first, asked for by one person, made by another.</summary>
[Collection(LendingCollection.Name)]
public sealed class LoanChangeJourney(RunningLending lending)
{
    [BrowserFact]
    public Task RateChange_AskedByOneAndApprovedByAnother_IsInTheScheduleBesideTheContract() => lending.PlayAsync("loan-change", async stage =>
    {
        var (_, loanId) = await lending.App.BorrowAsync("saffron", "EMI", 60_000_00, 6);

        // The effect is there while the rate is typed, before anybody asks.
        var neha = await stage.SignInAsync("neha@saffron.test");
        await neha.GoAsync($"/loans/{loanId}");
        await neha.Page.Locator("#what-if").ClickAsync();
        await neha.Page.Locator("#kind-rate").ClickAsync();
        await neha.Page.Locator("#change-rate").FillAsync("12");
        var figures = neha.Page.GetByTestId("change-figures");
        await Expect(figures.Locator(".changed").Filter(new() { HasText = "Instalment" }).First).ToContainTextAsync("was ₹");
        await Expect(neha.Page.Locator(".what-if .compare tr.changed")).ToHaveCountAsync(6);
        await neha.Page.Locator("#change-note").FillAsync("Promised for a year of payments on time.");
        await neha.Page.Locator("#ask-change").ClickAsync();
        await Expect(neha.Page.GetByTestId("change-asked")).ToContainTextAsync("Another person");

        // Who asked cannot approve.
        await neha.GoAsync($"/approvals?loan={loanId}");
        await Expect(neha.Page.Locator(".proposal")).ToContainTextAsync("You made this; someone else decides.");

        var sameer = await stage.SignInAsync("sameer@saffron.test");
        await sameer.GoAsync($"/approvals?loan={loanId}");
        await Expect(sameer.Page.Locator(".proposal")).ToContainTextAsync("Promised for a year of payments on time.");
        await Expect(sameer.Page.Locator(".proposal .compare tr.changed")).ToHaveCountAsync(6);
        await sameer.ApproveAsync(stage, loanId, "Approve and change");
        await Expect(sameer.Page.GetByText("is changed; the borrower is told.")).ToBeVisibleAsync();

        // Contract and current schedule beside each other, and who made it so.
        await neha.GoAsync($"/loans/{loanId}?tab=schedule");
        await neha.Page.GetByRole(AriaRole.Button, new() { Name = "Side by side" }).ClickAsync();
        var both = neha.Page.GetByRole(AriaRole.Table, new() { Name = "Schedule, side by side" });
        await Expect(both.Locator("tr.changed")).ToHaveCountAsync(6);
        var revision = neha.Page.GetByTestId("schedule-versions").Locator("tbody tr").First;
        await Expect(revision).ToContainTextAsync("12.00 %");
        await Expect(revision).ToContainTextAsync("Neha Pillai, Sameer Jadhav");
        await Expect(neha.Page.Locator(".file-head")).ToContainTextAsync("12.00 %");
        await Expect(neha.Page.GetByLabel("Timeline", new() { Exact = true })).ToContainTextAsync("Other rate asked for");
        Assert.Empty(stage.Complaints);
    });
}
