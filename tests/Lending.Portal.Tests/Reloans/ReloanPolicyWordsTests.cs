using Lending.Portal.Reloans;

namespace Lending.Portal.Tests.Reloans;

public sealed class ReloanPolicyWordsTests
{
    private static readonly Dictionary<string, string> Names = new() { ["EMI"] = "Salary EMI" };

    private static Dictionary<string, PolicyLine> Of(ReloanPolicy policy) =>
        ReloanPolicyWords.Of(new BrandSettings { Reloans = policy }, Names).SelectMany(part => part.Lines).ToDictionary(line => line.Setting);

    [Fact]
    public void Of_ABrandThatChoseNothing_IsAsUsualThroughout()
    {
        var lines = Of(new ReloanPolicy());

        Assert.All(lines.Values, line => Assert.True(line.IsUsual));
        Assert.Equal("off", lines["Another loan is offered"].Value);
        Assert.Equal("not a day", lines["Paid late by at most"].Value);
        Assert.Equal("nothing", lines["Higher than the repaid loan by"].Value);
    }

    [Fact]
    public void Of_ABrandWithItsOwnRules_TellsThemBesideTheUsualOnes()
    {
        var lines = Of(new ReloanPolicy { Enabled = true, Products = ["EMI", "GONE"], ToleranceDays = 1, HikePercent = 12.5m, LoansMax = 4, OfferDays = 21 });

        Assert.Equal(("on", "off"), (lines["Another loan is offered"].Value, lines["Another loan is offered"].Usual));
        Assert.Equal("Salary EMI, GONE", lines["Products"].Value);
        Assert.Equal("1 day", lines["Paid late by at most"].Value);
        Assert.Equal("12.5\u00a0%", lines["Higher than the repaid loan by"].Value);
        Assert.Equal("fewer than 4", lines["Loans ever paid out to one customer"].Value);
        Assert.Equal(("21 days", "30 days"), (lines["An offer stands for"].Value, lines["An offer stands for"].Usual));
        Assert.True(lines["Age"].IsUsual);
    }

    [Fact]
    public void Of_AHikeOfASum_NamesTheSum() => Assert.Equal("₹\u00a02,500", Of(new ReloanPolicy { HikeAmount = Money.Inr(2_500_00) })["Higher than the repaid loan by"].Value);
}
