using Lending.Portal.ProductEditing;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Tests.ProductEditing;

public sealed class AccountsSectionTests : PortalContext
{
    private static readonly ChartOfAccounts Chart = ChartOfAccounts.Of(
        [new("1101-GOLD", "Gold loans", AccountKind.Asset, LedgerPurpose.Principal), new("1101-OLD", "Old loans", AccountKind.Asset, LedgerPurpose.Principal) { RetiredOn = Today }], []);

    private LoanProduct _product = new(
        "EMI", 1, "Salary EMI", RepaymentPlan.Emi, Money.Inr(15_000_00), Money.Inr(1_85_000_00), 6, 18, 18m,
        [new("processing", "Processing fee", 2m, null, 18m)], new PenaltyTerms(0.1m)) { Instalments = InstalmentTerms.Monthly };

    [Fact]
    public void Section_WithoutOwnAccounts_SaysSoAndOffersEveryPurposeOnce()
    {
        var section = Section();

        Assert.Contains("no accounts of its own", section.Markup, StringComparison.Ordinal);
        var offered = section.FindAll("#add-account-for option").Select(option => option.TextContent).ToList();
        Assert.Equal(offered.Distinct(), offered);
        Assert.Contains("Fee income, processing", offered);
        Assert.DoesNotContain("Loans that pay off loans", offered);
    }

    [Fact]
    public void Section_AnAccountAddedAndChosen_IsInTheProductAndAdmitted()
    {
        var section = Section();
        var options = section.FindAll("#add-account-for option");
        section.Find("#add-account-for").Change(options.First(option => option.TextContent == "Principal").GetAttribute("value")!);
        section.Find("#add-product-account").Click();
        Assert.Equal(new AccountMapping(LedgerPurpose.Principal, "1101"), Assert.Single(_product.Accounts));

        Assert.Equal(["1101", "1101-GOLD"], section.FindAll("[data-testid=product-accounts] select option").Select(option => option.GetAttribute("value")));
        section.Find("[data-testid=product-accounts] select").Change("1101-GOLD");

        Assert.Equal("1101-GOLD", Assert.Single(_product.Accounts).Number);
        Assert.Empty(AccountRules.Check(Chart, _product, Today));
        section.Find("[aria-label='Remove Principal']").Click();
        Assert.Empty(_product.Accounts);
    }

    [Fact]
    public void Section_AnAccountThatWasRetired_SaysWhatIsWrongAtItsLine()
    {
        _product = _product with { Accounts = [new(LedgerPurpose.Principal, "1101-OLD")] };

        var section = Section();

        Assert.Contains("Account 1101-OLD is retired or not active yet.", section.Find("[data-testid=product-accounts]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<AccountsSection> Section()
    {
        IRenderedComponent<AccountsSection>? section = null;
        section = Render<AccountsSection>(parameters => parameters
            .Add(each => each.Product, _product).Add(each => each.Chart, Chart).Add(each => each.Today, Today).Add(each => each.Faults, AccountRules.Check(Chart, _product, Today))
            .Add(each => each.ProductChanged, EventCallback.Factory.Create<LoanProduct>(this, changed =>
            {
                _product = changed;
                section!.Render(again => again.Add(each => each.Product, changed).Add(each => each.Faults, AccountRules.Check(Chart, changed, Today)));
            })));
        return section;
    }
}
