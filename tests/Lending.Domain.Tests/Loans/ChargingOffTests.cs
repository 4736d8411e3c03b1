namespace Lending.Domain.Tests.Loans;

public sealed class ChargingOffTests
{
    private static readonly Money Amount = A.Inr(1_00_000_00);

    [Theory, InlineData(ChargeOffKind.Regular), InlineData(ChargeOffKind.ZeroInterest), InlineData(ChargeOffKind.AccelerateMaturity)]
    public void ChargeOff_OfAnyKind_IsExpenseAndHoldsTheLoanAtNothing(ChargeOffKind kind)
    {
        var story = Late();
        var owed = Owed(story.Loan);

        story.Change(new ChargeOff(kind));

        Assert.Equal(owed, story.Ledger[Accounts.LoansChargedOff]);
        Assert.Equal(-owed, story.Ledger[Accounts.ChargedOffLoans]);
        Assert.Equal(owed, Owed(story.Loan));
        Assert.Equal(0, story.Ledger[Accounts.ProvisionForLoans]);
        var figures = LoanFigures.Of(story.Loan, story.Today, story.Product);
        Assert.Equal((AssetClass.Npa, PublishedStatus.Defaulted), (figures.AssetClass, figures.Status));
        Assert.Equal(AccountState.Active, story.Loan.Account);
    }

    [Fact]
    public void Regular_GoesOnBearingInterestInSuspense_AndNoPenalty()
    {
        var story = Late().Change(new ChargeOff(ChargeOffKind.Regular));
        var (income, penalty) = (story.Ledger[Accounts.InterestIncome], story.Ledger[Accounts.PenaltyIncome]);

        story.CloseThrough(story.Today.AddDays(30));

        Assert.Equal((income, penalty), (story.Ledger[Accounts.InterestIncome], story.Ledger[Accounts.PenaltyIncome]));
        Assert.True(story.Loan.SuspendedInterest.IsPositive);
    }

    [Theory, InlineData(ChargeOffKind.ZeroInterest), InlineData(ChargeOffKind.AccelerateMaturity)]
    public void WithoutInterestToCome_NothingAccruesFromTheDayOn(ChargeOffKind kind)
    {
        var story = Late().Change(new ChargeOff(kind));
        var owed = Owed(story.Loan);

        story.CloseThrough(story.Today.AddDays(60));

        Assert.Equal(owed, Owed(story.Loan));
    }

    [Fact]
    public void Accelerate_MakesAllPrincipalDueToday()
    {
        var story = Late().Change(new ChargeOff(ChargeOffKind.AccelerateMaturity));

        Assert.Equal(LoanFigures.PayoffOf(story.Loan), LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow);
    }

    [Fact]
    public void Payment_AfterACharge_IsARecovery_AndTheLastOneClosesTheLoan()
    {
        var story = Late().Change(new ChargeOff(ChargeOffKind.Regular));
        var charged = story.Loan.ChargedOff!.Amount;

        story.Pay(A.Inr(10_000_00));
        Assert.Equal(A.Inr(10_000_00), story.Loan.ChargedOff!.Recovered);
        Assert.Equal(-10_000_00, story.Ledger[Accounts.Recoveries]);

        story.CloseThrough(story.Today.AddDays(10));
        story.Pay(story.Payoff);
        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.Equal(-charged.Minor, story.Ledger[Accounts.Recoveries]);
        Assert.Equal((0L, 0L), (story.Ledger[Accounts.ChargedOffLoans], story.Ledger[Accounts.InterestSuspense]));
    }

    [Theory, InlineData(ChargeOffKind.Regular), InlineData(ChargeOffKind.ZeroInterest), InlineData(ChargeOffKind.AccelerateMaturity)]
    public void Reversal_IsTheLoanAsIfItHadNeverBeenChargedOff(ChargeOffKind kind)
    {
        var plain = Late();
        var story = Late().Change(new ChargeOff(kind));
        foreach (var each in (Story[])[plain, story])
        {
            each.CloseThrough(each.Today.AddDays(20));
            each.Pay(A.Inr(7_000_00), "paid");
            each.CloseThrough(each.Today.AddDays(20));
        }

        story.Change(new ChargeOffReversal());

        Assert.Null(story.Loan.ChargedOff);
        Assert.Equal(As.Json(plain.Loan.Instalments), As.Json(story.Loan.Instalments));
        foreach (var account in Accounts.All.Where(account => account != Accounts.ProvisionForLoans && account != Accounts.ProvisionExpense))
            Assert.Equal((account.Name, plain.Ledger[account]), (account.Name, story.Ledger[account]));
    }

    [Fact]
    public void WriteOff_AfterACharge_IsNoSecondLoss()
    {
        var story = Late().Change(new ChargeOff(ChargeOffKind.Regular)).Change(new WriteOff());

        Assert.Equal(0, story.Ledger[Accounts.LoansWrittenOff]);
        Assert.Equal(0, story.Ledger[Accounts.ChargedOffLoans]);
        Assert.Equal(AccountState.WrittenOff, story.Loan.Account);
    }

    [Fact]
    public void Settlement_AfterACharge_RecoversWhatIsPaid()
    {
        var story = Late().Change(new ChargeOff(ChargeOffKind.ZeroInterest));
        story.Change(new Settlement(A.Inr(20_000_00), story.Today.AddDays(5)));
        story.Pay(A.Inr(20_000_00));

        Assert.Equal(Closure.Settled, story.Loan.Closure);
        Assert.Equal((-20_000_00L, 0L, 0L), (story.Ledger[Accounts.Recoveries], story.Ledger[Accounts.ChargedOffLoans], story.Ledger[Accounts.LoansWrittenOff]));
    }

    [Fact]
    public void OtherChanges_OfAChargedOffLoan_WaitUntilItIsTakenBack()
    {
        var story = Late().Change(new ChargeOff(ChargeOffKind.Regular));

        Assert.IsType<LoanChargedOff>(story.Refused(new RateChange(10m)));
        Assert.IsType<LoanChargedOff>(story.Refused(new ChargeOff(ChargeOffKind.Regular)));
        Assert.IsType<NotChargedOff>(Late().Refused(new ChargeOffReversal()));
    }

    private static long Owed(Loan loan) => LoanFigures.PayoffOf(loan).Minor - loan.SuspendedInterest.Minor;

    private static Story Late() => Story.Active(A.Emi with { Provision = [new(0, 0.4m), new(31, 10m), new(91, 50m)] }, Amount, 12).CloseThrough(A.Day.AddDays(130));
}
