using Lending.Data;
using Lending.Domain;
using Lending.Portal.Loans;
using Lending.Portal.PaymentLinks;
using Lending.Portal.Unmatched;

namespace Lending.Portal.Tests.Loans;

public sealed class LoanPartsTests : PortalContext
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 5, 30, 0, TimeSpan.Zero);

    private static Money Inr(long minor) => new(minor, Currency.Inr);

    [Fact]
    public void Timeline_AskedForIds_ShowsCommandAndCorrelation()
    {
        var entry = new Components.TimelineEntry("7", At, "Payment", null, "Payments", "receipt_16_regular") { Traces = [("Command", "01932f"), ("Correlation", "9ab3")] };
        var list = Render<TimelineList>(with => with.Add(l => l.Stream, [entry]).Add(l => l.Today, Today));
        Assert.DoesNotContain("01932f", list.Markup, StringComparison.Ordinal);

        list.Find(".foot button").Click();

        Assert.Equal(["Command 01932f", "Correlation 9ab3"], list.FindAll(".trace").Select(line => line.TextContent));
        list.Find(".foot button").Click();
        Assert.Empty(list.FindAll(".trace"));
    }

    [Fact]
    public void Figure_ThatCanBeExplained_AsksByItsKey()
    {
        string? asked = null;
        var file = Render<FileLayout>(with => with.Add(l => l.Title, "Asha Rao").Add(l => l.Id, "LN-2611-00001")
            .Add(l => l.Figures, [new("To close today", "₹ 1,000.00", Key: "Payoff"), new("Rate", "18.00 %")]).Add(l => l.OnExplain, key => asked = key));

        var why = file.FindAll(".figures button");

        Assert.Equal("To close today: ₹ 1,000.00. Why?", Assert.Single(why).GetAttribute("aria-label"));
        why[0].Click();
        Assert.Equal("Payoff", asked);
    }

    [Fact]
    public void Schedule_AmountThatWasWorkedOut_AsksForItsInstalmentAndPart()
    {
        ScheduleCell? asked = null;
        var row = new ScheduleRow(2, new DateOnly(2026, 8, 1), Inr(3_891_51), Inr(692_49), Inr(0), Inr(4_584_00), Inr(1_000_00), Inr(42_274_49), "Part paid", Tone.Warn, "circle_16_regular");
        var schedule = Render<SchedulePreview>(with => with.Add(s => s.Rows, [row]).Add(s => s.Today, row.Due).Add(s => s.OnExplain, cell => asked = cell));

        var why = schedule.FindAll("tbody button");

        Assert.Equal(["3,891.51", "692.49", "1,000.00"], why.Select(button => button.TextContent.Trim()));
        why[1].Click();
        Assert.Equal((SchedulePart.Interest, 2), (asked!.Part, asked.Row.Number));
    }

    [Fact]
    public void Card_LineWithAKey_AsksByIt()
    {
        string? asked = null;
        var card = Render<KeyCard>(with => with.Add(c => c.Title, "Standing")
            .Add(c => c.Lines, [new("Advance held", "₹ 100.00", Key: "Advance"), new("Days past due", "0")]).Add(c => c.OnExplain, key => asked = key));

        Assert.Single(card.FindAll("button")).Click();

        Assert.Equal("Advance", asked);
    }

    [Fact]
    public void Log_Verified_SaysWhatTheWalkFound()
    {
        var log = Render<LogView>(with => with.Add(l => l.Entries, [])
            .Add(l => l.OnVerify, () => Task.FromResult(ChainWords.Of(new(3, 8, new("saffron", "LN-1", 2, "the event is not what was hashed"))))));

        log.Find(".tool fluent-button").Click();

        Assert.Contains("Not sound: at version 2 the event is not what was hashed.", log.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Chain is sound: 1,214 events and 2,880 ledger lines follow from each other.", ChainWords.Of(new(1214, 2880, null)));
    }

    [Theory]
    [InlineData(LinkState.Requested, "Being made", false)]
    [InlineData(LinkState.Open, "Open", true)]
    [InlineData(LinkState.Paid, "Paid", false)]
    [InlineData(LinkState.Expired, "Expired", false)]
    [InlineData(LinkState.Refused, "Not made", false)]
    public void LinkTable_OfEachState_NamesItAndOffersOnlyAnOpenAddress(LinkState state, string word, bool follow)
    {
        var table = Render<LinkTable>(with => with.Add(t => t.Links,
            [new("saffron.LN-1.link-v9", Money.Inr(2_500_00), state, Today, state is LinkState.Requested ? null : "https://pay.test/1", "Kavya Iyer", At, null, "already_expired")]));

        Assert.Equal(word, table.Find(".st").TextContent.Trim());
        Assert.Equal(follow, table.FindAll("a[href='https://pay.test/1']").Count == 1);
        Assert.Contains("2,500.00", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Unmatched_ThatIsNoMoney_IsShownAsReported()
    {
        var payment = new UnmatchedPaymentLine("pay-1", "x", -5, "XXX", "upi", null, "amount_invalid", At, UnmatchedState.Open, null, null, null, null, null);

        Assert.Null(payment.Amount);
        Assert.Equal("-5 XXX", UnmatchedWords.AmountOf(payment));
        Assert.Equal("1,00,000.00", UnmatchedWords.AmountOf(payment with { Minor = 1_00_000_00, CurrencyCode = "INR" }));
        Assert.Equal("There is no loan with this number", UnmatchedWords.ReasonOf("loan_not_found"));
    }
}
