using Lending.Portal.Decisions;

namespace Lending.Portal.Tests.Decisions;

public sealed class OwnTermsInputsTests : PortalContext
{
    private static readonly LoanProduct Product = new(
        "emi", 1, "Personal loan", RepaymentPlan.Emi, Money.Inr(10_000_00), Money.Inr(5_00_000_00), 3, 36, 18m, [new("processing", "Processing fee", 2m, null, 18m)], new(0.1m))
    {
        Overridable = [OverridableField.RatePercent, OverridableField.Fees, OverridableField.Tenure],
    };

    private TermOverrides _own = new();

    [Fact]
    public void Inputs_AreOnlyThoseTheProductNames()
    {
        var inputs = Inputs();
        Assert.Empty(inputs.FindAll("input"));

        inputs.Find("[data-testid=own-terms]").Click();

        Assert.Equal(["Rate", "Tenure", "Processing fee"], inputs.FindAll("label").Select(label => label.TextContent.Trim().TrimEnd('*').Trim()));
    }

    [Fact]
    public void Products_ThatNameNothing_ShowNothing() => Assert.Empty(Inputs(Product with { Overridable = [] }).Markup.Trim());

    [Fact]
    public void AnotherRate_IsTheLoans_AndSaysWhatTheProductHas()
    {
        var inputs = Inputs();
        inputs.Find("[data-testid=own-terms]").Click();

        inputs.Find("#own-ratePercent").Input("14.5");

        Assert.Equal(14.5m, _own.RatePercent);
        inputs.Render(with => with.Add(each => each.Own, _own));
        Assert.Contains("was 18 % in the product", inputs.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<OwnTermsInputs> Inputs(LoanProduct? product = null) => Render<OwnTermsInputs>(with => with
        .Add(inputs => inputs.Product, product ?? Product).Add(inputs => inputs.Tenure, 12).Add(inputs => inputs.Own, _own).Add(inputs => inputs.OwnChanged, own => _own = own));
}
