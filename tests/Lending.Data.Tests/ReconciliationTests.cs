using Lending.Domain;

namespace Lending.Data.Tests;

[Collection(OnPostgres.Name)]
public sealed class ReconciliationTests(LendingServer server) : IAsyncLifetime
{
    private Office _office = null!;

    private Reconciliation Books => new(_office.Database, _office.Charts, TimeProvider.System);

    public async Task InitializeAsync()
    {
        _office = await server.OfficeAsync();
        foreach (var loan in new[] { "LN-2606-00001", "LN-2606-00002" })
        {
            await _office.ActiveLoanAsync(loan);
            for (var day = A.Day; day < A.Day.AddDays(18); day = day.AddDays(1)) await _office.DoAsync(loan, new CloseDay(day));
        }

        await _office.DoAsync("LN-2606-00001", new ReceivePayment("p1", Money.Inr(2_000_00), "upi", "r1"));
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Reconcile_SoundBooks_AgreeInEveryAccount()
    {
        Assert.True(await Books.RunAsync("saffron", A.Day, 0, default));

        var result = (await ResultAsync())!;
        Assert.Equal((A.Day, 2, true), (result.Date, result.Loans, result.Agrees));
        Assert.Empty(result.Differences);
        Assert.All(result.Accounts, account => Assert.True(account.Apart.IsZero));
        Assert.Equal(0, result.Accounts.Sum(account => account.Ledger.Minor));
        var principal = result.Accounts.Single(account => account.Account == Accounts.Principal);
        Assert.Equal(await _office.CountAsync("SELECT sum(principal_outstanding) FROM loan"), principal.Ledger.Minor);
        Assert.Equal(principal.Ledger, principal.Loans);
    }

    [Fact]
    public async Task Reconcile_NightAfterNight_AddsUpOnlyWhatIsNewAndStaysRight()
    {
        Assert.True(await Books.RunAsync("saffron", A.Day, 0, default));
        Assert.Equal(await _office.CountAsync("SELECT sum(debit) FROM posting"), await _office.CountAsync("SELECT sum(debit) FROM ledger_balance"));

        await _office.Brands.SetBusinessDateAsync("saffron", A.Day, A.Day.AddDays(1), default);
        await _office.DoAsync("LN-2606-00002", new ReceivePayment("p2", Money.Inr(300_00), "upi", "r2"));
        Assert.True(await Books.RunAsync("saffron", A.Day.AddDays(1), 0, default));
        Assert.Equal(1, await _office.CountAsync($"SELECT count(DISTINCT through) FROM ledger_balance WHERE through = '{A.Day.AddDays(1):yyyy-MM-dd}'"));
        Assert.Equal(await _office.CountAsync("SELECT sum(debit) FROM posting"), await _office.CountAsync("SELECT sum(debit) FROM ledger_balance"));
    }

    [Fact]
    public async Task Reconcile_LinesThatCameLateUnderAnEarlierDate_AreFoundByAddingUpEverything()
    {
        await _office.Brands.SetBusinessDateAsync("saffron", A.Day, A.Day.AddDays(1), default);
        Assert.True(await Books.RunAsync("saffron", A.Day.AddDays(1), 0, default));

        await _office.Brands.SetBusinessDateAsync("saffron", A.Day.AddDays(1), A.Day, default);
        await _office.DoAsync("LN-2606-00002", new ReceivePayment("p2", Money.Inr(300_00), "upi", "r2"));

        Assert.True(await Books.RunAsync("saffron", A.Day.AddDays(2), 0, default));
    }

    [Fact]
    public async Task Reconcile_WithLoansSetAside_CarriesNothingForward()
    {
        Assert.True(await Books.RunAsync("saffron", A.Day, 1, default));

        Assert.Equal(0, await _office.CountAsync("SELECT count(*) FROM ledger_balance"));
    }

    [Theory]
    [InlineData("UPDATE loan SET principal_outstanding = principal_outstanding + 7 WHERE id = 'LN-2606-00002'", "1101", -7)]
    [InlineData("UPDATE loan SET advance = advance + 7 WHERE id = 'LN-2606-00002'", "2101", 7)]
    public async Task Reconcile_AfterTampering_NamesTheLoanAndTheAccount(string tampering, string account, long apart)
    {
        Assert.True(await Books.RunAsync("saffron", A.Day, 0, default));
        await using (var command = _office.Owner.CreateCommand(tampering)) Assert.Equal(1, await command.ExecuteNonQueryAsync());

        Assert.False(await Books.RunAsync("saffron", A.Day.AddDays(1), 0, default));

        var result = (await ResultAsync())!;
        Assert.False(result.Agrees);
        var difference = Assert.Single(result.Differences);
        Assert.Equal(("LN-2606-00002", account, apart), (difference.LoanId, difference.Account.Number, (difference.Ledger - difference.Loan).Minor));
        Assert.Equal(apart, result.Accounts.Single(line => line.Account.Number == account).Apart.Minor);
        Assert.Equal(0, await _office.CountAsync($"SELECT count(*) FROM ledger_balance WHERE through > '{A.Day:yyyy-MM-dd}'"));
    }

    [Fact]
    public async Task Reconcile_ALineMissingFromAClosedDay_IsFoundOnTheFirstOfTheMonth()
    {
        Assert.True(await Books.RunAsync("saffron", A.Day.AddDays(1), 0, default));
        await using (var command = _office.Owner.CreateCommand("DELETE FROM posting WHERE stream = 'saffron/LN-2606-00002' AND version = 12 AND account = '1102'"))
            Assert.Equal(1, await command.ExecuteNonQueryAsync());

        Assert.False(await Books.RunAsync("saffron", new DateOnly(2026, 7, 1), 0, default));

        var difference = Assert.Single((await ResultAsync())!.Differences);
        Assert.Equal(("LN-2606-00002", Money.Inr(-100_00)), (difference.LoanId, difference.Ledger - difference.Loan));
    }

    [Fact]
    public async Task Reconcile_OfAnotherBrand_SeesNothingOfThisOne()
    {
        await _office.Brands.AddAsync(new Brand("indigo", "Indigo", "Asia/Kolkata", A.Day, new BrandSettings()), default);

        Assert.True(await Books.RunAsync("indigo", A.Day, 0, default));
        Assert.Empty((await new ReconciliationQuery(_office.Database, _office.Charts).RunAsync("indigo", null, default))!.Accounts);
    }

    private Task<ReconciliationResult?> ResultAsync() => new ReconciliationQuery(_office.Database, _office.Charts).RunAsync("saffron", null, default);
}
