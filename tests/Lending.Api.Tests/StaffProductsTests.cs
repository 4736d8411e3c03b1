using System.Net;
using System.Text.Json.Nodes;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>Products looked after over HTTP: one person adds a version, another puts it in force.</summary>
[Collection(ApiCollection.Name)]
public sealed class StaffProductsTests(RunningApi running)
{
    private const string Path = "/api/v1/staff/products";

    private LendingApp App => running.App;

    [Fact]
    public async Task Add_WithAnOrderStepByStep_KeepsItAndChecksIt()
    {
        var maker = await Colleague.AtWorkAsync(App, StaffRole.Admin);
        var product = Settings(CodeOf("ORDER"));
        var steps = new JsonArray([.. from what in new[] { "Interest", "Principal", "Fee", "Penalty" } from when in new[] { "PastDue", "Due" } select Step(when, what),
            .. new[] { "Interest", "Principal", "Fee", "Penalty" }.Select(what => Step("InAdvance", what))]);
        product["waterfall"] = new JsonObject { ["direction"] = "Vertical", ["steps"] = steps };

        var added = (await maker.Api.PostAsync(Path, product, Key())).Created();

        Assert.Equal(("due", "interest"), (added.Text("settings.waterfall.steps.1.when"), added.Text("settings.waterfall.steps.1.what")));
        Assert.Equal("vertical", added.Text("settings.waterfall.direction"));
        steps.RemoveAt(0);
        product["code"] = CodeOf("SHORT");
        var refused = await maker.Api.PostAsync(Path, product, Key());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("waterfall.steps", refused.Body!.ToJsonString(), StringComparison.Ordinal);

        static JsonObject Step(string when, string what) => new() { ["when"] = when, ["what"] = what };
    }

    [Fact]
    public async Task AddAndActivate_ByTwoPeople_MakesLoansUnderTheNewVersion()
    {
        var (maker, checker) = (await Colleague.AtWorkAsync(App, StaffRole.Admin), await Colleague.AtWorkAsync(App, StaffRole.Admin));
        var code = CodeOf("TWO");
        var borrower = await App.OnboardAsync();
        object offer = new { productCode = code, amount = new { minor = 20_000_00, currency = "INR" }, tenure = 6 };

        var added = (await maker.Api.PostAsync(Path, Settings(code), Key())).Created();
        Assert.Equal(("draft", "1"), (added.Text("state"), added.Text("version")));
        Assert.Equal("product_not_found", (await borrower.Api.PostAsync("/api/v1/quotes", offer, "")).Code);
        Assert.Equal("second_person_needed", (await maker.Api.PostAsync($"{Path}/{code}/versions/1/activate", new { }, Key())).Code);

        Assert.Equal("in_force", (await checker.Api.PostAsync($"{Path}/{code}/versions/1/activate", new { }, Key())).Ok().Text("state"));
        Assert.Equal("12.00", (await borrower.Api.PostAsync("/api/v1/quotes", offer, "")).Ok().Text("aprPercent"));

        var second = Settings(code);
        second["ratePercent"] = 24m;
        Assert.Equal("2", (await maker.Api.PostAsync($"{Path}/{code}/versions", second, Key())).Created().Text("version"));
        Assert.Equal("12.00", (await borrower.Api.PostAsync("/api/v1/quotes", offer, "")).Ok().Text("aprPercent"));
        (await checker.Api.PostAsync($"{Path}/{code}/versions/2/activate", new { }, Key())).Ok();
        Assert.Equal("24.00", (await borrower.Api.PostAsync("/api/v1/quotes", offer, "")).Ok().Text("aprPercent"));

        (await checker.Api.PostAsync($"{Path}/{code}/deactivate", new { }, Key())).Ok();
        Assert.Equal("product_not_found", (await borrower.Api.PostAsync("/api/v1/quotes", offer, "")).Code);
        var listed = (await maker.Api.GetAsync(Path)).Ok().Body!["products"]!.AsArray().Where(each => each!["code"]!.GetValue<string>() == code).ToList();
        Assert.Equal([2, 1], listed.Select(each => each!["version"]!.GetValue<int>()));
        Assert.All(listed, each => Assert.Equal("inactive", each!["state"]!.GetValue<string>()));
    }

