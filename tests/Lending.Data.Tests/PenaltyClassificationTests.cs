using Lending.Domain;

namespace Lending.Data.Tests;

[Collection(OnPostgres.Name)]
public sealed class PenaltyClassificationTests(LendingServer server) : IAsyncLifetime
{
    private static readonly PenaltyClassification Early = new("EARLY", 1, "1 to 30 days", Currency.Inr, 1, 30, null, Money.Inr(250_00));

    private Office _office = null!;
    private PenaltyClassifications _catalogue = null!;
    private ClassificationDesk _desk = null!;
    private ProductDesk _products = null!;
    private Administration _administration = null!;
    private int _commands;

    public async Task InitializeAsync()
    {
        _office = await server.OfficeAsync();
        var versions = new ProductVersions(_office.Database);
        _catalogue = new PenaltyClassifications(_office.Database);
        _administration = new Administration(_office.Database, new Staff(_office.Database, _office.Cipher, TimeProvider.System), TimeProvider.System);
        _desk = new ClassificationDesk(_catalogue, versions, _administration);
        _products = new ProductDesk(_office.Products, versions, _administration, _office.Charts, _office.Brands, _catalogue);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Classification_TakesTwoPeopleAndIsOfThisBrandAlone()
    {
        var added = await _desk.AddAsync(Early, true, By("meera"), default);
        Assert.Equal((ClassificationState.Draft, "meera"), (added.Value!.State, added.Value.AddedBy));
        Assert.Empty(await _catalogue.InForceAsync("saffron", default));
        Assert.Equal("second_person_needed", (await _desk.ActivateAsync("EARLY", 1, By("meera"), default)).Refusal!.Code);

        Assert.Equal(ClassificationState.InForce, (await _desk.ActivateAsync("EARLY", 1, By("neha"), default)).Value!.State);

        Assert.Equal(Early, Assert.Single(await _catalogue.InForceAsync("saffron", default)));
        Assert.Empty(await _catalogue.ListAsync("indigo", default));
        Assert.Equal(["penalty-classification.activated", "penalty-classification.added"], (await _administration.OfClassificationsAsync("saffron", "EARLY", default)).Select(act => act.What));
        Assert.Empty(await _administration.OfClassificationsAsync("saffron", "EARL", default));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _office.Database.ExecuteAsync("saffron", "DELETE FROM penalty_classification", [], default));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _office.Database.ExecuteAsync("saffron", "UPDATE penalty_classification SET fixed = 1", [], default));
    }

    [Fact]
    public async Task Add_AgainOrInAnotherCurrency_AddsNothing()
    {
        await InForceAsync(Early);
        Assert.Equal(ClassificationState.InForce, (await _desk.AddAsync(Early, true, By("meera"), default)).Value!.State);
        Assert.Equal(ClassificationState.InForce, (await _desk.AddAsync(Early, false, By("meera"), default)).Value!.State);
        Assert.Equal("classification_exists", (await _desk.AddAsync(Early with { ToDpd = 31 }, true, By("meera"), default)).Refusal!.Code);
        Assert.Equal("classification_not_found", (await _desk.AddAsync(Early with { Code = "OTHER" }, false, By("meera"), default)).Refusal!.Code);
        Assert.Equal("classification_currency_differs",
            (await _desk.AddAsync(Early with { Currency = Currency.Usd, Fixed = new Money(5_00, Currency.Usd) }, false, By("meera"), default)).Refusal!.Code);

        Assert.Equal("not_permitted", (await _desk.AddAsync(Early with { Code = "OTHER" }, true, By("asha") with { Grants = Grants.Nothing }, default)).Refusal!.Code);
        Assert.Single(await _catalogue.ListAsync("saffron", default));
    }

    [Fact]
    public async Task Version_PutInForce_ReplacesTheOneBeforeForProductsToCome()
    {
        await InForceAsync(Early);
        var first = (await _products.AddAsync(Charged("first"), By("meera"), default)).Value!;
        await _desk.AddAsync(Early with { Fixed = Money.Inr(300_00) }, false, By("meera"), default);
        Assert.Equal(1, Assert.Single(await _catalogue.InForceAsync("saffron", default)).Version);

        await _desk.ActivateAsync("EARLY", 2, By("neha"), default);

        Assert.Equal([(2, ClassificationState.InForce), (1, ClassificationState.Replaced)], (await _catalogue.OfAsync("saffron", "EARLY", default)).Select(each => (each.Classification.Version, each.State)));
        var late = await _products.ActivateAsync("first", 1, By("neha"), default);
        Assert.Equal("lateCharges.classifications[0]", Assert.IsType<ProductInvalid>(late.Refusal).Field);
        var second = (await _products.AddVersionAsync("first", first, By("meera"), default)).Value!;
        Assert.Equal((2, Money.Inr(300_00), 2), (second.Version, second.LateCharges!.Bands[0].Fixed!.Value, second.LateCharges.Bands[0].ClassificationVersion!.Value));
        Assert.False((await _products.ActivateAsync("first", 2, By("neha"), default)).IsRefused);
        Assert.Equal(Money.Inr(250_00), (await _office.Products.FindAsync("saffron", "first", 1, default))!.LateCharges!.Bands[0].Fixed);
    }

    [Fact]
    public async Task Retire_WhileAProductInForceHasIt_IsRefusedAndAfterwardsLoansKeepIt()
    {
        await InForceAsync(Early);
        await InForceProductAsync("charged");
        Assert.Equal("classification_in_use", (await _desk.RetireAsync("EARLY", By("meera"), default)).Refusal!.Code);
        Assert.False(await _administration.RetireClassificationAsync("EARLY", By("meera"), default));

        await _products.DeactivateAsync("charged", By("neha"), default);
        Assert.Equal(ClassificationState.Retired, (await _desk.RetireAsync("EARLY", By("meera"), default)).Value!.State);

        Assert.Equal("product_invalid", (await _products.AddAsync(Charged("later"), By("meera"), default)).Refusal!.Code);
        Assert.Equal(Money.Inr(250_00), (await _office.Products.FindAsync("saffron", "charged", 1, default))!.LateCharges!.Bands[0].Fixed);
    }

    [Fact]
    public async Task Loans_OfAClassification_AreThoseInTheDaysOfTheVersionTheyWereMadeUnder()
    {
        await _office.RegisterAsync("CU-2606-00001", "Asha Rao", "+91 98450 12641");
        await InForceAsync(Early);
        await InForceProductAsync("charged");
        await _office.ActiveLoanAsync("LN-2606-00001", product: "charged");
        await _office.ActiveLoanAsync("LN-2606-00002");
        await SetDpdAsync("LN-2606-00001", 20);
        await SetDpdAsync("LN-2606-00002", 20);
        await _desk.AddAsync(Early with { ToDpd = 15 }, false, By("meera"), default);
        await _desk.ActivateAsync("EARLY", 2, By("neha"), default);

        Assert.Equal(["LN-2606-00001"], await InAsync());
        Assert.Equal(1, (await _catalogue.LoansAsync("saffron", default))["EARLY"]);
        await SetDpdAsync("LN-2606-00001", 31);
        Assert.Empty(await InAsync());
        Assert.Empty(await _catalogue.LoansAsync("saffron", default));
        Assert.Empty(await _catalogue.DaysAsync("saffron", "NONE", default));

        async Task<IEnumerable<string>> InAsync()
        {
            var filter = new LoanFilter { Classified = await _catalogue.DaysAsync("saffron", "EARLY", default) };
            return (await new LoanListQuery(_office.Database, _office.Cipher).RunAsync("saffron", filter, LoanSort.Id, false, null, 50, default)).Rows.Select(row => row.Id);
        }
    }

    private static LoanProduct Charged(string code) => A.Payday with { Code = code, Penalty = new(0m), LateCharges = new() { Classifications = ["EARLY"] } };

    private async Task InForceAsync(PenaltyClassification classification)
    {
        await _desk.AddAsync(classification, true, By("meera"), default);
        await _desk.ActivateAsync(classification.Code, 1, By("neha"), default);
    }

    private async Task InForceProductAsync(string code)
    {
        Assert.False((await _products.AddAsync(Charged(code), By("meera"), default)).IsRefused);
        Assert.False((await _products.ActivateAsync(code, 1, By("neha"), default)).IsRefused);
    }

    private Task SetDpdAsync(string loan, int dpd) => _office.Database.ExecuteAsync("saffron", "UPDATE loan SET dpd = $2 WHERE brand = $1 AND id = $3", ["saffron", dpd, loan], default);

    private CommandContext By(string who) => A.Staff($"class-{Interlocked.Increment(ref _commands)}", who);
}
