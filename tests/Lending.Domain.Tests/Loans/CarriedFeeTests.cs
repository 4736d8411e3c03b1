using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Loans;

/// <summary>Fees of late instalments that a change brings into those to come, each Rs 100 and Rs 18 of GST, two of them overdue on 10 August.</summary>
public sealed class CarriedFeeTests
{
    private static readonly LoanProduct WithFee = A.Emi with
    {
        Fees = [new FeeTerms("svc", "Service", null, A.Inr(100_00), 18m) { When = FeeTime.EachInstalment }],
    };

    [Fact]
    public void Cancellation_AfterAReAmortisation_TakesBackFeesAndTheirTax()
    {
        var story = Late().Change(new ReAmortisation());
        Assert.Equal((-200_00, -36_00), Fees(story));

        story.Change(new Cancellation(CancellationReason.Returned));

        Assert.Equal((0, 0), Fees(story));
    }

    [Fact]
    public void ReAmortisation_OfTwoFees_BringsTheirTaxIntoTheRunningInstalment()
    {
        var story = Late().Change(new ReAmortisation());

        Assert.All(story.Loan.Instalments[..2], row => Assert.Equal((A.Inr(0), A.Inr(0)), (row.Fee!.Amount, row.Fee.Tax)));
        Assert.Equal((A.Inr(354_00), A.Inr(54_00), A.Inr(236_00), A.Inr(36_00)), Of(story.Loan.Instalments[2].Fee!));

        // Its own fee is charged with its own tax when it falls due.
        story.UntilMorningOf(new(2026, 9, 1));
        Assert.Equal((-300_00, -54_00), Fees(story));
        Assert.Equal((A.Inr(354_00), A.Inr(54_00), A.Inr(354_00), A.Inr(54_00)), Of(story.Loan.Instalments[2].Fee!));
    }

    [Fact]
    public void ReAmortisation_OfAFeePaidInPart_LeavesTheTaxOfWhatWasPaid()
    {
        var feeFirst = WithFee with { Waterfall = new([DebtKind.Fee, DebtKind.Penalty, DebtKind.Interest, DebtKind.Principal], PaymentDirection.Horizontal) };
        var story = Story.Active(feeFirst, A.Inr(1_00_000_00), 12)
            .UntilMorningOf(new(2026, 7, 10)).Pay(A.Inr(59_00)).Change(new ReAmortisation());

        Assert.Equal((A.Inr(59_00), A.Inr(9_00)), (story.Loan.Instalments[0].Fee!.Paid, story.Loan.Instalments[0].Fee!.Tax));
        Assert.Equal((A.Inr(177_00), A.Inr(27_00), A.Inr(59_00), A.Inr(9_00)), Of(story.Loan.Instalments[1].Fee!));
    }

    [Fact]
    public void Termination_AfterAReAmortisation_OwesTheTaxOfTheFeesThatStay()
    {
        var story = Late().Change(new ReAmortisation()).Change(new ContractTermination());

        Assert.Equal((A.Inr(236_00), A.Inr(36_00), A.Inr(236_00), A.Inr(36_00)), Of(story.Loan.Instalments[2].Fee!));
    }

    [Fact]
    public void ApprovePayment_OfADayThatLeavesNothingOverdue_OwesTheTaxOfTheFeesOnce()
    {
        var story = Late();
        var due = story.Loan.Instalments[0].Outstanding + story.Loan.Instalments[1].Outstanding;
        story.Change(new ReAmortisation()).UntilMorningOf(new(2026, 8, 12))
            .Do(new ProposePayment("p1", due, "neft", "r", new(2026, 7, 1), "late news"), A.Omar).Do(new ApprovePayment("p1"), A.Lata);

        Assert.Equal((-200_00, -36_00), Fees(story));
    }

    private static Story Late() => Story.Active(WithFee, A.Inr(1_00_000_00), 12).UntilMorningOf(new(2026, 8, 10));

    private static (long, long) Fees(Story story) => (story.Ledger["4101"], story.Ledger["2301"]);

    private static (Money, Money, Money, Money) Of(InstalmentFee fee) => (fee.Amount, fee.Tax, fee.Posted, fee.PostedTax);
}
