using System.Collections.Immutable;

namespace Lending.Domain.Tests.Loans;

public sealed class ClassifyingTests
{
    private static readonly DateOnly PayBy = A.Day.AddDays(10);

    private static readonly LoanProduct Policy = A.Payday with
    {
        Penalty = new PenaltyTerms(0m), SuspendInterestWhenNpa = true,
        Provision = [new(0, 0.4m), new(31, 5m), new(61, 10m), new(91, 25m)],
    };

    private static readonly LoanProduct EmiPolicy = A.Emi with { Penalty = new PenaltyTerms(0m), SuspendInterestWhenNpa = true, Provision = [new(91, 15m)] };

    [Theory]
    [InlineData(0, AssetClass.Standard, "Healthy", "Current", "A")]
    [InlineData(1, AssetClass.Sma0, "1-15", "1-30", "A")]
    [InlineData(15, AssetClass.Sma0, "1-15", "1-30", "A")]
    [InlineData(16, AssetClass.Sma0, "16-30", "1-30", "A")]
    [InlineData(30, AssetClass.Sma0, "16-30", "1-30", "A")]
    [InlineData(31, AssetClass.Sma1, "31-60", "31-60", "B")]
    [InlineData(60, AssetClass.Sma1, "31-60", "31-60", "B")]
    [InlineData(61, AssetClass.Sma2, "61-90", "61-90", "C")]
    [InlineData(90, AssetClass.Sma2, "61-90", "61-90", "C")]
    [InlineData(91, AssetClass.Npa, "Over 90", "Over 90", "D")]
    [InlineData(400, AssetClass.Npa, "Over 90", "Over 90", "D")]
    public void ClassAndBuckets_AtTheirBoundaries_FollowDaysPastDue(int dpd, AssetClass expected, string collections, string portfolio, string risk)
    {
        var story = Story.Active(Policy, A.Inr(20_000_00), 10).UntilMorningOf(PayBy.AddDays(dpd));

        Assert.Equal((dpd, expected), (story.Loan.Dpd, LoanFigures.Of(story.Loan, story.Today, story.Product).AssetClass));
        var sets = new BucketSets();
        Assert.Equal((collections, portfolio, risk),
            (BucketSets.Of(sets.Collections, dpd).Name, BucketSets.Of(sets.Portfolio, dpd).Name, BucketSets.Of(sets.Risk, dpd).Name));
    }

    [Fact]
    public void CloseDay_OfTheReserveBanksExample_ClassifiesAtTheDayEndsItNames()
    {
        // RBI/2021-2022/125: due on 31 March 2021 and not paid; SMA-1 at the day end of 30 April, SMA-2 of 30 May, NPA of 29 June.
        var brand = A.Saffron with { BusinessDate = new DateOnly(2021, 3, 1) };
        var story = Story.Active(Policy, A.Inr(20_000_00), 30, brand);
        Assert.Equal(new DateOnly(2021, 3, 31), story.Loan.Only().PayBy);
        AssetClass AfterDayEndOf(int month, int day) =>
            LoanFigures.Of(story.CloseThrough(new DateOnly(2021, month, day)).Loan, story.Today, story.Product).AssetClass;

        Assert.Equal(AssetClass.Standard, AfterDayEndOf(3, 30));
        Assert.Equal(AssetClass.Sma0, AfterDayEndOf(3, 31));
        Assert.Equal(AssetClass.Sma0, AfterDayEndOf(4, 29));
        Assert.Equal(AssetClass.Sma1, AfterDayEndOf(4, 30));
        Assert.Equal(AssetClass.Sma1, AfterDayEndOf(5, 29));
        Assert.Equal(AssetClass.Sma2, AfterDayEndOf(5, 30));
        Assert.Equal(AssetClass.Sma2, AfterDayEndOf(6, 28));
        Assert.Equal(AssetClass.Npa, AfterDayEndOf(6, 29));
    }

    [Fact]
    public void CloseDay_OfANonPerformingLoanPaidInPart_StaysSoUntilNoArrearsAreLeft()
    {
        // Instalments of 1 July to 1 September are late when it stops performing on 30 September.
        var story = Story.Active(EmiPolicy, A.Inr(60_000_00), 12).UntilMorningOf(new DateOnly(2026, 9, 30));
        Assert.Equal((91, new DateOnly(2026, 9, 30)), (story.Loan.Dpd, story.Loan.NpaSince!.Value));

        // The two oldest are paid: 29 days past due, and still not performing.
        story.Pay(story.Loan.Instalments[0].Outstanding + story.Loan.Instalments[1].Outstanding).CloseThrough(story.Today);
        Assert.Equal((30, Delinquency.Defaulted), (story.Loan.Dpd, LoanFigures.DelinquencyOf(story.Loan, story.Product, story.Today)));
        Assert.Equal(AssetClass.Npa, LoanFigures.Of(story.Loan, story.Today, story.Product).AssetClass);

        story.Pay(LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow).CloseThrough(story.Today);
        Assert.Equal((0, null, A.Inr(0)), (story.Loan.Dpd, story.Loan.NpaSince, story.Loan.SuspendedInterest));
        Assert.Equal((0L, 0L), (story.Ledger[Accounts.InterestSuspense], story.Ledger[Accounts.ProvisionForLoans]));
        Assert.Equal(AssetClass.Standard, LoanFigures.Of(story.Loan, story.Today, story.Product).AssetClass);
    }

