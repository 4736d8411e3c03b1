namespace Lending.Domain.Tests.Loans;

/// <summary>Loans of Rs 1,00,000 at 18 % over twelve months, on which one instalment is not like the others.</summary>
public sealed class OddInstalmentTests
{
    private static readonly LoanProduct Plain = A.Emi with { Fees = [] };

    private static readonly Brand WithSundays = A.Saffron with { BusinessDate = new(2026, 6, 5), Settings = A.Saffron.Settings with { SundayOff = true } };

    private static Story Lent(LoanProduct product, Brand? brand = null) => Story.Active(product, A.Inr(1_00_000_00), 12, brand);

    /// <summary>Due on Sunday 5 July, to be paid by Monday. Whoever pays on Sunday pays the instalment, and pays nothing early.</summary>
    [Theory]
    [InlineData(ExcessMoney.ReduceInstalment)]
    [InlineData(ExcessMoney.ReduceTenure)]
    [InlineData(ExcessMoney.PayLastInstalments)]
    public void Receive_OnADueDateThatIsADayOff_PaysTheInstalment(ExcessMoney excess)
    {
        var story = Lent(Plain with { Excess = excess, Prepayment = new PrepaymentTerms(2m, 0m, 18m) }, WithSundays).UntilMorningOf(new(2026, 7, 5));
        var (first, second) = (story.Loan.Instalments[0], story.Loan.Instalments[1]);
        Assert.Equal((new DateOnly(2026, 7, 5), new DateOnly(2026, 7, 6)), (first.Due, first.PayBy));

        story.Pay(first.Principal + first.Interest);

        Assert.Equal(story.Today, story.Loan.Instalments[0].PaidOn);
        Assert.Equal((second, A.Inr(0)), (story.Loan.Instalments[1], story.Loan.Advance));
        story.UntilMorningOf(new(2026, 7, 10));
        Assert.Equal((0, 0), (LoanFigures.DpdOf(story.Loan, story.Today), story.Ledger[Accounts.FeeIncome]));
    }

    [Fact]
    public void Receive_MoreThanTheInstalmentOfADayOff_LowersOthersByWhatIsBeyond()
    {
        var story = Lent(Plain with { Excess = ExcessMoney.ReduceInstalment }, WithSundays).UntilMorningOf(new(2026, 7, 5));
        var first = story.Loan.Instalments[0];

        story.Pay(first.Principal + first.Interest + A.Inr(10_000_00));

        Assert.True(story.Loan.Instalments[0].IsPaid);
        Assert.Equal(A.Inr(90_000_00) - first.Principal, A.Inr(story.Loan.Instalments.Sum(row => row.PrincipalLeft.Minor)));
    }

    public static TheoryData<string> Odd() => new("short first period", "long first period", "frozen", "interest waived");

    /// <summary>The loan gets shorter at the instalment that it has otherwise.</summary>
    [Theory, MemberData(nameof(Odd))]
    public void Prepayment_ForAShorterTermWhileAnOddInstalmentRuns_KeepsTheUsualOne(string what)
    {
        var story = what switch
        {
            "short first period" => Lent(Plain with { Instalments = new() { DueDay = 5, FirstDueAfterDays = 1 } }).UntilMorningOf(new(2026, 6, 3)),
            "long first period" => Lent(Plain with { Instalments = new() { DueDay = 25, FirstDueAfterDays = 40 } }).UntilMorningOf(new(2026, 6, 3)),
            "frozen" => Lent(Plain).UntilMorningOf(new(2026, 6, 5)).Change(new Freeze(null)).UntilMorningOf(new(2026, 6, 25)).Change(new HoldRelease()),
            _ => Lent(Plain).UntilMorningOf(new(2026, 6, 25)).Change(new InterestWaiver(A.Inr(1_000_00))),
        };
        var usual = story.Loan.Instalments[5];

        story.Change(new PartPrepayment("p", A.Inr(20_000_00), "upi", "r", PrepaymentEffect.ReduceTenure));

        var rows = story.Loan.Instalments.Where(row => !row.IsVoid).ToArray();
        Assert.InRange(rows.Length, 8, 11);
        Assert.All(rows[1..^1], row => Assert.Equal(usual.Principal + usual.Interest, row.Principal + row.Interest));
        Assert.True(rows[^1].Principal + rows[^1].Interest <= usual.Principal + usual.Interest);
    }

    [Fact]
    public void Extension_OfALoanWithAFeeOfOneDay_ChargesItOnce()
    {
        var story = Lent(Plain with { Fees = [new FeeTerms("late", "Year's fee", null, A.Inr(1_000_00), 18m) { When = FeeTime.OnDay, DaysAfterPayout = 350 }] }).UntilMorningOf(new(2026, 7, 2));
        Assert.Equal(A.Inr(1_180_00), story.Loan.Instalments[11].Fee!.Amount);

        story.Change(new TenureExtension(3));

        Assert.Equal([12], story.Loan.Instalments.Where(row => row.Fee is not null).Select(row => row.Number));
    }

    [Fact]
    public void Extension_OfALoanWithAFeeOfEachInstalment_ChargesTheAddedOnesOnTheirOwnParts()
    {
        var story = Lent(Plain with { Fees = [new FeeTerms("each", "Collection fee", 10m, null, 0m) { When = FeeTime.EachInstalment, Base = FeeBase.Interest }] }).UntilMorningOf(new(2026, 7, 2));

        story.Change(new TenureExtension(3));

        Assert.All(story.Loan.Instalments.TakeLast(3), row => Assert.Equal(Money.Round(row.Interest.Minor / 10m, Currency.Inr), row.Fee!.Amount));
    }
}
