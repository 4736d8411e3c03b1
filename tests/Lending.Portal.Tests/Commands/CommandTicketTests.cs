using Lending.Portal.Commands;

namespace Lending.Portal.Tests.Commands;

public sealed class CommandTicketTests
{
    private readonly CommandTicket _ticket = new();

    [Fact]
    public void For_TheSameWordsAgain_IsTheSameId() =>
        Assert.Equal(_ticket.For(new ApproveByCredit(Money.Inr(50_000_00), "ok")), _ticket.For(new ApproveByCredit(Money.Inr(50_000_00), "ok")));

    [Fact]
    public void For_OtherWords_IsAnotherId() =>
        Assert.NotEqual(_ticket.For(new ApproveByCredit(Money.Inr(50_000_00), "ok")), _ticket.For(new ApproveByCredit(Money.Inr(60_000_00), "ok")));

    [Fact]
    public void For_TheSameWordsAfterTheyWereAccepted_IsAnotherId()
    {
        var first = _ticket.For(new ProposeDisbursement("IMPS"));
        _ticket.Used();

        Assert.NotEqual(first, _ticket.For(new ProposeDisbursement("IMPS")));
    }

    [Fact]
    public void Words_OfARefusalWithAmounts_AreInThePagesOwnForm()
    {
        Assert.Equal("At most ₹\u00a01,50,000.00 was recommended.", RefusalWords.Of(new AmountAboveRecommended(Money.Inr(1_50_000_00))));
        Assert.Equal("This is not possible while the loan is completed.", RefusalWords.Of(new NotInThisState("ProposePayment", "Completed")));
    }
}
