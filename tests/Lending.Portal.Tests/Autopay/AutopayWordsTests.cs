using Lending.Data;
using Lending.Domain;
using Lending.Portal.Autopay;
using Lending.Portal.Components;
using Lending.Portal.Loans;

namespace Lending.Portal.Tests.Autopay;

public sealed class AutopayWordsTests
{
    private static readonly DebitLine Debit = new("saffron.LN-1.autopay-v9", PresentationState.Failed, Money.Inr(1_000_00), new DateOnly(2026, 7, 1), 1, "insufficient_funds", null, null);

    [Fact]
    public void ReasonOf_AFailedDebit_SaysWhenItIsTriedAgain()
    {
        Assert.Equal("Not enough money in the account, goes with the next instalment", AutopayWords.ReasonOf(Debit));
        Assert.Equal("Not enough money in the account, tried again from 4 Jul 2026", AutopayWords.ReasonOf(Debit with { NextTry = new DateOnly(2026, 7, 4) }));
        Assert.Equal("", AutopayWords.ReasonOf(Debit with { State = PresentationState.Collected, Reason = null }));
    }

    public static TheoryData<MandateState, MandateEnding?> Mandates()
    {
        var all = new TheoryData<MandateState, MandateEnding?> { { MandateState.Requested, null }, { MandateState.Active, null } };
        foreach (var ending in Enum.GetValues<MandateEnding>()) all.Add(MandateState.Ended, ending);
        return all;
    }

    [Theory, MemberData(nameof(Mandates))]
    public void LookOf_EveryMandate_IsAStateTheBadgeKnows(MandateState state, MandateEnding? ending)
    {
        var look = AutopayWords.LookOf(new MandateLine("m", state, Money.Inr(1), new DateOnly(2027, 1, 1), "Borrower", DateTimeOffset.UnixEpoch, null, null, ending, null, null, null));

        Assert.NotEqual("circle_16_regular", StatusLooks.Of(look).Icon);
    }

    [Fact]
    public void LookOf_EveryDebit_IsAStateTheBadgeKnows()
    {
        foreach (var state in Enum.GetValues<PresentationState>())
            Assert.NotEqual("circle_16_regular", StatusLooks.Of(AutopayWords.LookOf(Debit with { State = state })).Icon);
    }

    [Fact]
    public void Story_OfEveryAutopayEvent_HasWordsOfItsOwn()
    {
        LoanEvent[] events =
        [
            new MandateRequested("m", Money.Inr(1), new(2027, 1, 1), new(2026, 7, 1), "x"), new MandateIssued("m", "u"), new MandateConfirmed("m", "n", new(2026, 7, 1)),
            new MandateEnded("m", MandateEnding.Revoked, "revoked", new(2026, 7, 1)), new AutopayAnnounced("a", "m", Money.Inr(1), new(2026, 7, 1), 2, new(2026, 7, 1)),
            new AutopayPresented("a", Money.Inr(1), new(2026, 7, 1)), new AutopayWithdrawn("a", "paid"), new AutopayFailed("a", "insufficient_funds", new(2026, 7, 1), null),
        ];
        foreach (var fact in events)
        {
            var entry = new Lending.Data.TimelineEntry(1, "t", fact, Actor.System("day end"), new(2026, 7, 1), DateTimeOffset.UnixEpoch, Guid.Empty, "", "c");
            Assert.NotEqual(StatusLooks.Of(fact.GetType().Name).Word, LoanStory.Of(entry).Title);
        }
    }
}
