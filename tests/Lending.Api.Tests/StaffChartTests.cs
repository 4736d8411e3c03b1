using System.Net;
using System.Text.Json.Nodes;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>The chart of accounts over HTTP: who may change it, and that where money is booked takes two people.</summary>
[Collection(ApiCollection.Name)]
public sealed class StaffChartTests(RunningApi running)
{
    private const string Path = "/api/v1/staff/chart-of-accounts";

    private LendingApp App => running.App;

    [Fact]
    public async Task Account_AddedAndChosenByTwoPeople_ServesFromThenOn()
    {
        var (maker, checker) = (await Colleague.AtWorkAsync(App, StaffRole.Admin), await Colleague.AtWorkAsync(App, StaffRole.Admin));
        var number = NumberOf("5002");
        var added = (await maker.Api.PostAsync($"{Path}/accounts", new { number, name = "Waived", purpose = "waivers" }, Key())).Created();
        Assert.Equal(("expense", "waivers"), (added.Text("kind"), added.Text("purpose")));
        Assert.Equal("account_exists", (await maker.Api.PostAsync($"{Path}/accounts", new { number, name = "Another", purpose = "waivers" }, Key())).Code);

        var asked = (await maker.Api.PostAsync($"{Path}/changes", new { purpose = "waivers", account = number }, Key())).Created();
        Assert.Equal("second_person_needed", (await maker.Api.PostAsync($"{Path}/changes/{asked.Text("id")}/approve", new { }, Key())).Code);
        Assert.Equal("approved", (await checker.Api.PostAsync($"{Path}/changes/{asked.Text("id")}/approve", new { }, Key())).Ok().Text("state"));

        var chart = (await maker.Api.GetAsync(Path)).Ok().Body!;
        Assert.Equal(number, Chosen(chart, "waivers"));
        Assert.Equal("account_in_use", (await checker.Api.PostAsync($"{Path}/accounts/{number}/retire", new { }, Key())).Code);

        var back = (await checker.Api.PostAsync($"{Path}/changes", new { purpose = "waivers" }, Key())).Created();
        (await maker.Api.PostAsync($"{Path}/changes/{back.Text("id")}/approve", new { }, Key())).Ok();
        Assert.Equal("5002", Chosen((await maker.Api.GetAsync(Path)).Ok().Body!, "waivers"));
        Assert.NotNull((await checker.Api.PostAsync($"{Path}/accounts/{number}/retire", new { }, Key())).Ok().Text("retiredOn"));
        var log = (await maker.Api.GetAsync($"{Path}/log")).Ok().Body!["acts"]!.AsArray();
        Assert.Contains(log, act => act!["what"]!.GetValue<string>() == "account.retired" && act["subject"]!.GetValue<string>().StartsWith(number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Account_Renamed_KeepsItsNumber()
    {
        var maker = await Colleague.AtWorkAsync(App, StaffRole.Admin);
        var number = NumberOf("4301");
        (await maker.Api.PostAsync($"{Path}/accounts", new { number, name = "Recovered", purpose = "recoveries" }, Key())).Created();

        Assert.Equal("Recovered by agents", (await maker.Api.PostAsync($"{Path}/accounts/{number}/rename", new { name = "Recovered by agents" }, Key())).Ok().Text("name"));
        Assert.Equal("account_not_found", (await maker.Api.PostAsync($"{Path}/accounts/9999-X/rename", new { name = "None" }, Key())).Code);
    }

    [Theory]
    [InlineData("""{"number":"1234","name":"Reserved","purpose":"principal"}""", "number")]
    [InlineData("""{"number":"1030-X","name":"Refinance","purpose":"refinance_clearing"}""", "purpose")]
    public async Task Add_WhatTheChartDoesNotTake_NamesTheField(string body, string field)
    {
        var maker = await Colleague.AtWorkAsync(App, StaffRole.Admin);

        var answer = await maker.Api.PostAsync($"{Path}/accounts", JsonNode.Parse(body)!, Key());

        Assert.Equal((HttpStatusCode.UnprocessableEntity, field), (answer.Status, answer.Text("field")));
    }

    [Fact]
    public async Task Product_NamingAnAccountThatIsNotThere_IsRefusedAtTheField()
    {
        var maker = await Colleague.AtWorkAsync(App, StaffRole.Admin);
        var settings = JsonNode.Parse(
            """
            {"code":"OWNACC","name":"Own accounts","plan":"emi","amountMin":{"minor":1500000,"currency":"INR"},"amountMax":{"minor":50000000,"currency":"INR"},
             "tenureMin":3,"tenureMax":24,"ratePercent":12,"fees":[],"penalty":{"dailyPercent":0.1},"instalments":{"unit":"months"},
             "accounts":[{"purpose":"principal","number":"1101-NOWHERE"}]}
            """)!;

        var answer = await maker.Api.PostAsync("/api/v1/staff/products", settings, Key());

        Assert.Equal("product_invalid", answer.Code);
        Assert.Equal("accounts[0].number", Assert.Single(answer.Body!["errors"]!.AsObject()).Key);
    }

    [Fact]
    public async Task Loans_BehindAnAccount_AddUpToItsBalance()
    {
        var admin = await Colleague.AtWorkAsync(App, StaffRole.Admin);
        var balance = (await admin.Api.GetAsync("/api/v1/staff/trial-balance")).Ok().Body!["accounts"]!.AsArray()
            .FirstOrDefault(line => line!["account"]!.GetValue<string>() == "1101")?["balance"]!["minor"]!.GetValue<long>() ?? 0;

        var (sum, after) = (0L, (string?)null);
        do
        {
            var page = (await admin.Api.GetAsync($"/api/v1/staff/trial-balance/1101/loans?limit=2{(after is null ? "" : $"&after={after}")}")).Ok().Body!;
            sum += page["loans"]!.AsArray().Sum(line => line!["balance"]!["minor"]!.GetValue<long>());
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);

        Assert.Equal(balance, sum);
        Assert.Equal("account_not_found", (await admin.Api.GetAsync("/api/v1/staff/trial-balance/1101-NONE/loans")).Code);
    }

    [Fact]
    public async Task JournalEntries_OfDays_BalanceAndAreBounded()
    {
        var admin = await Colleague.AtWorkAsync(App, StaffRole.Admin);
        var today = DateOnly.Parse((await admin.Api.GetAsync("/api/v1/staff/trial-balance")).Ok().Text("asOf")!, System.Globalization.CultureInfo.InvariantCulture);

        var entries = (await admin.Api.GetAsync($"/api/v1/staff/journal-entries?from={today.AddDays(-30):yyyy-MM-dd}&to={today:yyyy-MM-dd}")).Ok().Body!["entries"]!.AsArray();

        Assert.Equal(entries.Sum(entry => entry!["debit"]!["minor"]!.GetValue<long>()), entries.Sum(entry => entry!["credit"]!["minor"]!.GetValue<long>()));
        Assert.Equal("to", (await admin.Api.GetAsync($"/api/v1/staff/journal-entries?from={today:yyyy-MM-dd}&to={today.AddDays(31):yyyy-MM-dd}")).Text("field"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Colleague.AtWorkAsync(App, StaffRole.CreditExecutive)).Api.GetAsync($"/api/v1/staff/journal-entries?from={today:yyyy-MM-dd}")).Status);
    }

    [Fact]
    public async Task Chart_ForSomebodyWithoutThePermission_StaysClosed()
    {
        var credit = await Colleague.AtWorkAsync(App, StaffRole.CreditExecutive);

        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.GetAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.GetAsync($"{Path}/log")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync($"{Path}/accounts", new { number = "1101-NO", name = "No", purpose = "principal" }, Key())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync($"{Path}/accounts/1101/rename", new { name = "No" }, Key())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync($"{Path}/accounts/1101/retire", new { }, Key())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync($"{Path}/changes", new { purpose = "principal" }, Key())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync($"{Path}/changes/AC-0123456789ABCDEF/approve", new { }, Key())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.GetAsync("/api/v1/staff/trial-balance/1101/loans")).Status);
    }

    private static string Chosen(JsonNode chart, string purpose) =>
        chart["chosen"]!.AsArray().Single(each => each!["purpose"]!.GetValue<string>() == purpose && each["part"] is null)!["account"]!.GetValue<string>();

    private static string NumberOf(string start) => $"{start}-{Guid.NewGuid():N}"[..16];

    private static string Key() => $"chart-{Guid.CreateVersion7():N}";
}
