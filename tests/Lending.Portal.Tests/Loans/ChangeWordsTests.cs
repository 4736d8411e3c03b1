using System.Reflection;
using System.Text.Json.Serialization;
using Lending.Portal.Changes;
using Lending.Portal.Loans;
using JournalEntry = Lending.Data.TimelineEntry;

namespace Lending.Portal.Tests.Loans;

public sealed class ChangeWordsTests
{
    public static TheoryData<LoanChange> Every =>
    [
        new RateChange(12m), new TenureExtension(2), new DueDateMove(new(2026, 12, 9)), new Moratorium(1, MoratoriumInterest.Waived), new InterestPause(new(2026, 12, 1), new(2026, 12, 31)),
        new ReAge(9, new(2026, 12, 9)), new ReAmortisation(), new PartPrepayment("p1", Money.Inr(500_00), "NEFT", "utr 1", PrepaymentEffect.ReduceTenure), new PartPrepayment("p2", Money.Inr(500_00), "NEFT", "utr 1", PrepaymentEffect.PayLastInstalments), new Freeze(null), new Dispute(),
        new HoldRelease(), new PenaltyWaiver(Money.Inr(500_00)), new InterestWaiver(Money.Inr(500_00)), new GoodwillCredit(Money.Inr(500_00)), new PaymentReversal("p1", ReversalCause.Bounced),
        new AdvanceRefund(Money.Inr(500_00), "utr 2"), new RefundReturn(Money.Inr(500_00), "utr 2"), new Settlement(Money.Inr(500_00), new(2026, 12, 9)), new WriteOff(), new LateChargeByHand(), new ChargeOff(ChargeOffKind.ZeroInterest), new ChargeOffReversal(), new ContractTermination(), new CoolingOffExit(), new Cancellation(CancellationReason.Fraud),
        new LimitChange(Money.Inr(500_00)), new LineBlocking("seen"), new LineUnblocking(), new MinimumPercentChange(20m),
    ];

    [Theory, MemberData(nameof(Every))]
    public void Words_OfEveryKind_AreSaidInFormTimelineAndApproval(LoanChange change)
    {
        Assert.Contains(ChangeOption.All, option => option.Code == ChangeKinds.CodeOf(change));
        Assert.NotEmpty(ChangeWords.DetailOf(change));
        Assert.DoesNotContain("_", ChangeWords.NameOf(change), StringComparison.Ordinal);

        var told = LoanStory.Of(Entry(new LoanChangeProposed("c1", change, new(2026, 11, 24), "promised", "omar")));
        Assert.Equal($"{ChangeWords.NameOf(change)} asked for", told.Title);
        Assert.EndsWith("promised", told.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Kinds_OfTheLoan_AreAllInThePanelAndInTheseTests()
    {
        var known = typeof(LoanChange).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(type => type.DerivedType).ToHashSet();

        var told = new HashSet<Type>();
        foreach (LoanChange change in Every) told.Add(change.GetType());

        Assert.Equal(known, told);
        Assert.Equal(known.Count, ChangeOption.All.Count);
    }

    private static JournalEntry Entry(IFact fact) => new(
        1, EventTypes.NameOf(fact), fact, new Actor(ActorKind.Staff, "omar", "Omar Khan", "LoanOps"), new(2026, 11, 24), DateTimeOffset.UnixEpoch, Guid.Empty, "", "command");
}
