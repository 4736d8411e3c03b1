using System.Globalization;
using System.Text.RegularExpressions;
using Lending.Flows;

namespace Lending.Journeys.Tests;

/// <summary>The main job: a loan from sign-up to its certificate, by the people who do it.</summary>
[Collection(LendingCollection.Name)]
public sealed partial class EmiLoanJourney(RunningLending lending)
{
    [BrowserFact]
    public Task EmiLoan_FromSignUpToCertificate_IsPlayedByItsPeople() => lending.PlayAsync("emi-loan", async stage =>
    {
        var borrower = await lending.App.OnboardAsync("saffron");
        var loanId = await borrower.ApplyAsync("EMI", 60_000_00, 6);

        var deepa = await DecideAsync(stage, loanId);
        await SignAsync(stage, borrower, loanId);
        await PayOutAsync(stage, loanId, watcher: deepa);
        await borrower.StatusAsync(loanId, "ACTIVE");
        await CloseDaysAsync(stage, deepa, loanId);
        await PayByHandAsync(stage, deepa, loanId);
        await PayTheRestAsync(stage, borrower, loanId);
        await ReadCertificateAsync(deepa, loanId);
        await SeeTheBooksBalanceAsync(stage);

        Assert.Empty(stage.Complaints);
    });

    /// <summary>Credit recommends from the queue, the sanction manager sanctions. The credit executive then keeps the file open.</summary>
    private static async Task<Colleague> DecideAsync(Stage stage, string loanId)
    {
        var deepa = await stage.SignInAsync("deepa@saffron.test");
        await deepa.OpenFromQueueAsync(loanId, "Open and decide");
        await deepa.DecideAsync("Approve", "Salary slips and bank statement read; the instalment fits.");

        var aparna = await stage.SignInAsync("aparna@saffron.test");
        await aparna.OpenFromQueueAsync(loanId, "Open and decide");
        await aparna.DecideAsync("Sanction", "Agreed with the recommendation.");
        await Expect(aparna.Page.GetByTestId("decision-closed")).ToContainTextAsync("nothing to decide here now");

        await deepa.GoAsync($"/loans/{loanId}");
        return deepa;
    }

    /// <summary>The borrower follows the link on the phone and signs with the code that comes to it.</summary>
    private static async Task SignAsync(Stage stage, Borrower borrower, string loanId)
    {
        var phone = await stage.OpenAsync();
        await phone.GotoAsync(new Uri(stage.Lending.Sandbox, $"/phone?to={Uri.EscapeDataString(borrower.Person.Mobile)}").AbsoluteUri);
        var link = phone.Locator(".phone li").Filter(new() { HasText = loanId }).GetByRole(AriaRole.Link);

        // The phone draws its list anew when a message comes, and a click that straddles that is lost; so the link is followed, not clicked.
        var sign = await phone.Context.NewPageAsync();
        await sign.GotoAsync(new Uri(stage.Lending.Sandbox, await link.First.GetAttributeAsync("href")).AbsoluteUri);
        await sign.GetByRole(AriaRole.Button, new() { Name = "Send OTP to my phone" }).ClickAsync();
        var otp = await borrower.Phone.CodeAsync("sign");
        await Expect(phone.GetByRole(AriaRole.Button, new() { Name = otp, Exact = true })).ToBeVisibleAsync();
        await sign.GetByRole(AriaRole.Textbox, new() { Name = "OTP" }).FillAsync(otp);
        await sign.GetByRole(AriaRole.Button, new() { Name = "Sign with Aadhaar OTP" }).ClickAsync();
        await Expect(sign.GetByText("Signed.")).ToBeVisibleAsync();
        await borrower.StatusAsync(loanId, "AWAITING_DISBURSAL");
    }

