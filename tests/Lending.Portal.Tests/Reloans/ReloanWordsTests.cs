using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Loans;
using Lending.Portal.Reloans;

namespace Lending.Portal.Tests.Reloans;

public sealed class ReloanWordsTests
{
    private static readonly ReloanTerms Terms = new(Money.Inr(20_000_00), Money.Inr(22_000_00), 6, new(2026, 7, 11));

    private static ReloanLine Line(params ReloanFinding[] findings) =>
        new("LN-1", 1, "CU-1", null, new(2026, 7, 1), "re-loan", null, [.. findings], 9, DateTimeOffset.UnixEpoch);

    private static ReloanOfferLine Offer(ReloanState state) => new(state, Terms, "EMI", null, null, null);

    [Fact]
    public void StandOf_ACheckWithoutAnOffer_SaysEveryReason()
    {
        var line = Line(new(ReloanRule.OnTime, false, "4", "2"), new(ReloanRule.NeverDisputed, false), new(ReloanRule.Age, true, "30", "22-54"));

        Assert.Equal("Paid 4 days late, 2 allowed, was in dispute", ReloanWords.StandOf(line));
    }

    [Fact]
    public void StandOf_AnOffer_SaysWithWhomItIs()
    {
        Assert.Equal("Waits for staff, stands until 11 Jul 2026", ReloanWords.StandOf(Line() with { Offer = Offer(ReloanState.Pending) }));
        Assert.Equal("With the borrower until 11 Jul 2026", ReloanWords.StandOf(Line() with { Offer = Offer(ReloanState.Approved) }));
        Assert.Equal("Taken, became LN-2", ReloanWords.StandOf(Line() with { Offer = Offer(ReloanState.Approved) with { Application = "LN-2" } }));
    }

    [Fact]
    public void LookOf_EveryState_IsOneTheBadgeKnows()
    {
        Assert.NotEqual("circle_16_regular", StatusLooks.Of(ReloanWords.LookOf(Line())).Icon);
        foreach (var state in Enum.GetValues<ReloanState>())
            Assert.NotEqual("circle_16_regular", StatusLooks.Of(ReloanWords.LookOf(Line() with { Offer = Offer(state) })).Icon);
    }

    [Fact]
    public void ResultOf_EveryRule_HasWordsAndItsAmountInTheCurrency()
    {
        foreach (var rule in Enum.GetValues<ReloanRule>())
        {
            Assert.NotEmpty(ReloanWords.NameOf(rule));
            Assert.NotEmpty(ReloanWords.AgainstOf(new(rule, false, rule is ReloanRule.Cooldown ? "2026-07-01" : "7", "2")));
        }

        var amount = ReloanWords.ResultOf(new(ReloanRule.Amount, true, "INR 22000.00", "INR 50000.00"));
        Assert.Equal((MoneyFormat.Full(Money.Inr(22_000_00)), $"at most {MoneyFormat.Short(Money.Inr(50_000_00))}"), (amount.Value, amount.Limit));
    }

    [Fact]
    public void HikeOf_Terms_SaysAmountAndShare()
    {
        Assert.Equal($"{MoneyFormat.Full(Money.Inr(2_000_00))} more, 10 %", ReloanWords.HikeOf(Terms));
        Assert.Equal("same as before", ReloanWords.HikeOf(Terms with { Amount = Terms.Previous }));
    }

    [Fact]
    public void Story_OfEveryReloanEvent_HasWordsOfItsOwn()
    {
        DateOnly on = new(2026, 7, 1);
        LoanEvent[] events =
        [
            new ReloanChecked(1, on, [new(ReloanRule.OnTime, false, "4", "2")], "re-loan"), new ReloanChecked(1, on, [], "re-loan") { Offer = Terms },
            new ReloanApproved(1, on, "x", null), new ReloanRejected(1, on, "x", "y"), new ReloanCancelled(1, on, ReloanEnding.Expired, "x", "y"),
            new ReloanAccepted(1, on, "LN-2", Money.Inr(1), 6),
        ];
        foreach (var fact in events)
        {
            var entry = new Lending.Data.TimelineEntry(1, "t", fact, Actor.System("re-loan"), on, DateTimeOffset.UnixEpoch, Guid.Empty, "", "c");
            Assert.NotEqual(StatusLooks.Of(fact.GetType().Name).Word, LoanStory.Of(entry).Title);
        }
    }
}