    [Fact]
    public void CloseDay_WhenALoanStopsPerforming_TakesUnpaidInterestBackFromIncome()
    {
        var story = Story.Active(EmiPolicy, A.Inr(60_000_00), 12).UntilMorningOf(new DateOnly(2026, 9, 29));
        var unpaid = story.Ledger[Accounts.InterestReceivable];
        Assert.Equal((-unpaid, 0L), (story.Ledger[Accounts.InterestIncome], story.Ledger[Accounts.InterestSuspense]));

        story.CloseThrough(story.Today);
        Assert.Equal((0L, -story.Ledger[Accounts.InterestReceivable]), (story.Ledger[Accounts.InterestIncome], story.Ledger[Accounts.InterestSuspense]));

        // From here on nothing is income until it is paid; what is paid is.
        story.CloseThrough(story.Today.AddDays(9));
        Assert.Equal((0L, -story.Ledger[Accounts.InterestReceivable]), (story.Ledger[Accounts.InterestIncome], story.Ledger[Accounts.InterestSuspense]));
        story.Pay(A.Inr(1_000_00));
        Assert.Equal(-900_00, story.Ledger[Accounts.InterestIncome]);
        Assert.Equal(-story.Ledger[Accounts.InterestReceivable], story.Ledger[Accounts.InterestSuspense]);
    }

    [Fact]
    public void Payment_ThatCountsFromBeforeTheLoanStoppedPerforming_MakesItTheLoanPaidOnTime()
    {
        // 101 days past due when somebody tells of money that came on the first due date.
        var onTime = Story.Active(EmiPolicy, A.Inr(1_00_000_00), 12).UntilMorningOf(new DateOnly(2026, 7, 1)).Pay(A.Inr(9_500_00), "p1").UntilMorningOf(new DateOnly(2026, 10, 10));
        var told = Story.Active(EmiPolicy, A.Inr(1_00_000_00), 12).UntilMorningOf(new DateOnly(2026, 10, 10));
        Assert.Equal((101, AssetClass.Npa), (told.Loan.Dpd, LoanFigures.Of(told.Loan, told.Today, told.Product).AssetClass));
        told.Do(new MatchPayment("p1", A.Inr(9_500_00), "neft", "r", new DateOnly(2026, 7, 1), "names the loan"), A.Ravi).Do(new ApprovePayment("p1"), A.Lata);

        for (var night = 0; night < 3; night++)
        {
            Assert.Equal((null, A.Inr(0), A.Inr(0)), (told.Loan.NpaSince, told.Loan.SuspendedInterest, told.Loan.Provision));
            Assert.Equal(AssetClass.Sma2, LoanFigures.Of(told.Loan, told.Today, told.Product).AssetClass);
            foreach (var account in Accounts.All) Assert.Equal(onTime.Ledger[account], told.Ledger[account]);
            onTime.CloseThrough(onTime.Today);
            told.CloseThrough(told.Today);
        }
    }

    [Fact]
    public void Reversal_OfThePaymentThatKeptALoanPerforming_MakesItTheLoanNobodyPaid()
    {
        var unpaid = Story.Active(EmiPolicy, A.Inr(1_00_000_00), 12).UntilMorningOf(new DateOnly(2026, 10, 10));
        var bounced = Story.Active(EmiPolicy, A.Inr(1_00_000_00), 12).UntilMorningOf(new DateOnly(2026, 7, 1)).Pay(A.Inr(9_500_00), "p1").UntilMorningOf(new DateOnly(2026, 10, 10));

        bounced.Change(new PaymentReversal("p1", ReversalCause.Bounced));

        Assert.Equal((new DateOnly(2026, 9, 30), unpaid.Loan.Provision), (bounced.Loan.NpaSince!.Value, bounced.Loan.Provision));
        foreach (var account in Accounts.All) Assert.Equal(unpaid.Ledger[account], bounced.Ledger[account]);
    }

