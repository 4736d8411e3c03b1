using System.Net;
using System.Text.Json.Nodes;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>The penalty classifications of a Brand over HTTP, and products that refer to them (UBU-055, UBU-056).</summary>
[Collection(ApiCollection.Name)]
public sealed class StaffClassificationTests(RunningApi running)
{
    private const string Path = "/api/v1/staff/penalty-classifications";

    private LendingApp App => running.App;

    [Fact]
    public async Task Classification_PutInForceByASecondPerson_IsTakenByAProductByItsCode()
    {
        var (maker, checker) = (await Colleague.AtWorkAsync(App, StaffRole.Admin), await Colleague.AtWorkAsync(App, StaffRole.Admin));
        var code = CodeOf("EARLY");
        var added = (await maker.Api.PostAsync(Path, Early(code), Key())).Created();
        Assert.Equal(("draft", "1", "250"), (added.Text("state"), added.Text("version"), (added.Minor("fixed") / 100).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("second_person_needed", (await maker.Api.PostAsync($"{Path}/{code}/versions/1/activate", new { }, Key())).Code);
        var product = Product(CodeOf("CLS"), code);
        Assert.Equal("product_invalid", (await maker.Api.PostAsync("/api/v1/staff/products", product, Key())).Code);

        Assert.Equal("in_force", (await checker.Api.PostAsync($"{Path}/{code}/versions/1/activate", new { }, Key())).Ok().Text("state"));
        var taken = (await maker.Api.PostAsync("/api/v1/staff/products", product, Key())).Created();

        Assert.Equal((code, "1", "1 to 30 days"), (taken.Text("settings.lateCharges.bands.0.classification"), taken.Text("settings.lateCharges.bands.0.classificationVersion"), taken.Text("settings.lateCharges.bands.0.name")));
        (await checker.Api.PostAsync($"/api/v1/staff/products/{taken.Text("code")}/versions/1/activate", new { }, Key())).Ok();
        Assert.Equal("classification_in_use", (await checker.Api.PostAsync($"{Path}/{code}/retire", new { }, Key())).Code);
        var loans = (await checker.Api.GetAsync($"/api/v1/staff/loans?classification={code}")).Ok();
        Assert.Equal("0", loans.Text("count"));
        Assert.Equal("classification", (await checker.Api.GetAsync("/api/v1/staff/loans?classification=NONE")).Field);
        var log = (await checker.Api.GetAsync($"{Path}/log?code={code}")).Ok().Body!["acts"]!.AsArray();
        Assert.Equal(["penalty-classification.activated", "penalty-classification.added"], log.Select(act => act!["what"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Version_OfAClassification_WaitsAndThenReplaces()
    {
        var (maker, checker) = (await Colleague.AtWorkAsync(App, StaffRole.Admin), await Colleague.AtWorkAsync(App, StaffRole.Admin));
        var code = CodeOf("NEXT");
        (await maker.Api.PostAsync(Path, Early(code), Key())).Created();
        (await checker.Api.PostAsync($"{Path}/{code}/versions/1/activate", new { }, Key())).Ok();
        var dearer = Early(code);
        dearer["fixedMinor"] = 300_00;

        Assert.Equal("2", (await maker.Api.PostAsync($"{Path}/{code}/versions", dearer, Key())).Created().Text("version"));
        (await checker.Api.PostAsync($"{Path}/{code}/versions/2/activate", new { }, Key())).Ok();

        var listed = (await maker.Api.GetAsync(Path)).Ok().Body!["classifications"]!.AsArray().Where(each => each!["code"]!.GetValue<string>() == code);
        Assert.Equal(["in_force", "replaced"], listed.Select(each => each!["state"]!.GetValue<string>()));
        Assert.Equal("retired", (await checker.Api.PostAsync($"{Path}/{code}/retire", new { }, Key())).Ok().Text("state"));
        Assert.Equal("classification_not_found", (await checker.Api.PostAsync($"{Path}/{code}/versions/9/activate", new { }, Key())).Code);
    }

    [Fact]
    public async Task Classifications_ForSomebodyWithoutThePermission_StayClosed()
    {
        var credit = await Colleague.AtWorkAsync(App, StaffRole.CreditExecutive);

        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.GetAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.GetAsync($"{Path}/log")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync(Path, Early("NO"), Key())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync($"{Path}/NO/versions/1/activate", new { }, Key())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync($"{Path}/NO/retire", new { }, Key())).Status);
    }

    private static JsonObject Early(string code) =>
        new() { ["code"] = code, ["name"] = "1 to 30 days", ["currency"] = "INR", ["fromDpd"] = 1, ["toDpd"] = 30, ["fixedMinor"] = 250_00 };

    private static JsonObject Product(string code, string classification)
    {
        var settings = JsonNode.Parse(
            """
            {"name":"Classified","plan":"emi","amountMin":{"minor":1500000,"currency":"INR"},"amountMax":{"minor":50000000,"currency":"INR"},"instalments":{"unit":"months"},
             "tenureMin":3,"tenureMax":24,"ratePercent":12,"fees":[],"penalty":{"dailyPercent":0}}
            """)!.AsObject();
        settings["code"] = code;
        settings["lateCharges"] = new JsonObject { ["classifications"] = new JsonArray(classification) };
        return settings;
    }

    private static string CodeOf(string start) => $"{start}-{Guid.CreateVersion7():N}"[..30].ToUpperInvariant();

    private static string Key() => $"classes-{Guid.CreateVersion7():N}";
}
