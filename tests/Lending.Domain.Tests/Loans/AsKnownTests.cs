namespace Lending.Domain.Tests.Loans;

/// <summary>The loan on a past day, as it was known then and as it is known later.</summary>
public sealed class AsKnownTests
{
    private static readonly DateOnly PaidOut = A.Saffron.BusinessDate;

    [Fact]
    public void IsNeeded_ForAPaymentOfTheBrandsDayWhoseNightIsClosed_IsTrue()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10).Do(new ProposePayment("p1", A.Inr(100_00), "cash", "r", A.Day, ""), A.Omar);
        Assert.False(LoanHistory.IsNeeded(story.Loan, new ApprovePayment("p1"), A.Day));

        story.UntilMorningOf(A.Day.AddDays(1));

        Assert.True(LoanHistory.IsNeeded(story.Loan, new ApprovePayment("p1"), A.Day));
    }

    [Fact]
    public void AsKnown_MoneyBookedLater_CountsOnlyForThoseWhoKnowOfIt()
    {
        var due = Story.Active(A.Emi, Money.Inr(60_000_00), 6);
        var first = due.Loan.Instalments[0];
        due.UntilMorningOf(first.PayBy.AddDays(10));
        due.Do(new ProposePayment("p1", first.Principal + first.Interest, "NEFT", "utr-1", first.PayBy, "seen late"), A.Omar).Do(new ApprovePayment("p1"), A.Lata);
        var asked = first.PayBy.AddDays(5);

        Assert.Equal(5, DpdOf(due, asked, knownOn: asked));
        Assert.Equal(5, DpdOf(due, asked, knownOn: first.PayBy.AddDays(9)));
        Assert.Equal(0, DpdOf(due, asked, knownOn: first.PayBy.AddDays(10)));
    }

    [Fact]
    public void AsKnown_MoneyTakenBackLater_IsNotThereForThoseWhoKnowOfIt()
    {
        var story = Story.Active(A.Emi, Money.Inr(60_000_00), 6);
        var first = story.Loan.Instalments[0];
        story.UntilMorningOf(first.PayBy).Pay(first.Principal + first.Interest, "p1").UntilMorningOf(first.PayBy.AddDays(10));
        story.Change(new PaymentReversal("p1", ReversalCause.Bounced));
        var asked = first.PayBy.AddDays(5);

        Assert.Equal(0, DpdOf(story, asked, knownOn: asked));
        Assert.Equal(5, DpdOf(story, asked, knownOn: first.PayBy.AddDays(10)));
    }

    [Fact]
    public void AsKnown_NothingValueDated_IsTheLoanOfThatDay()
    {
        var story = Story.Active(A.Emi, Money.Inr(60_000_00), 6).UntilMorningOf(PaidOut.AddDays(40));
        var day = PaidOut.AddDays(20);

        var known = LoanHistory.AsKnown(Dated(story), day, PaidOut.AddDays(40), story.Now(A.System));

        Assert.Equal(LoanEvolution.Replay(LoanHistory.UpTo(Dated(story), day)).Instalments.ToArray(), known.Instalments.ToArray());
    }

    [Fact]
    public void AsKnown_OnTheDayOfACatchUp_HasThePaymentThatMadeItAndTheNightsOnTheirOwnDays()
    {
        var onTime = Story.Active(A.Emi, Money.Inr(60_000_00), 6).UntilMorningOf(PaidOut.AddDays(40)).Pay(Money.Inr(5_000_00), "p1");
        var behind = Story.Active(A.Emi, Money.Inr(60_000_00), 6).UntilMorningOf(PaidOut.AddDays(35));
        var history = behind.Events.Select(@event => new DatedEvent(@event is DayClosed night ? night.Date : PaidOut, @event)).ToList();
        behind.Brand = behind.Brand with { BusinessDate = PaidOut.AddDays(40) };
        var closed = behind.Events.Count;
        behind.Pay(Money.Inr(5_000_00), "p1").CloseThrough(PaidOut.AddDays(42));
        history.AddRange(behind.Events[closed..].Select(@event => new DatedEvent(@event is DayClosed night && night.Date > PaidOut.AddDays(40) ? night.Date : PaidOut.AddDays(40), @event)));
        Loan On(int day, int knownOn) => LoanHistory.AsKnown(history, PaidOut.AddDays(day), PaidOut.AddDays(knownOn), behind.Now(A.System));

        Assert.Equal(As.Json(onTime.Loan), As.Json(On(40, knownOn: 40)));
        Assert.Equal(As.Json(onTime.Loan), As.Json(LoanEvolution.Replay(LoanHistory.UpTo(history, PaidOut.AddDays(40)))));
        Assert.Equal(PaidOut.AddDays(36), On(37, knownOn: 40).ClosedThrough);
        Assert.Equal(PaidOut.AddDays(34), On(37, knownOn: 37).ClosedThrough);
    }

    private static int DpdOf(Story story, DateOnly day, DateOnly knownOn) =>
        LoanFigures.Of(LoanHistory.AsKnown(Dated(story), day, knownOn, story.Now(A.System)), day, story.Product).Dpd;

    /// <summary>The events with the business dates the journal would give them: a night its own, anything else the day after the last night.</summary>
    private static List<DatedEvent> Dated(Story story)
    {
        var (dated, day) = (new List<DatedEvent>(), PaidOut);
        foreach (var @event in story.Events)
        {
            if (@event is DayClosed night)
            {
                dated.Add(new(night.Date, @event));
                day = night.Date.AddDays(1);
            }
            else
            {
                dated.Add(new(day, @event));
            }
        }

        return dated;
    }
}