    /// <summary>One person proposes the payout and cannot let it go; another does, with a code. Whoever has the file open sees it happen.</summary>
    private static async Task PayOutAsync(Stage stage, string loanId, Colleague watcher)
    {
        var neha = await stage.SignInAsync("neha@saffron.test");
        await neha.OpenFromQueueAsync(loanId, "Propose payout");
        await neha.Page.GetByRole(AriaRole.Radio, new() { Name = "IMPS" }).CheckAsync();
        await neha.Page.Locator("#propose-payout").ClickAsync();
        await Expect(neha.Page.GetByTestId("payout-proposed")).ToBeVisibleAsync();

        await neha.GoAsync($"/approvals?loan={loanId}");
        var own = neha.Page.Locator(".proposal");
        await Expect(own).ToContainTextAsync("You made this; someone else decides.");
        await Expect(own.GetByText("Approve and pay")).ToHaveCountAsync(0);

        await watcher.Page.EvaluateAsync("() => { globalThis.neverReloaded = true; }");
        var sameer = await stage.SignInAsync("sameer@saffron.test");
        await sameer.GoAsync("/approvals");
        await sameer.ApproveAsync(stage, loanId, "Approve and pay");
        await Expect(sameer.Page.GetByText("is on its way to")).ToBeVisibleAsync();

        await Expect(watcher.Page.Locator(".file-head").GetByText("Active", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(watcher.Page.GetByLabel("Timeline", new() { Exact = true })).ToContainTextAsync("Sameer Jadhav");
        Assert.True(await watcher.Page.EvaluateAsync<bool>("() => globalThis.neverReloaded === true"));
    }

    /// <summary>The administrator moves the business date; interest of every day is in the ledger.</summary>
    private static async Task CloseDaysAsync(Stage stage, Colleague reader, string loanId)
    {
        var meera = await stage.SignInAsync("meera@saffron.test");
        await Expect(meera.Page.GetByRole(AriaRole.Heading, new() { Name = "Day end" })).ToBeVisibleAsync();
        await meera.Page.GetByLabel("Days to close").FillAsync("10");
        await meera.Page.Locator("#close-days").ClickAsync();
        await Expect(meera.Page.GetByTestId("day-end-runs").Locator("tbody tr").Filter(new() { HasText = "Done" })).ToHaveCountAsync(10);

        await reader.Page.GetByRole(AriaRole.Tab, new() { Name = "Ledger" }).ClickAsync();
        var ledger = reader.Page.GetByTestId("ledger");
        await Expect(ledger.Locator("tbody tr").Filter(new() { HasText = "Interest receivable" }).First).ToBeVisibleAsync();
        await Expect(ledger.Locator("tfoot")).ToContainTextAsync("balanced");
        await AskWhyAsync(reader);
    }

    /// <summary>Any amount at the top of the file says where it comes from.</summary>
    private static async Task AskWhyAsync(Colleague reader)
    {
        await reader.Page.GetByRole(AriaRole.Button, new() { NameRegex = ToClose() }).ClickAsync();
        var why = reader.Page.GetByRole(AriaRole.Dialog, new() { NameRegex = Why() });
        await Expect(why).ToContainTextAsync("Principal not yet repaid");
        await why.GetByRole(AriaRole.Button, new() { Name = "Interest earned, unpaid" }).ClickAsync();
        await Expect(why).ToContainTextAsync("Interest of instalment 1");
        await Expect(why).ToContainTextAsync("10 nights");
        await why.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Expect(why).ToBeHiddenAsync();
    }

    /// <summary>Collections record money that came by hand; it counts when another person approves it.</summary>
    private static async Task PayByHandAsync(Stage stage, Colleague reader, string loanId)
    {
        var kavya = await stage.SignInAsync("kavya@saffron.test");
        await kavya.GoAsync($"/loans/{loanId}/record-payment");
        await kavya.Page.GetByLabel("Amount received").FillAsync("5000");
        await kavya.Page.GetByRole(AriaRole.Radio, new() { Name = "NEFT" }).CheckAsync();
        var received = kavya.Page.GetByLabel("Received on");
        var today = DateOnly.ParseExact(await received.InputValueAsync(), "d MMM yyyy", CultureInfo.InvariantCulture);
        await received.FillAsync(today.AddDays(-2).ToString("d MMM yyyy", CultureInfo.InvariantCulture));
        await Expect(kavya.Page.GetByText("What it would pay, counted from")).ToBeVisibleAsync();
        await kavya.Page.GetByLabel("Reference").FillAsync("HDFCN52026112200417");
        await kavya.Page.GetByLabel("Note").FillAsync("Seen in the branch account's statement.");
        await kavya.Page.Locator("#record-payment").ClickAsync();
        await Expect(kavya.Page.GetByTestId("payment-recorded")).ToContainTextAsync("It waits for another person.");

        var imran = await stage.SignInAsync("imran@saffron.test");
        await imran.GoAsync($"/approvals?loan={loanId}");
        // The money counts from before today: the page works the loan out again, as the rules will.
        await Expect(imran.Page.Locator(".proposal")).ToContainTextAsync("accepted");
        await Expect(imran.Page.Locator(".proposal")).ToContainTextAsync("5,000.00");
        await imran.ApproveAsync(stage, loanId, "Approve and book");
        await Expect(imran.Page.GetByText(Booked())).ToBeVisibleAsync();

        await reader.Page.GetByRole(AriaRole.Tab, new() { Name = "Payments" }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "HDFCN52026112200417" })).ToContainTextAsync("5,000.00");
    }

