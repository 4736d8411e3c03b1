using Lending.Domain.Engine;
using Lending.Portal.ProductEditing;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Tests.ProductEditing;

public sealed class ProductEditorTests : PortalContext
{
    private static readonly LoanProduct Emi = new(
        "EMI", 1, "Salary EMI", RepaymentPlan.Emi, Money.Inr(15_000_00), Money.Inr(1_85_000_00), 6, 18, 18m,
        [new("processing", "Processing fee", 2m, null, 18m)], new PenaltyTerms(0.1m, Cap: Money.Inr(5_000_00))) { Instalments = InstalmentTerms.Monthly };

    private LoanProduct _product = Emi;

    [Fact]
    public void Editor_OfALevelProduct_ShowsOnlyWhatMatters()
    {
        var editor = Editor();

        Assert.NotNull(editor.Find("#multipleOf"));
        Assert.Empty(editor.FindAll("#balloonPercent, #semiMonthlyDays, #quarterOfMonth, #daysInYear, #brokenPeriod, #graceInterestPayment"));
    }

    [Fact]
    public void Editor_ABalloonChosen_AsksForItsPartAndWarnsOfTheLastInstalment()
    {
        var editor = Editor();

        Choose(editor, "#method", "Level, with a part at the end (balloon)");

        Assert.Equal((RepayMethod.Balloon, 30m), (_product.Instalments!.Method, _product.Instalments.BalloonPercent));
        Assert.Empty(ProductRules.Check(_product));
        Assert.NotNull(editor.Find("#balloonPercent"));
        Assert.Empty(editor.FindAll("#multipleOf"));
        Assert.Contains("The last instalment is", editor.Find(".product-warnings").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Editor_EveryChoiceOfMethodUnitAndInterest_IsAProductTheRulesAdmit()
    {
        foreach (var method in Enum.GetValues<RepayMethod>())
            foreach (var unit in Enum.GetValues<RepayUnit>())
                foreach (var interest in Enum.GetValues<InterestPeriods>())
                    foreach (var rules in Enum.GetValues<ScheduleFamily>())
                    {
                        var product = ProductSettling.Settle(Emi with { Instalments = new() { Method = method, Unit = unit, Interest = interest, Rules = rules } });
                        if (unit is RepayUnit.AgreedDays) product = product with { TenureMin = 3, TenureMax = 3 };
                        Assert.Empty(ProductRules.Check(product));
                    }
    }

    [Fact]
    public void Preview_OfTheProduct_IsTheQuote()
    {
        var editor = Editor();

        // 1,00,000 over 12 months, the middle of both ranges.
        Assert.Equal("9,168.00", editor.FindAll(".product-figures .fig")[0].TextContent);
        Assert.Equal(12, editor.FindAll("[data-testid=preview-schedule] tbody tr").Count);
        Assert.Contains("97,640.00", editor.Find(".product-preview .kv").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Editor_ARateTyped_ChangesThePreviewAndSaysWhatItWas()
    {
        var editor = Editor(live: Emi);

        editor.Find("#ratePercent").Input("24");

        Assert.Equal(24m, _product.RatePercent);
        Assert.Contains("was 18 %", editor.Find(".fld.changed").TextContent, StringComparison.Ordinal);
        Assert.Contains("was 9,168.00", editor.Find(".product-figures").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Editor_AValueOutOfRange_SaysSoAtTheFieldAndInTheSection()
    {
        var editor = Editor();

        editor.Find("#ratePercent").Input("101");

        Assert.Contains("Must be 0 to 100.", editor.Find(".fields-of").TextContent, StringComparison.Ordinal);
        Assert.Contains("1", editor.Find(".sections button.on").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 field to correct", editor.Find(".product-preview").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Comparison_OfTwoVersions_CoversTheEndsAndTheMiddle()
    {
        var lines = VersionComparison.Of(Emi, Emi with { Version = 2, RatePercent = 12m }, Today, BusinessCalendar.EveryDay);

        Assert.Equal(9, lines.Count);
        Assert.All(lines, line => Assert.True(line.After.Apr < line.Before.Apr && line.After.Interest < line.Before.Interest));
        var changed = Assert.Single(ProductDifferences.Between(Emi, Emi with { Version = 2, RatePercent = 12m }));
        Assert.Equal(("ratePercent", "18", "12"), (changed.Setting, changed.Before, changed.After));
    }

    private IRenderedComponent<ProductEditor> Editor(LoanProduct? live = null)
    {
        IRenderedComponent<ProductEditor>? editor = null;
        editor = Render<ProductEditor>(parameters => parameters
            .Add(each => each.Product, _product).Add(each => each.Live, live).Add(each => each.Today, Today)
            .Add(each => each.ProductChanged, EventCallback.Factory.Create<LoanProduct>(this, changed =>
            {
                _product = changed;
                editor!.Render(again => again.Add(each => each.Product, changed).Add(each => each.Faults, ProductRules.Check(changed)));
            })));
        return editor;
    }

    private static void Choose(IRenderedComponent<ProductEditor> editor, string select, string text)
    {
        var options = editor.Find(select).QuerySelectorAll("option");
        editor.Find(select).Change(options.First(option => option.TextContent == text).GetAttribute("value")!);
    }
}
