using Lending.Domain.Engine;
using Lending.Portal.Loans;
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
    public void Editor_TdsOfAFeeAtPayout_AsksWhetherItIsWithheldAndPreviewsIt()
    {
        var editor = Editor(live: Emi, section: "fees");
        Assert.Empty(editor.FindAll("#fee-0-tds-booked"));

        editor.Find("#fee-0-tds").Input("10");
        Choose(editor, "#fee-0-tds-booked", "Yes, the borrower keeps it for the tax office");

        // 2 % of 1,00,000 with GST is 2,360, of which 200 is TDS.
        Assert.Equal((10m, true), (_product.Fees[0].TdsPercent, _product.Fees[0].TdsBooked));
        Assert.Empty(ProductRules.Check(_product));
        Assert.Contains($"TDS on it, for the tax office{MoneyFormat.Full(Money.Inr(200_00))}", editor.Find(".product-preview .kv").TextContent, StringComparison.Ordinal);
        Assert.Contains("97,840.00", editor.Find(".product-preview .kv").TextContent, StringComparison.Ordinal);
        Assert.Equal(["fees[0].tdsPercent", "fees[0].tdsBooked"], ProductDifferences.Between(Emi, _product).Select(each => each.Setting));
    }

    [Fact]
    public void Editor_AFeeWithTdsMovedToTheInstalments_SettlesTheTdsOutsideTheLoan()
    {
        _product = Emi with { Fees = [Emi.Fees[0] with { TdsPercent = 10m, TdsBooked = true }] };
        var editor = Editor(section: "fees");

        Choose(editor, "#fee-0-when", "With each instalment");

        Assert.Equal((10m, false), (_product.Fees[0].TdsPercent, _product.Fees[0].TdsBooked));
        Assert.Empty(ProductRules.Check(_product));
        Assert.Empty(editor.FindAll("#fee-0-tds-booked"));
    }

    [Fact]
    public void Payout_OfALoanWithTds_IsMadeLineByLine()
    {
        var product = Emi with { Fees = [Emi.Fees[0] with { TdsPercent = 10m, TdsBooked = true }] };

        var lines = PayoutMade.LinesOf(Loan.None with { Requested = Money.Inr(1_00_000_00), Charges = Charges.Of(product, Money.Inr(1_00_000_00)) });

        Assert.Equal(
            [("Sanctioned", "1,00,000.00"), ("Processing fee", "−2,000.00"), ("GST on it", "−360.00"), ("TDS on it, for the tax office", "200.00")],
            lines.Select(line => (line.Label, line.Value)));
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

    private IRenderedComponent<ProductEditor> Editor(LoanProduct? live = null, string? section = null)
    {
        IRenderedComponent<ProductEditor>? editor = null;
        editor = Render<ProductEditor>(parameters => parameters
            .Add(each => each.Product, _product).Add(each => each.Live, live).Add(each => each.Today, Today).Add(each => each.FirstSection, section)
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
