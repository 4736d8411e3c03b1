namespace Lending.Portal.Tests.Decisions;

public sealed class DecisionTests : PortalContext
{
    private static readonly RuleResult[] Rules =
        [new("foir", "FOIR", RuleOutcome.Passed, "46.4 %", "max 50 %"), new("enquiries", "Enquiries", RuleOutcome.Failed, "4", "max 3")];
    private static readonly PostingLine[] Postings = [new("1101 Loans", Money.Inr(100_00), null), new("1010 Clearing", null, Money.Inr(100_00))];
    private Decision? _decided;

    [Fact]
    public void Approve_WithAFailedRuleUnexplained_IsHeldBackAndSaysWhatIsMissing()
    {
        var panel = Panel();

        panel.Find("fluent-button[appearance=primary]").Click();

        Assert.Null(_decided);
        Assert.Equal("A reason to pass Enquiries is missing.", panel.Find("[role=alert]").TextContent.Trim());
    }

    [Fact]
    public void Approve_WithAReasonForEachFailedRule_IsDecidedAtTheAmount()
    {
        var panel = Panel();

        panel.Find("textarea").Input("Three of the four are for this loan.");
        panel.Find("fluent-button[appearance=primary]").Click();

        Assert.Equal("approve", _decided!.Option);
        Assert.Equal(Money.Inr(1_50_000_00), _decided.Terms!.Amount);
        Assert.Equal("Three of the four are for this loan.", _decided.OverrideReasons["enquiries"]);
    }

    [Fact]
    public void Verb_NamesTheAmount() => Assert.Contains("Approve ₹\u00a01,50,000", Panel().Find("fluent-button[appearance=primary]").TextContent);

    [Fact]
    public void Reject_AsksForAReasonAndShowsTheBorrowersText()
    {
        var panel = Panel();

        panel.FindAll("input[type=radio]")[1].Change(true);
        panel.Find("fluent-button[appearance=primary]").Click();
        Assert.Null(_decided);
        panel.Find("select").Change("obligations");
        Assert.Contains("Your obligations are too high.", panel.Markup);
        panel.Find("fluent-button[appearance=primary]").Click();

        Assert.Equal(("reject", "obligations", (DecisionTerms?)null), (_decided!.Option, _decided.ReasonCode, _decided.Terms));
    }

    [Fact]
    public async Task ConfirmMoney_WithoutTheCode_DoesNotConfirm()
    {
        var asked = 0;
        var dialog = await DialogAsync(_ => { asked++; return Task.FromResult<string?>(null); });

        dialog.Find("fluent-button[appearance=primary]").Click();

        Assert.Equal(0, asked);
        Assert.Contains("Enter the 6 digits", dialog.Markup);
    }

    [Fact]
    public async Task ConfirmMoney_Refused_SaysWhyAndForgetsTheCode()
    {
        var dialog = await DialogAsync(_ => Task.FromResult<string?>("The code does not match."));

        dialog.Find(".code6 input").Input("000000");
        dialog.Find("fluent-button[appearance=primary]").Click();

        Assert.Equal("The code does not match.", dialog.Find("[role=alert]").TextContent.Trim());
        Assert.True(string.IsNullOrEmpty(dialog.Find(".code6 input").GetAttribute("value")));
    }

    [Fact]
    public void Postings_ThatDoNotBalance_SaySo()
    {
        Assert.Contains("not balanced", Render<PostingTable>(with => with.Add(t => t.Lines, Postings[..1])).Markup);
        Assert.DoesNotContain("not balanced", Render<PostingTable>(with => with.Add(t => t.Lines, Postings)).Markup);
    }

    [Fact]
    public void Proposal_OfOnesOwn_IsLocked()
    {
        var view = Render<ProposalView>(with => with.Add(v => v.Proposal, new("Pay out", "awaiting_disbursal", ["LN-1"], "To the account", Money.Inr(100_00))));

        Assert.Empty(view.FindAll("fluent-button"));
        Assert.Contains("someone else decides", view.Markup);
    }

    [Fact]
    public void Approve_WithAnAmountThatCannotBeRead_IsHeldBack()
    {
        var panel = Panel();

        panel.Find("textarea").Input("Three of the four are for this loan.");
        panel.Find(".terms input").Input("abc");
        panel.Find("fluent-button[appearance=primary]").Click();

        Assert.Null(_decided);
        Assert.Equal("Amount, months or rate is missing.", panel.Find("[role=alert]").TextContent.Trim());
    }

    private IRenderedComponent<DecisionPanel> Panel() => Render<DecisionPanel>(with => with
        .Add(panel => panel.Options, [new("approve", "Approve", "A", "Approve") { TakesTerms = true }, new("reject", "Reject", "R", "Reject") { Reasons = [new("obligations", "Obligations too high", "Your obligations are too high.")] }])
        .Add(panel => panel.Terms, new DecisionTerms(Money.Inr(1_50_000_00), 18, 18m))
        .Add(panel => panel.Rules, Rules)
        .Add(panel => panel.OnDecide, decision => { _decided = decision; return Task.FromResult<string?>(null); }));

    private async Task<IRenderedComponent<ConfirmMoneyDialog>> DialogAsync(Func<string?, Task<string?>> confirm)
    {
        var dialog = Render<ConfirmMoneyDialog>(with => with.Add(d => d.Verb, "Pay").Add(d => d.Amount, Money.Inr(100_00)).Add(d => d.To, "Rohini").Add(d => d.Reauthenticate, true).Add(d => d.OnConfirm, confirm));
        await dialog.InvokeAsync(() => dialog.Instance.ShowAsync());
        return dialog;
    }
}
