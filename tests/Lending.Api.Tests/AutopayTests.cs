using System.Net;
using System.Text;
using Lending.Data;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>Automatic payments and statements over HTTP, with the real workers, the real sandbox and its webhooks.</summary>
[Collection(ApiCollection.Name)]
public sealed class AutopayTests(RunningApi running)
{
    private LendingApp App => running.App;

    [Fact]
    public async Task Mandate_FromAskingToTheStatement_IsCollectedAndStated()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var brand = await BrandAsync(today);
        var (borrower, loanId) = await App.BorrowAsync(brand);
        var api = borrower.Api;
        Assert.Null((await api.GetAsync($"/api/v1/loans/{loanId}/autopay")).Ok().At("mandate"));

        Assert.Equal(HttpStatusCode.Accepted, (await api.PostAsync($"/api/v1/loans/{loanId}/autopay", new { })).Status);
        Assert.Equal("mandate_stands", (await api.PostAsync($"/api/v1/loans/{loanId}/autopay", new { })).Code);
        var page = new Uri((await UntilAsync(api, loanId, answer => answer.Text("mandate.approveAt") is not null)).Text("mandate.approveAt")!).AbsolutePath;
        (await new ApiClient(App.Sandbox).PostAsync($"{page}/answer", new { approve = true }, "")).Ok();
        await UntilAsync(api, loanId, answer => answer.Text("mandate.state") == "active");

        var due = DateOnly.Parse((await borrower.LoanAsync(loanId)).Text("figures.nextDueOn")!, System.Globalization.CultureInfo.InvariantCulture);
        await CloseThroughAsync(brand, due.AddDays(-2));
        Assert.Equal("announced", (await api.GetAsync($"/api/v1/loans/{loanId}/autopay")).Ok().Text("debits.0.state"));
        await CloseThroughAsync(brand, due.AddDays(-1));
        var collected = await UntilAsync(api, loanId, answer => answer.Text("debits.0.state") == "collected");
        Assert.Equal((1, due.ToString("yyyy-MM-dd")), (collected.At("debits")!.AsArray().Count, collected.Text("debits.0.debitOn")));
        var payments = (await borrower.PaymentsAsync(loanId)).Body!["payments"]!.AsArray();
        Assert.Equal(("AUTOPAY", collected.Text("debits.0.paymentId")), ((string?)payments.Single()!["channel"], (string?)payments.Single()!["paymentId"]));

        await CloseThroughAsync(brand, new DateOnly(due.Year, due.Month, 1).AddMonths(1).AddDays(-1));
        var listed = await Waiting.ForAsync(
            async () => await api.GetAsync($"/api/v1/loans/{loanId}/statements") is var answer && answer.Ok().At("statements")!.AsArray().Count >= 2 ? answer : null, "two statements");
        foreach (var statement in listed.At("statements")!.AsArray()) await CheckAsync(api, loanId, (int)statement!["statement"]!);
        Assert.Equal("document_not_found", (await api.GetAsync($"/api/v1/loans/{loanId}/statements/99999")).Code);

        Assert.Equal(HttpStatusCode.Accepted, (await api.PostAsync($"/api/v1/loans/{loanId}/autopay/cancel", new { reason = "moving banks" })).Status);
        var ended = (await api.GetAsync($"/api/v1/loans/{loanId}/autopay")).Ok();
        Assert.Equal(("ended", "cancelled", "moving banks"), (ended.Text("mandate.state"), ended.Text("mandate.ending"), ended.Text("mandate.reason")));
        Assert.Equal("mandate_not_found", (await api.PostAsync($"/api/v1/loans/{loanId}/autopay/cancel", new { reason = "again" })).Code);
    }

    [Fact]
    public async Task Mandate_AskedForAndEndedByStaff_TellsTheBorrowerNoNameAndNoWordOfThem()
    {
        var (borrower, loanId) = await App.BorrowAsync(await BrandAsync(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));
        var neha = await Colleague.AtWorkAsync(App, StaffRole.LoanOps, borrower.Brand);
        var (own, staff) = ($"/api/v1/loans/{loanId}/autopay", $"/api/v1/staff/loans/{loanId}/autopay");

        (await neha.Api.PostAsync(staff, new { })).Ok();
        Assert.Equal("lender", (await borrower.Api.GetAsync(own)).Ok().Text("mandate.requestedBy"));
        (await neha.Api.PostAsync($"{staff}/cancel", new { reason = "sounded unsure on the phone" })).Ok();
        var told = (await borrower.Api.GetAsync(own)).Ok();
        var kept = (await neha.Api.GetAsync(staff)).Ok();

        Assert.Equal(("lender", "cancelled", null), (told.Text("mandate.requestedBy"), told.Text("mandate.ending"), told.Text("mandate.reason")));
        Assert.DoesNotContain(neha.Member.Name, told.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((neha.Member.Name, "sounded unsure on the phone"), (kept.Text("mandate.requestedBy"), kept.Text("mandate.reason")));

        await borrower.Api.PostAsync(own, new { });
        Assert.Equal("borrower", (await borrower.Api.GetAsync(own)).Ok().Text("mandate.requestedBy"));
    }

    private static async Task CheckAsync(ApiClient api, string loanId, int number)
    {
        var statement = (await api.GetAsync($"/api/v1/loans/{loanId}/statements/{number}")).Ok();
        var lines = statement.At("lines")!.AsArray();
        Assert.Equal(statement.Minor("closing"), statement.Minor("opening") + lines.Sum(line => (long)line!["amount"]!["minor"]!));
        var pdf = await api.GetAsync($"/api/v1/loans/{loanId}/statements/{number}/pdf");
        Assert.Equal((HttpStatusCode.OK, "%PDF-"), (pdf.Status, Encoding.ASCII.GetString(pdf.Bytes[..5])));
    }

    private static Task<Answer> UntilAsync(ApiClient api, string loanId, Func<Answer, bool> enough) => Waiting.ForAsync(
        async () => await api.GetAsync($"/api/v1/loans/{loanId}/autopay") is var answer && enough(answer.Ok()) ? answer : null, $"the mandate of {loanId}");

    /// <summary>A lender whose business date is moved by hand, with statements on the first of each month.</summary>
    private async Task<string> BrandAsync(DateOnly today)
    {
        var code = $"umber-{Guid.CreateVersion7():N}"[..20];
        await App.Get<Brands>().AddAsync(
            new Brand(code, "Umber", "Asia/Kolkata", today, new BrandSettings { LegalName = "Umber", LegalAddress = "Pune", FollowsTheClock = false, StatementDay = 1 }), default);
        await App.Get<Products>().AddAsync(code, new LoanProduct(
            "EMI", 1, "Salary EMI", RepaymentPlan.Emi, Money.Inr(15_000_00), Money.Inr(5_00_000_00), 3, 24, 18m, [new FeeTerms("processing", "Processing fee", 2m, null, 18m)],
            new PenaltyTerms(0.08m)), default);
        return code;
    }

    private async Task CloseThroughAsync(string brand, DateOnly date)
    {
        Assert.True(await App.Get<DayEndRuns>().RequestAsync(brand, date, "test", default));
        await Waiting.ForAsync(async () => await App.Get<DayEndQuery>().FindAsync(brand, date, default) is { State: DayEndState.Done } done ? done : null, $"day end of {date}");
    }
}