    /// <summary>The borrower pays what is left through a payment link.</summary>
    private static async Task PayTheRestAsync(Stage stage, Borrower borrower, string loanId)
    {
        var payoff = (await borrower.LoanAsync(loanId)).Minor("figures.payoff");
        var link = (await borrower.Api.PostAsync(
            $"/api/v1/loans/{loanId}/payment-links", new { amount = new { minor = payoff, currency = "INR" } })).Created();
        var page = await stage.OpenAsync();
        await page.GotoAsync(link.Text("url")!);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = PayAmount() }).ClickAsync();
        await Expect(page.GetByText("Paid.")).ToBeVisibleAsync();
        await borrower.StatusAsync(loanId, "COMPLETED");
    }

    private static async Task ReadCertificateAsync(Colleague reader, string loanId)
    {
        await Expect(reader.Page.Locator(".file-head").GetByText("Completed").First).ToBeVisibleAsync();
        await reader.Page.GetByRole(AriaRole.Tab, new() { Name = "Documents" }).ClickAsync();
        var certificate = reader.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "No-due certificate" }).GetByRole(AriaRole.Link);
        var file = await reader.Page.Context.APIRequest.GetAsync(new Uri(new Uri(reader.Page.Url), await certificate.GetAttributeAsync("href")).AbsoluteUri);
        Assert.Equal("application/pdf", file.Headers["content-type"]);
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString((await file.BodyAsync()).AsSpan(0, 8)), StringComparison.Ordinal);

        // Every event of the life is in the timeline, the newest first. What follows a closure comes from two workers, in whichever order they get to it.
        var timeline = reader.Page.GetByLabel("Timeline", new() { Exact = true }).Locator("li p");
        await Expect(timeline.Filter(new() { HasTextRegex = CertificateSent() })).ToHaveCountAsync(1);
        await Expect(timeline.First).ToHaveTextAsync(AfterClosure());
        Assert.Contains(loanId, reader.Page.Url, StringComparison.Ordinal);
    }

    private static async Task SeeTheBooksBalanceAsync(Stage stage)
    {
        var neha = await stage.SignInAsync("neha@saffron.test");
        await neha.GoAsync("/trial-balance");
        await Expect(neha.Page.GetByTestId("balanced")).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"5,000\.00 of .+ is booked")]
    private static partial Regex Booked();

    [GeneratedRegex("certificate", RegexOptions.IgnoreCase)]
    private static partial Regex CertificateSent();

    [GeneratedRegex("certificate|^Re-loan of", RegexOptions.IgnoreCase)]
    private static partial Regex AfterClosure();

    [GeneratedRegex("^To close today")]
    private static partial Regex ToClose();

    [GeneratedRegex("^Why ")]
    private static partial Regex Why();

    [GeneratedRegex("^Pay ")]
    private static partial Regex PayAmount();
}
