using System.Collections.Immutable;

namespace Lending.Domain.Tests.Ledger;

public sealed class LoanAccountsTests
{
    private static readonly LoanProduct Gold = A.Emi with
    {
        Prepayment = new PrepaymentTerms(2m, 0m, 18m),
        Accounts = [new(LedgerPurpose.Principal, "1101-GOLD"), new(LedgerPurpose.FeeIncome, "4101-EARLY") { Part = AccountMapping.EarlyCharge }],
    };

    private static readonly ImmutableArray<AccountMapping> Saffron =
    [
        new(LedgerPurpose.Principal, "1101-ALL"), new(LedgerPurpose.InterestIncome, "4001-ALL"),
        new(LedgerPurpose.CollectionClearing, "1020-CASH") { Part = "Cash" }, new(LedgerPurpose.PayoutClearing, "1010-IMPS") { Part = "IMPS" },
    ];

    [Fact]
    public void Disbursal_WithNothingChosen_KeepsTheStandardChartAndSaysNothing()
    {
        var story = Story.Active(A.Emi, A.Inr(1_00_000_00), 12);

        Assert.Null(story.Events.OfType<LoanDisbursed>().Single().Accounts);
        Assert.Equal(1_00_000_00, story.Ledger[Accounts.Principal]);
    }

    [Fact]
    public void Disbursal_TakesTheProductsAccountsAndTheBrandsForTheRest()
    {
        var story = Active(Gold);

        Assert.Equal((1_00_000_00, 0), (story.Ledger["1101-GOLD"], story.Ledger[Accounts.Principal]));
        Assert.Equal(-story.Loan.Net!.Value.Minor, story.Ledger["1010-IMPS"]);
    }

    [Fact]
    public void Mapping_ChangedAfterDisbursal_DoesNotTouchTheLoan()
    {
        var story = Active(Gold);
        story.Accounts = [new(LedgerPurpose.Principal, "1101-NEW"), new(LedgerPurpose.InterestIncome, "4001-NEW")];
        story.Product = Gold with { Accounts = [] };

        story.UntilMorningOf(story.Loan.Instalments[0].PayBy).Pay(LoanFigures.Of(story.Loan, story.Today).DueNow);

        Assert.Equal(0, story.Ledger["1101-NEW"] + story.Ledger["4001-NEW"]);
        Assert.Equal(story.Loan.Instalments.Sum(i => i.PrincipalLeft.Minor), story.Ledger["1101-GOLD"]);
    }

    [Fact]
    public void Payment_GoesToTheAccountOfItsChannel_AndItsReversalTakesItBackFromThere()
    {
        var story = Active(Gold).UntilMorningOf(new(2026, 7, 20));
        story.Do(new ReceivePayment("by-cash", A.Inr(5_000_00), "CASH", "r"), A.System).Do(new ReceivePayment("by-upi", A.Inr(700_00), "upi", "r"), A.System);
        Assert.Equal((5_000_00, 700_00), (story.Ledger["1020-CASH"], story.Ledger[Accounts.CollectionClearing]));

        story.Change(new PaymentReversal("by-cash", ReversalCause.Bounced));

        Assert.Equal((0, 700_00), (story.Ledger["1020-CASH"], story.Ledger[Accounts.CollectionClearing]));
    }

    [Fact]
    public void Fees_AreToldApartWhereTheProductNamesThem_AndACancellationTakesEachBack()
    {
        var product = Gold with { Accounts = [.. Gold.Accounts, new(LedgerPurpose.FeeIncome, "4101-PROC") { Part = Gold.Fees[0].Code }] };
        var story = Active(product).UntilMorningOf(new(2026, 7, 20));
        Assert.Equal(-story.Loan.Charges[0].Fee.Minor, story.Ledger["4101-PROC"]);

        story.Change(new PartPrepayment("early", A.Inr(20_000_00), "NEFT", "r", PrepaymentEffect.ReduceTenure));
        Assert.Equal(-story.Loan.EarlyFees!.Value.Minor, story.Ledger["4101-EARLY"]);
        story.Change(new Cancellation(CancellationReason.Returned));

        Assert.Equal((0, 0), (story.Ledger["4101-PROC"], story.Ledger["1010-IMPS"]));
    }

    [Fact]
    public void Refinance_PassesThroughOneAccountWhateverTheTwoLoansWereMadeUnder()
    {
        var old = Active(Gold);
        old.Do(new ReceivePayment("refinance-2", old.Payoff, PaymentChannels.Refinance, "LN-2"), A.System);

        Assert.True(old.Ledger[Accounts.RefinanceClearing] > 0);
    }

    private static Story Active(LoanProduct product)
    {
        var story = Story.PayoutRequested(product, A.Inr(1_00_000_00), 12);
        story.Accounts = Saffron;
        return story.Do(new ConfirmDisbursement(story.Loan.Payout!.Reference!, "utr-1"), A.System);
    }
}
