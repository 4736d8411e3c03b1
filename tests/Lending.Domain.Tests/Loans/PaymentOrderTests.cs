using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Loans;

/// <summary>The order in which money pays what is past due and what falls due today.</summary>
public sealed class PaymentOrderTests
{
    // 1,00,000 over 12 months at 18 %: 9,168.00 each, of which 1,500.00, then 1,384.98 are interest. A penalty of 0.1 % a day on what is late.
    private static readonly LoanProduct Late = A.Emi with { Penalty = new PenaltyTerms(0.1m) };

    private static readonly DebtKind[] Kinds = Enum.GetValues<DebtKind>();

    [Fact]
    public void Steps_WithTodayBeforeWhatIsPastDue_PayTodaysInstalmentFirst()
    {
        var story = Second(Of(PaymentDirection.Horizontal, [DueKind.Due, DueKind.PastDue]));

        story.Pay(A.Inr(9_168_00));

        Assert.Equal((false, true), (story.Loan.Instalments[0].PaidInAll.IsPositive, story.Loan.Instalments[1].IsPaid));
    }

    [Fact]
    public void Steps_OfOneKindAfterTheOther_PayInterestOfBothBeforeAnyPrincipal()
    {
        ImmutableArray<AllocationStep> steps =
        [
            new(DueKind.PastDue, DebtKind.Interest), new(DueKind.Due, DebtKind.Interest), new(DueKind.PastDue, DebtKind.Principal), new(DueKind.PastDue, DebtKind.Penalty),
            new(DueKind.Due, DebtKind.Principal), new(DueKind.PastDue, DebtKind.Fee), new(DueKind.Due, DebtKind.Fee), new(DueKind.Due, DebtKind.Penalty), .. InAdvance,
        ];
        var story = Second(new Waterfall { Direction = PaymentDirection.Vertical, Steps = steps });

        story.Pay(A.Inr(1_500_00 + 1_384_98 + 100_00));

        Assert.Equal((A.Inr(1_500_00), A.Inr(100_00), A.Inr(0)), Paid(story.Loan.Instalments[0]));
        Assert.Equal((A.Inr(1_384_98), A.Inr(0), A.Inr(0)), Paid(story.Loan.Instalments[1]));
    }

    [Fact]
    public void Steps_InTheOrderOfKinds_ArePaidAsTheOrderItself()
    {
        foreach (var direction in Enum.GetValues<PaymentDirection>())
        {
            var order = new Waterfall([DebtKind.Interest, DebtKind.Principal, DebtKind.Fee, DebtKind.Penalty], direction);
            var (plain, spelled) = (Second(order), Second(new Waterfall { Direction = direction, Steps = direction is PaymentDirection.Horizontal ? Grouped(order) : Crossed(order) }));
            plain.Pay(A.Inr(11_234_56));
            spelled.Pay(A.Inr(11_234_56));
            Assert.Equal(As.Json(plain.Loan.Instalments), As.Json(spelled.Loan.Instalments));
        }
    }

    [Fact]
    public void Goodwill_WithAnOrderOfItsOwn_PaysByIt()
    {
        var product = Late with { GoodwillWaterfall = new([DebtKind.Penalty, DebtKind.Fee, DebtKind.Principal, DebtKind.Interest]) };
        var story = Story.Active(product, A.Inr(1_00_000_00), 12).UntilMorningOf(new(2026, 7, 1)).Change(new GoodwillCredit(A.Inr(500_00))).Pay(A.Inr(700_00));

        Assert.Equal((A.Inr(700_00), A.Inr(500_00), A.Inr(0)), Paid(story.Loan.Instalments[0]));
    }

    [Fact]
    public void Reversal_OfMoneyPaidInSteps_GivesBackWhatItPaid()
    {
        var story = Second(Of(PaymentDirection.Vertical, [DueKind.Due, DueKind.PastDue]));
        var before = As.Json(story.Loan.Instalments);
        story.Pay(A.Inr(9_999_99), "bounced");

        story.Change(new PaymentReversal("bounced", ReversalCause.Bounced));

        Assert.Equal(before, As.Json(story.Loan.Instalments));
    }

    public static TheoryData<string, Waterfall> Refused => new()
    {
        { "waterfall.steps", new Waterfall { Steps = [new(DueKind.Due, DebtKind.Interest)] } },
        { "waterfall.steps", new Waterfall { Steps = [.. InAdvance, .. Kinds.Select(what => new AllocationStep(DueKind.PastDue, what)), .. Kinds.Select(what => new AllocationStep(DueKind.Due, what))] } },
        { "waterfall.order", Of(PaymentDirection.Horizontal, [DueKind.PastDue, DueKind.Due]) with { Order = [DebtKind.Fee] } },
        { "waterfall.order", new Waterfall() },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Rules_OfAnOrderThatIsNone_NameTheField(string field, Waterfall waterfall) =>
        Assert.Contains(field, ProductRules.Check(Late with { Waterfall = waterfall }).Select(each => each.Field));

    [Fact]
    public void Order_ReadBackFromItsJson_IsTheSame()
    {
        foreach (var order in new[] { Waterfall.Default, Of(PaymentDirection.Vertical, [DueKind.Due, DueKind.PastDue]) })
            Assert.Equal(order, As.Copy(order));
    }

    private static readonly ImmutableArray<AllocationStep> InAdvance = [.. Kinds.Select(what => new AllocationStep(DueKind.InAdvance, what))];

    private static Waterfall Of(PaymentDirection direction, DueKind[] owed) => new()
    {
        Direction = direction, Steps = [.. from when in owed from what in Kinds select new AllocationStep(when, what), .. InAdvance],
    };

    private static ImmutableArray<AllocationStep> Grouped(Waterfall order) =>
        [.. from when in Enum.GetValues<DueKind>() from what in order.Order select new AllocationStep(when, what)];

    private static ImmutableArray<AllocationStep> Crossed(Waterfall order) =>
        [.. from what in order.Order from when in new[] { DueKind.PastDue, DueKind.Due } select new AllocationStep(when, what), .. order.Order.Select(what => new AllocationStep(DueKind.InAdvance, what))];

    /// <summary>The morning on which the second instalment falls due and nothing of the first was paid.</summary>
    private static Story Second(Waterfall waterfall)
    {
        var product = Late with { Waterfall = waterfall };
        Assert.Empty(ProductRules.Check(product));
        return Story.Active(product, A.Inr(1_00_000_00), 12).UntilMorningOf(new(2026, 8, 1));
    }

    private static (Money Interest, Money Principal, Money Penalty) Paid(Instalment row) => (row.PaidInterest, row.PaidPrincipal, row.PaidPenalty);
}