    [Fact]
    public async Task AddVersion_SentAgain_AddsNothing()
    {
        var maker = await Colleague.AtWorkAsync(App, StaffRole.Admin);
        var code = CodeOf("ONCE");
        (await maker.Api.PostAsync(Path, Settings(code), Key())).Created();

        Assert.Equal("1", (await maker.Api.PostAsync($"{Path}/{code}/versions", Settings(code), Key())).Created().Text("version"));
        Assert.Equal("product_exists", (await maker.Api.PostAsync(Path, With(Settings(code), "name", "Other"), Key())).Code);
        Assert.Equal("product_code_differs", (await maker.Api.PostAsync($"{Path}/{code}/versions", Settings(code + "X"), Key())).Code);
        Assert.Equal("product_structure_differs", (await maker.Api.PostAsync($"{Path}/{code}/versions", With(Settings(code, instalments: false), "plan", "payday", "ratePercent", 1m), Key())).Code);
    }

    [Fact]
    public async Task Add_SettingsThatDoNotFit_NamesEveryField()
    {
        var maker = await Colleague.AtWorkAsync(App, StaffRole.Admin);
        var settings = With(Settings(CodeOf("BAD")), "ratePercent", 101m);
        settings["instalments"]!["balloonPercent"] = 10;

        var answer = await maker.Api.PostAsync(Path, settings, Key());

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "product_invalid"), (answer.Status, answer.Code));
        Assert.Equal(["instalments.balloonPercent", "ratePercent"], answer.Body!["errors"]!.AsObject().Select(each => each.Key).Order());
    }

    [Theory]
    [InlineData("instalments", "unit", "fortnights", "instalments.unit")]
    [InlineData("instalments", "everyy", "1", "instalments.everyy")]
    [InlineData("amountMin", "currency", "XXX", "amountMin")]
    public async Task Add_WhatCannotBeRead_NamesTheField(string part, string name, string value, string field)
    {
        var maker = await Colleague.AtWorkAsync(App, StaffRole.Admin);
        var settings = Settings(CodeOf("ODD"));
        settings[part]![name] = value;

        var answer = await maker.Api.PostAsync(Path, settings, Key());

        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.Status, answer.Text("field")));
    }

    [Fact]
    public async Task Preview_OfSettings_ShowsScheduleChargesAprAndWarnings()
    {
        var maker = await Colleague.AtWorkAsync(App, StaffRole.Admin);
        var settings = Settings("SHOWN");
        settings["instalments"]!["method"] = "balloon";
        settings["instalments"]!["balloonPercent"] = 50;

        var preview = (await maker.Api.PostAsync($"{Path}/preview", new { settings, amount = new { minor = 20_000_00, currency = "INR" }, tenure = 6 }, "")).Ok();

        Assert.Equal(6, preview.Body!["quote"]!["schedule"]!.AsArray().Count);
        Assert.Contains(preview.Body!["warnings"]!.AsArray(), warning => warning!.GetValue<string>().StartsWith("The last instalment is", StringComparison.Ordinal));
        Assert.Equal("amount", (await maker.Api.PostAsync($"{Path}/preview", new { settings, amount = new { minor = 1, currency = "INR" }, tenure = 6 }, "")).Text("field"));
    }

    [Fact]
    public async Task Products_ForSomebodyWithoutThePermission_StayClosed()
    {
        var credit = await Colleague.AtWorkAsync(App, StaffRole.CreditExecutive);

        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.GetAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync(Path, Settings("NO"), Key())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync($"{Path}/EMI/versions/1/activate", new { }, Key())).Status);
    }

    private static JsonObject Settings(string code, bool instalments = true)
    {
        var settings = JsonNode.Parse(
            """
            {"name":"Two people","plan":"emi","amountMin":{"minor":1500000,"currency":"INR"},"amountMax":{"minor":50000000,"currency":"INR"},
             "tenureMin":3,"tenureMax":24,"ratePercent":12,"fees":[],"penalty":{"dailyPercent":0.1}}
            """)!.AsObject();
        settings["code"] = code;
        if (instalments) settings["instalments"] = new JsonObject { ["unit"] = "months" };
        return settings;
    }

    private static JsonObject With(JsonObject settings, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i += 2) settings[(string)values[i]] = JsonValue.Create(values[i + 1]);
        return settings;
    }

    private static string CodeOf(string start) => $"{start}-{Guid.CreateVersion7():N}"[..30].ToUpperInvariant();

    private static string Key() => $"products-{Guid.CreateVersion7():N}";
}
