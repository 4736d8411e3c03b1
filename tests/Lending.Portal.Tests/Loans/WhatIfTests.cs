using System.Collections.Immutable;
using Lending.Data;
using Lending.Portal.Changes;

namespace Lending.Portal.Tests.Loans;

public sealed class WhatIfTests : PortalContext
{
    private static readonly LoanProduct Product = new(
        "EMI", 1, "Salary EMI", RepaymentPlan.Emi, Money.Inr(15_000_00), Money.Inr(5_00_000_00), 3, 24, 18m, [], new PenaltyTerms(0.08m));

    private static readonly Loan Running = new()
    {
        Version = 9, Id = "LN-2611-00001", CustomerId = "CU-2611-00001", ProductCode = "EMI", ProductVersion = 1, Requested = Money.Inr(30_000_00),
        Sanctioned = Money.Inr(30_000_00), Account = AccountState.Active, DisbursedOn = Today.AddDays(-10), Instalments = Rows(10_000_00, 300_00),
    };

    private static ImmutableArray<Instalment> Rows(long principal, long interest) =>
    [
        .. Enumerable.Range(1, 3).Select(number => new Instalment(
            number, Today.AddMonths(number - 1), Today.AddMonths(number), Today.AddMonths(number), Money.Inr(principal), Money.Inr(interest), 0m, Money.Inr(0), 0m, Money.Inr(0),
            Money.Inr(0), Money.Inr(0), Money.Inr(0), null)),
    ];

    private static LoanFile File(Loan loan) => new(
        loan.Id, loan, loan.Version, Product, LoanFigures.Of(loan, Today, Product), Today, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, null);

    private static ChangeEffect Cheaper(LoanChange change)
    {
        var after = Running with { Instalments = Rows(10_000_00, 200_00) };
        return new(change, new ChangePreview(Today, ChangeFigures.Of(Running, Product, Today), ChangeFigures.Of(after, Product, Today), []));
    }

    private IRenderedComponent<WhatIf> Panel(Func<LoanChange, ChangeEffect> effect, List<(LoanChange Change, string Note)>? asked = null, bool mayAsk = true, Loan? loan = null) =>
        Render<WhatIf>(with => with.Add(p => p.File, File(loan ?? Running)).Add(p => p.MayAsk, mayAsk).Add(p => p.OnEffect, change => Task.FromResult(effect(change)))
            .Add(p => p.OnAsk, (change, note) => { asked?.Add((change, note)); return Task.FromResult<string?>(null); }));

    [Fact]
    public void Panel_BeforeAKindIsChosen_SaysWhatToDoAndOffersEveryKindInGroups()
    {
        var panel = Panel(Cheaper);

        Assert.Equal(["Terms", "Hold", "Money and forgiveness", "End"], panel.FindAll(".kinds h3").Select(group => group.TextContent));
        Assert.Equal(26, panel.FindAll(".kinds button").Count);
        Assert.Contains("Choose what would change", panel.Find(".effect").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Rate_WhileItIsTyped_ShowsFiguresAndTheRowsThatDiffer()
    {
        var tried = new List<LoanChange>();
        var panel = Panel(change => { tried.Add(change); return Cheaper(change); });
        panel.Find("#kind-rate").Click();
        Assert.Empty(tried);

        panel.Find("#change-rate").Input("12");

        Assert.Equal([new RateChange(12m)], tried);
        var instalment = panel.FindAll(".effects>div")[0];
        Assert.Equal("Instalment ₹\u00a010,200.00 was ₹\u00a010,300.00", string.Join(' ', instalment.Children.Select(child => child.TextContent.Trim())));
        Assert.Equal(3, panel.FindAll(".compare tr.changed").Count);
    }

    [Fact]
    public void Ask_WithoutRateOrNote_SaysWhatIsMissingAndAsksNothing()
    {
        var asked = new List<(LoanChange, string)>();
        var panel = Panel(Cheaper, asked);
        panel.Find("#kind-rate").Click();

        panel.Find("#ask-change").Click();

        Assert.Empty(asked);
        Assert.Equal(["Enter new rate.", "Enter note."], panel.FindAll(".err").Select(error => error.TextContent.Trim()));
    }

    [Fact]
    public void Ask_Complete_SendsTheChangeAndSaysWhoDecides()
    {
        var asked = new List<(LoanChange, string)>();
        var panel = Panel(Cheaper, asked);
        panel.Find("#kind-rate").Click();
        panel.Find("#change-rate").Input("12");
        panel.Find("#change-note").Input(" Promised by phone ");

        panel.Find("#ask-change").Click();

        Assert.Equal([(new RateChange(12m), "Promised by phone")], asked);
        Assert.Contains("Another person", panel.Find("[data-testid=change-asked]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_TheLoanDoesNotTake_ShowsWhyAndIsNotAskedFor()
    {
        var asked = new List<(LoanChange, string)>();
        var panel = Panel(change => new ChangeEffect(change, new HoldStands("The loan is neither frozen nor in dispute.")), asked);
        panel.Find("#kind-hold-release").Click();
        panel.Find("#change-note").Input("why");

        panel.Find("#ask-change").Click();

        Assert.Equal("The loan is neither frozen nor in dispute.", panel.Find("[data-testid=change-refused]").TextContent.Trim());
        Assert.Empty(asked);
    }

    [Fact]
    public void Panel_WhileAChangeWaits_ShowsEffectsButAsksForNoSecond()
    {
        var panel = Panel(Cheaper, loan: Running with { ProposedChange = new("change-1", new Dispute(), Today, "why", "omar") });
        panel.Find("#kind-dispute").Click();

        Assert.Empty(panel.FindAll("#ask-change"));
        Assert.Contains("waits already", panel.Find(".change-form").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Quote_ToCloseToday_IsTheSumOfItsParts()
    {
        var panel = Panel(Cheaper, loan: Running with { Advance = Money.Inr(1_000_00) });

        panel.Find("#kind-payoff").Click();

        Assert.Equal(["30,000.00", "0.00", "0.00", "−1,000.00", "₹\u00a029,000.00"], panel.FindAll(".effect dd").Select(value => value.TextContent.Trim()));
    }
}
