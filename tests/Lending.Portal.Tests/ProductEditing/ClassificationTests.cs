using Lending.Portal.PenaltyClasses;
using Lending.Portal.ProductEditing;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Tests.ProductEditing;

public sealed class ClassificationTests : PortalContext
{
    private static readonly PenaltyClassification Early = new("EARLY", 2, "1 to 30 days", Currency.Inr, 1, 30, null, Money.Inr(250_00));
    private static readonly PenaltyClassification Dollars = new("USD", 1, "Dollars", Currency.Usd, 1, null, 2m, null);

    private LoanProduct _product = new(
        "EMI", 1, "Salary EMI", RepaymentPlan.Emi, Money.Inr(15_000_00), Money.Inr(1_85_000_00), 6, 18, 18m, [], new PenaltyTerms(0.1m)) { Instalments = InstalmentTerms.Monthly };

    [Fact]
    public void Section_AClassChosen_FillsItsBandAndIsAdmitted()
    {
        var section = Section([Early, Dollars]);
        Choose(section, "#late-kind", "By the brand's penalty classes");
        Assert.Contains(ProductRules.Check(_product), fault => fault.Input == "lateCharges");
        Assert.Empty(section.FindAll("#class-USD"));

        section.Find("#class-EARLY").Change(true);

        Assert.Equal(("EARLY", 2, Money.Inr(250_00)), (_product.LateCharges!.Bands[0].Classification, _product.LateCharges.Bands[0].ClassificationVersion!.Value, _product.LateCharges.Bands[0].Fixed!.Value));
        Assert.Empty(ProductRules.Check(_product));
        section.Find("#class-EARLY").Change(false);
        Assert.Empty(_product.LateCharges.Bands);
        Assert.NotNull(section.Find("#class-EARLY"));
    }

    [Fact]
    public void Section_OfAProductWithAnOlderVersion_SaysSoAndTakesTheOneInForce()
    {
        _product = ClassificationRules.Fill(_product with { Penalty = new(0m), LateCharges = new() { Classifications = ["EARLY"] } }, [Early with { Version = 1, Fixed = Money.Inr(100_00) }]);
        var section = Section([Early]);
        Assert.Contains("version 1 here, 2 in force", section.Find("[data-testid=classifications]").TextContent, StringComparison.Ordinal);

        section.Find("#take-classes").Click();

        Assert.Equal(Money.Inr(250_00), _product.LateCharges!.Bands[0].Fixed);
        Assert.DoesNotContain("in force", section.Find("[data-testid=classifications]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Section_OfAClassThatIsNotInForceAnyMore_ShowsItAsSuch()
    {
        _product = ClassificationRules.Fill(_product with { Penalty = new(0m), LateCharges = new() { Classifications = ["EARLY"] } }, [Early]);

        Assert.Contains("EARLY, not in force", Section([Early with { Code = "OTHER" }]).Find("[data-testid=classifications]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dialog_AsksForTheClassAsItWasTyped()
    {
        (PenaltyClassification, bool)? asked = null;
        var dialog = Dialog((item, isNew) => { asked = (item, isNew); return null; });
        await dialog.InvokeAsync(() => dialog.Instance.ShowAsync(null));

        dialog.Find("#class-confirm").Click();
        Assert.Contains("Code: 1 to 40 letters", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Type(dialog, "#class-code", "EARLY");
        Type(dialog, "#class-name", "1 to 30 days");
        Type(dialog, "#class-to", "30");
        Type(dialog, "#class-fixed", "250");
        dialog.Find("#class-confirm").Click();

        Assert.Equal((Early with { Version = 1 }, true), asked);
    }

    [Fact]
    public async Task Dialog_OfAVersion_KeepsCodeAndCurrencyAndSaysWhyItWasRefused()
    {
        var dialog = Dialog((item, isNew) => $"{item.Code} {item.Currency.Code} {isNew}");
        await dialog.InvokeAsync(() => dialog.Instance.ShowAsync(Early));

        Assert.Empty(dialog.FindAll("#class-code, #class-currency"));
        dialog.Find("#class-confirm").Click();

        Assert.Contains("EARLY INR False", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<PenaltyClassDialog> Dialog(Func<PenaltyClassification, bool, string?> answer) => Render<PenaltyClassDialog>(parameters => parameters
        .Add(each => each.OnConfirm, (item, isNew, _) => Task.FromResult(answer(item, isNew))));

    private IRenderedComponent<LateSection> Section(IReadOnlyList<PenaltyClassification> catalogue)
    {
        IRenderedComponent<LateSection>? section = null;
        section = Render<LateSection>(parameters => parameters.Add(each => each.Product, _product).Add(each => each.Catalogue, catalogue)
            .Add(each => each.ProductChanged, EventCallback.Factory.Create<LoanProduct>(this, changed =>
            {
                _product = changed;
                section!.Render(again => again.Add(each => each.Product, changed));
            })));
        return section;
    }

    private static void Choose(IRenderedComponent<LateSection> section, string select, string text) =>
        section.Find(select).Change(section.Find(select).QuerySelectorAll("option").First(option => option.TextContent == text).GetAttribute("value")!);

    private static void Type(IRenderedComponent<PenaltyClassDialog> dialog, string input, string text)
    {
        dialog.Find(input).Input(text);
        dialog.Find(input).Blur();
    }
}