    [Fact]
    public void Replay_OfARestatementStoredWithoutItsClass_LeavesTheClassAsItWas()
    {
        var story = Story.Active(EmiPolicy, A.Inr(1_00_000_00), 12).UntilMorningOf(new DateOnly(2026, 10, 10));
        var (since, provision) = (story.Loan.NpaSince, story.Loan.Provision);
        story.Do(new MatchPayment("p1", A.Inr(9_500_00), "neft", "r", new DateOnly(2026, 7, 1), "names the loan"), A.Ravi).Do(new ApprovePayment("p1"), A.Lata);
        var booked = (PaymentReceived)story.Events[^1];

        var old = LoanEvolution.Replay([.. story.Events[..^1], booked with { Outcome = booked.Outcome! with { Classified = null } }]);

        Assert.Equal((since, provision), (old.NpaSince, old.Provision));
    }

    [Fact]
    public void CloseDay_WithoutThePolicy_LeavesInterestOfANonPerformingLoanIncome()
    {
        var story = Story.Active(EmiPolicy with { SuspendInterestWhenNpa = false, Provision = [] }, A.Inr(60_000_00), 12).UntilMorningOf(new DateOnly(2026, 10, 10));

        Assert.NotNull(story.Loan.NpaSince);
        Assert.Equal((0L, 0L), (story.Ledger[Accounts.InterestSuspense], story.Ledger[Accounts.ProvisionForLoans]));
    }

    [Fact]
    public void CloseDay_WithAnEarlierThreshold_StopsPerformingThere()
    {
        var story = Story.Active(Policy with { DaysToNpa = 60 }, A.Inr(20_000_00), 10).UntilMorningOf(PayBy.AddDays(59));
        Assert.Null(story.Loan.NpaSince);

        story.UntilMorningOf(PayBy.AddDays(60));
        Assert.Equal(PayBy.AddDays(60), story.Loan.NpaSince);
    }

    [Theory]
    [InlineData(0, 80_00)]
    [InlineData(30, 80_00)]
    [InlineData(31, 1_000_00)]
    [InlineData(60, 1_000_00)]
    [InlineData(61, 2_000_00)]
    [InlineData(91, 5_000_00)]
    public void CloseDay_SetsAsideByDaysPastDue_AsADelta(int dpd, long provision)
    {
        var story = Story.Active(Policy, A.Inr(20_000_00), 10).UntilMorningOf(PayBy.AddDays(dpd));

        Assert.Equal(A.Inr(provision), story.Loan.Provision);
        Assert.Equal((-provision, provision), (story.Ledger[Accounts.ProvisionForLoans], story.Ledger[Accounts.ProvisionExpense]));

        story.Pay(story.Payoff);
        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.Equal((0L, 0L), (story.Ledger[Accounts.ProvisionForLoans], story.Ledger[Accounts.ProvisionExpense]));
    }

    [Fact]
    public void CloseDay_OfALoanWrittenOff_ReleasesItsProvision()
    {
        var story = Story.Active(EmiPolicy, A.Inr(60_000_00), 12).UntilMorningOf(new DateOnly(2026, 10, 5));
        Assert.Equal(A.Inr(9_000_00), story.Loan.Provision);
        story.Do(new ProposeChange("c-1", new WriteOff(), "gone"), A.With("omar", (Permission.LoanOps, Level.Write)));
        story.Do(new ApproveChange("c-1"), A.With("lata", (Permission.LoanOps, Level.All)));

        Assert.Equal(AccountState.WrittenOff, story.Loan.Account);
        Assert.Equal((0L, 0L, null), (story.Ledger[Accounts.ProvisionForLoans], story.Ledger[Accounts.ProvisionExpense], story.Loan.NpaSince));
    }

    [Fact]
    public void Buckets_OfABrand_AreNamedGrowAndStartAtZero()
    {
        var brand = A.Saffron with { Settings = A.Saffron.Settings with { LegalName = "S", LegalAddress = "A" } };
        ImmutableArray<Bucket> holes = [new("late", 1)];
        var broken = BrandRules.Check(brand with { Settings = brand.Settings with { Buckets = new BucketSets { Risk = holes } } });

        Assert.DoesNotContain(BrandRules.Check(brand), input => input.Input.StartsWith("buckets", StringComparison.Ordinal));
        Assert.Contains(broken, input => input.Input == "buckets.risk");
        var twice = BrandRules.Check(brand with { Settings = brand.Settings with { Buckets = new BucketSets { Portfolio = [new("late", 0), new("Late", 1)], Lists = (BucketUse)7 } } });
        Assert.Contains(twice, input => input.Input == "buckets.portfolio");
        Assert.Contains(twice, input => input.Input == "buckets.lists");
    }

    [Fact]
    public void Buckets_OfLists_AreThoseForCollectionsUnlessTheBrandNamesAnotherSet()
    {
        var sets = new BucketSets();

        Assert.Equal(sets.Collections, sets.OfLists);
        Assert.Equal(sets.Risk, (sets with { Lists = BucketUse.Risk }).OfLists);
    }
}
