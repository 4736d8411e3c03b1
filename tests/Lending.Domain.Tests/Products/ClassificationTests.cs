using Lending.Domain.Tests.Loans;

namespace Lending.Domain.Tests.Products;

public sealed class ClassificationTests
{
    private static readonly PenaltyClassification Early = new("EARLY", 1, "1 to 30 days", Currency.Inr, 1, 30, null, A.Inr(250_00));
    private static readonly PenaltyClassification Late = new("LATE", 3, "Over 60 days", Currency.Inr, 61, null, 2m, null);
    private static readonly LoanProduct Product = A.Emi with { Penalty = new(0m), LateCharges = new() { Classifications = ["LATE", "EARLY"] } };

    [Fact]
    public void Fill_TakesWhatIsInForceByItsDays_AndSaysWhichVersion()
    {
        var filled = ClassificationRules.Fill(Product, [Late, Early]);

        Assert.Equal([Early.Code, Late.Code], filled.LateCharges!.Bands.Select(band => band.Classification));
        Assert.Equal(new LateBand("1 to 30 days", 1, null, A.Inr(250_00)) { ToDpd = 30, Classification = "EARLY", ClassificationVersion = 1 }, filled.LateCharges.Bands[0]);
        Assert.Empty(ProductRules.Check(filled));
        Assert.Empty(ClassificationRules.Check(filled, [Late, Early]));
    }

    [Fact]
    public void Fill_OfAProductWithoutReferences_ChangesNothing()
    {
        var banded = A.Emi with { Penalty = new(0m), LateCharges = new() { Bands = [new("Own", 5, 1m, null)] } };

        Assert.Same(banded, ClassificationRules.Fill(banded, [Early]));
        Assert.Empty(ProductRules.Check(banded));
        Assert.Empty(ClassificationRules.Check(banded, []));
    }

    [Fact]
    public void Check_OfAVersionThatWasReplaced_SaysSo()
    {
        var filled = ClassificationRules.Fill(Product, [Late, Early]);

        var fault = Assert.Single(ClassificationRules.Check(filled, [Late, Early with { Version = 2 }]));

        Assert.Equal(("lateCharges.classifications[1]", true), (fault.Input, fault.Problem.Contains("version 2", StringComparison.Ordinal)));
    }

    [Fact]
    public void Check_OfOneNotInForceOrInAnotherCurrency_NamesIt()
    {
        var dollars = Early with { Currency = Currency.Usd, Fixed = new Money(5_00, Currency.Usd) };

        Assert.Equal(["lateCharges.classifications[0]", "lateCharges.classifications[1]"], ClassificationRules.Check(ClassificationRules.Fill(Product, [dollars]), [dollars]).Select(fault => fault.Input));
        Assert.Contains(ProductRules.Check(ClassificationRules.Fill(Product, [Early])), fault => fault.Input == "lateCharges.classifications");
    }

    [Fact]
    public void Product_WhoseClassificationsShareADayOrThatClaimsABandItDoesNotName_IsRefused()
    {
        var shared = ClassificationRules.Fill(Product, [Early with { ToDpd = 61 }, Late]);
        var claimed = A.Emi with { Penalty = new(0m), LateCharges = new() { Bands = [new("Own", 5, 1m, null) { Classification = "EARLY" }] } };

        Assert.Contains(ProductRules.Check(shared), fault => fault.Input == "lateCharges.classifications");
        Assert.Contains(ProductRules.Check(claimed), fault => fault.Input == "lateCharges.bands");
    }

    [Theory]
    [InlineData("", "Early", 1, 30, "code")]
    [InlineData("A_B", "Early", 1, 30, "code")]
    [InlineData("A", " ", 1, 30, "name")]
    [InlineData("A", "Early", 0, 30, "fromDpd")]
    [InlineData("A", "Early", 31, 30, "toDpd")]
    public void Check_OfAClassification_NamesWhatIsWrong(string code, string name, int from, int to, string input) =>
        Assert.Equal(input, Assert.Single(ClassificationRules.Check(Early with { Code = code, Name = name, FromDpd = from, ToDpd = to })).Input);

    [Fact]
    public void Check_OfAPrice_WantsOneOfTwoInItsCurrency()
    {
        Assert.Equal("percent", Assert.Single(ClassificationRules.Check(Early with { Percent = 1m })).Input);
        Assert.Equal("percent", Assert.Single(ClassificationRules.Check(Late with { Percent = null })).Input);
        Assert.Equal("percent", Assert.Single(ClassificationRules.Check(Late with { Percent = 1.23456m })).Input);
        Assert.Equal("fixed", Assert.Single(ClassificationRules.Check(Early with { Currency = Currency.Usd })).Input);
    }

    [Fact]
    public void Night_ChargesEachClassificationOnceOnItsFirstDay()
    {
        var story = Story.Active(ClassificationRules.Fill(Product, [Early, Late with { Percent = null, Fixed = A.Inr(900_00) }]), A.Inr(1_00_000_00), 12);
        var first = story.Loan.Instalments[0].PayBy;

        Assert.Equal(-250_00, story.CloseThrough(first.AddDays(1)).Ledger[Accounts.PenaltyIncome]);
        Assert.Equal(-250_00, story.CloseThrough(first.AddDays(60)).Ledger[Accounts.PenaltyIncome]);
        Assert.Equal(-1_150_00, story.CloseThrough(first.AddDays(70)).Ledger[Accounts.PenaltyIncome]);
    }

    [Fact]
    public void ByHand_BetweenTwoClassifications_ChargesNothing()
    {
        var product = ClassificationRules.Fill(Product with { LateCharges = Product.LateCharges! with { ByHand = true } }, [Early, Late]);
        var story = Story.Active(product, A.Inr(1_00_000_00), 12);

        story.CloseThrough(story.Loan.Instalments[0].PayBy.AddDays(44));

        Assert.Equal(new NoLateCharge(), story.Refused(new LateChargeByHand()));
        story.CloseThrough(story.Loan.Instalments[0].PayBy.AddDays(60));
        story.Change(new LateChargeByHand());
        Assert.True(story.Ledger[Accounts.PenaltyIncome] < 0);
    }
}
