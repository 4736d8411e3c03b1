using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lending.Journeys.Tests;

/// <summary>Work around a loan's money: what no loan took, links, and the traces that people leave.</summary>
[Collection(LendingCollection.Name)]
public sealed class BackOfficeJourney(RunningLending lending)
{
    [BrowserFact]
    public Task UnmatchedPayment_PlacedByOneAndApprovedByAnother_IsOnTheLoan() => lending.PlayAsync("unmatched", async stage =>
    {
        var (_, loanId) = await lending.App.BorrowAsync("saffron", "EMI", 45_000_00, 6);
        var payment = $"pay_{Guid.CreateVersion7():N}"[..20];
        await MoneyArrivesAsync("saffron.LN-0000-00001.link-old", payment, 3_210_00);

        var neha = await stage.SignInAsync("neha@saffron.test");
        await neha.GoAsync("/unmatched-payments");
        await Expect(neha.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = payment })).ToContainTextAsync("3,210.00");
        await neha.GoAsync($"/unmatched-payments/{payment}");
        await Expect(neha.Page.GetByText("There is no loan with this number")).ToBeVisibleAsync();
        await neha.Page.Locator("#loan-search").FillAsync(loanId);
        await neha.Page.GetByTestId($"place-on-{loanId}").ClickAsync();
        await neha.Page.Locator("#match-note").FillAsync("Same amount and UTR as on the borrower's bank statement.");
        await neha.Page.Locator("#place-payment").ClickAsync();
        await Expect(neha.Page.GetByTestId("payment-placed")).ToContainTextAsync("It waits for another person.");

        // Who placed it cannot book it.
        await neha.GoAsync($"/approvals?loan={loanId}");
        await Expect(neha.Page.Locator(".proposal")).ToContainTextAsync("You made this; someone else decides.");

        var sameer = await stage.SignInAsync("sameer@saffron.test");
        await sameer.GoAsync($"/approvals?loan={loanId}");
        await sameer.ApproveAsync(stage, loanId, "Approve and book");
        await Expect(sameer.Page.GetByText("3,210.00 of")).ToBeVisibleAsync();

        await neha.GoAsync($"/unmatched-payments/{payment}");
        await Expect(neha.Page.GetByTestId("payment-booked")).ToContainTextAsync($"Booked on {loanId}");
        await Expect(neha.Page.GetByTestId("payment-booked")).ToContainTextAsync("approved by Sameer Jadhav");
        Assert.Empty(stage.Complaints);
    });

    [BrowserFact]
    public Task PaymentLink_SentFromTheFile_IsPaidByTheBorrowerAndSeenLive() => lending.PlayAsync("payment-link", async stage =>
    {
        var (borrower, loanId) = await lending.App.BorrowAsync("saffron", "EMI", 45_000_00, 6);
        var kavya = await stage.SignInAsync("kavya@saffron.test");
        await kavya.GoAsync($"/loans/{loanId}");
        await kavya.Page.Locator("#send-link").ClickAsync();
        await kavya.Page.Locator("#link-amount").FillAsync("1,500");
        await kavya.Page.Locator("#link-days").SelectOptionAsync("7");
        await kavya.Page.Locator("#send-link").ClickAsync();
        await Expect(kavya.Page.GetByTestId("link-asked")).ToBeVisibleAsync();
        var links = kavya.Page.GetByTestId("payment-links");
        await Expect(links.GetByText("Open", new() { Exact = true })).ToBeVisibleAsync();

        // The link of the page is the one on the borrower's phone.
        var phone = await stage.OpenAsync();
        await phone.GotoAsync(new Uri(lending.Sandbox, $"/phone?to={Uri.EscapeDataString(borrower.Person.Mobile)}").AbsoluteUri);
        var url = (await links.GetByRole(AriaRole.Link).GetAttributeAsync("href"))!;
        await Expect(phone.Locator($".phone a[href='{url}']").First).ToBeVisibleAsync();
        await phone.GotoAsync(url);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Pay ₹" }).ClickAsync();
        await Expect(phone.GetByText("Paid.")).ToBeVisibleAsync();
        await Expect(links.GetByText("Paid", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Empty(stage.Complaints);
    });

    [BrowserFact]
    public Task Traces_OfLooksAndFiles_AreInTheAuditLog() => lending.PlayAsync("traces", async stage =>
    {
        var (_, loanId) = await lending.App.BorrowAsync("saffron", "EMI", 45_000_00, 6);
        var meera = await stage.SignInAsync("meera@saffron.test");
        var page = meera.Page;

        // The chain of one loan, and the ids that support asks for.
        await meera.GoAsync($"/loans/{loanId}?tab=log");
        await page.Locator("fluent-button").Filter(new() { HasText = "Verify chain" }).ClickAsync();
        await Expect(page.GetByText("Chain is sound:")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show ids" }).ClickAsync();
        await Expect(page.GetByLabel("Timeline", new() { Exact = true }).Locator(".trace").First).ToContainTextAsync("Command ");

        // A clear value asks for a reason, is shown, and hidden again.
        await meera.GoAsync($"/loans/{loanId}?tab=customer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show PAN, asks for a reason" }).ClickAsync();
        var ask = page.GetByRole(AriaRole.Dialog, new() { Name = "Show PAN" });
        await ask.GetByRole(AriaRole.Textbox).FillAsync("Bank asked for it");
        await ask.Locator("fluent-button").Filter(new() { HasText = "Show" }).ClickAsync();
        await Expect(page.GetByLabel("PAN, shown")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[A-Z]{5}[0-9]{4}[A-Z]$"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Hide PAN" }).ClickAsync();
        await Expect(page.GetByLabel("PAN, masked")).ToBeVisibleAsync();

        await meera.GoAsync("/loans?view=active");
        await Expect(page.Locator("tr[data-row]").First).ToBeVisibleAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Save as CSV" }).ClickAsync());
        Assert.Equal("loans.csv", file.SuggestedFilename);

        await meera.GoAsync("/audit");
        await Expect(page.Locator("tr[data-row]").First).ToContainTextAsync("view=active");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear values" }).ClickAsync();
        await Expect(page.Locator("tr[data-row]").First).ToContainTextAsync("Bank asked for it");
        Assert.Empty(stage.Complaints);
    });

    /// <summary>The gateway reports a payment, signed as it does.</summary>
    private async Task MoneyArrivesAsync(string reference, string payment, long minor)
    {
        var body = JsonSerializer.Serialize(new
        {
            eventId = $"evt_{payment}", occurredAt = "2026-11-22T10:00:00Z", sequence = 1, clientReference = reference, providerReference = "plink_1",
            paymentReference = payment, state = "paid", amountMinor = minor, currency = "INR", method = "upi", utr = "413179539038",
        });
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/webhooks/payments") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Timestamp", timestamp);
        request.Headers.Add("X-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(lending.App.Installation.WebhookKey), Encoding.UTF8.GetBytes($"{timestamp}.{body}"))));
        using var answer = await lending.App.Api.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }
}
