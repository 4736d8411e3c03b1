using Lending.Domain;

namespace Lending.Data.Tests;

[Collection(OnPostgres.Name)]
public sealed class ChartTests(LendingServer server) : IAsyncLifetime
{
    private Office _office = null!;
    private ChartDesk _desk = null!;
    private ProductDesk _products = null!;
    private Administration _administration = null!;
    private int _commands;

    public async Task InitializeAsync()
    {
        _office = await server.OfficeAsync();
        _administration = new Administration(_office.Database, new Staff(_office.Database, _office.Cipher, TimeProvider.System), TimeProvider.System);
        _desk = new ChartDesk(_office.Charts, new AccountChoices(_office.Database), new ProductVersions(_office.Database), _office.Brands, _administration, TimeProvider.System);
        _products = new ProductDesk(_office.Products, new ProductVersions(_office.Database), _administration, _office.Charts, _office.Brands, new PenaltyClassifications(_office.Database));
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Chart_OfANewBrand_IsTheStandardOne()
    {
        var chart = await _office.Charts.GetAsync("saffron", default);

        Assert.Equal(ChartOfAccounts.Standard.Accounts.Select(account => account.Name), chart.Accounts.Select(account => account.Name));
        Assert.Empty(chart.Mapping);
    }

    [Fact]
    public async Task Account_AddedRenamedAndRetired_IsOfThisBrandAloneAndStaysForEver()
    {
        var gold = await AddAsync("1101-GOLD", LedgerPurpose.Principal);
        Assert.Equal("account_exists", (await _desk.AddAsync(gold with { Name = "Another" }, By("meera"), default)).Refusal!.Code);
        Assert.False((await _desk.AddAsync(gold, By("meera"), default)).IsRefused);
        Assert.False((await _desk.RenameAsync("1101-GOLD", "Gold advances", By("meera"), default)).IsRefused);
        Assert.False((await _desk.RenameAsync("1101", "Unsecured advances", By("meera"), default)).IsRefused);
        Assert.False((await _desk.RetireAsync("1101-GOLD", By("meera"), default)).IsRefused);

        var chart = await _office.Charts.GetAsync("saffron", default);
        Assert.Equal(("Gold advances", A.Day), (chart.Of("1101-GOLD").Name, chart.Of("1101-GOLD").RetiredOn));
        Assert.Equal("Unsecured advances", chart.Of("1101").Name);
        Assert.Null((await _office.Charts.GetAsync("indigo", default)).Find("1101-GOLD"));
        Assert.Equal(["account.retired", "account.renamed", "account.renamed", "account.added"], (await _administration.OfAccountsAsync("saffron", default)).Select(act => act.What));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _office.Database.ExecuteAsync("saffron", "DELETE FROM account", [], default));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _office.Database.ExecuteAsync("saffron", "UPDATE account SET purpose = 'Waivers'", [], default));
    }

    [Fact]
    public async Task Choice_TakesTwoPeople_AndHoldsFromThenOn()
    {
        await AddAsync("1101-GOLD", LedgerPurpose.Principal);
        var asked = await _desk.AskAsync(LedgerPurpose.Principal, null, "1101-GOLD", By("meera"), default);
        Assert.Empty((await _office.Charts.GetAsync("saffron", default)).Mapping);
        Assert.Equal("account_choice_waiting", (await _desk.AskAsync(LedgerPurpose.Principal, null, "1101", By("neha"), default)).Refusal!.Code);
        Assert.Equal("second_person_needed", (await _desk.DecideAsync(asked.Value!.Id, true, By("meera"), default)).Refusal!.Code);

        Assert.Equal(AccountChoiceState.Approved, (await _desk.DecideAsync(asked.Value.Id, true, By("neha"), default)).Value!.State);

        Assert.Equal("1101-GOLD", (await _office.Charts.GetAsync("saffron", default)).For(LedgerPurpose.Principal).Number);
        Assert.Equal("account_in_use", (await _desk.RetireAsync("1101-GOLD", By("meera"), default)).Refusal!.Code);
        await ChooseAsync(LedgerPurpose.Principal, null, null);
        Assert.Equal("1101", (await _office.Charts.GetAsync("saffron", default)).For(LedgerPurpose.Principal).Number);
        Assert.False((await _desk.RetireAsync("1101-GOLD", By("meera"), default)).IsRefused);
    }

    [Fact]
    public async Task Choice_TurnedDownOrOfAnAccountRetiredMeanwhile_DoesNotHold()
    {
        await AddAsync("4001-X", LedgerPurpose.InterestIncome);
        var first = await _desk.AskAsync(LedgerPurpose.InterestIncome, null, "4001-X", By("meera"), default);
        await _desk.DecideAsync(first.Value!.Id, false, By("neha"), default);
        var second = await _desk.AskAsync(LedgerPurpose.InterestIncome, null, "4001-X", By("meera"), default);
        Assert.False((await _desk.RetireAsync("4001-X", By("meera"), default)).IsRefused);

        Assert.Equal("account_not_active", (await _desk.DecideAsync(second.Value!.Id, true, By("neha"), default)).Refusal!.Code);
        Assert.Empty((await _office.Charts.GetAsync("saffron", default)).Mapping);
    }

    [Fact]
    public async Task Desk_WithoutThePermission_StaysClosed()
    {
        var nobody = By("omar") with { Grants = Grants.Of((Permission.BrandSettings, Level.Read)) };

        Assert.Equal("not_permitted", (await _desk.AddAsync(new("1101-X", "X", AccountKind.Asset, LedgerPurpose.Principal), nobody, default)).Refusal!.Code);
        Assert.Equal("not_permitted", (await _desk.RenameAsync("1101", "X", nobody, default)).Refusal!.Code);
        Assert.Equal("not_permitted", (await _desk.RetireAsync("1101", nobody, default)).Refusal!.Code);
        Assert.Equal("not_permitted", (await _desk.AskAsync(LedgerPurpose.Principal, null, "1101", nobody, default)).Refusal!.Code);
        Assert.Equal("not_permitted", (await _desk.DecideAsync("x", true, nobody, default)).Refusal!.Code);
    }

    [Fact]
    public async Task Loans_BeforeAndAfterAChangeOfTheMapping_VerifyRebuildAndReconcile()
    {
        await LiveAsync("LN-2606-00001");
        await AddAsync("1101-GOLD", LedgerPurpose.Principal);
        await AddAsync("1102-GOLD", LedgerPurpose.InterestReceivable);
        await AddAsync("2101-GOLD", LedgerPurpose.CustomerAdvances);
        await AddAsync("1020-UPI", LedgerPurpose.CollectionClearing);
        await ChooseAsync(LedgerPurpose.Principal, null, "1101-GOLD");
        await ChooseAsync(LedgerPurpose.InterestReceivable, null, "1102-GOLD");
        await ChooseAsync(LedgerPurpose.CustomerAdvances, null, "2101-GOLD");
        await ChooseAsync(LedgerPurpose.CollectionClearing, "UPI", "1020-UPI");
        await LiveAsync("LN-2606-00002");
        await ChooseAsync(LedgerPurpose.Principal, null, null);
        await LiveAsync("LN-2606-00003");
        foreach (var loan in new[] { "LN-2606-00001", "LN-2606-00002", "LN-2606-00003" }) await _office.DoAsync(loan, new ReceivePayment("p2", Money.Inr(300_00), "upi", "r2"));

        Assert.Null((await new Verify(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).First);
        Assert.Equal(0L, (await new Rebuild(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).RowsChanged);
        Assert.True(await new Reconciliation(_office.Database, _office.Charts, TimeProvider.System).RunAsync("saffron", A.Day, 0, default));

        var balance = await new TrialBalanceQuery(_office.Database, _office.Charts).RunAsync("saffron", A.Day, default);
        Assert.Equal(0, balance.Accounts.Sum(line => line.Balance.Minor));
        Assert.Equal(await _office.CountAsync("SELECT principal_outstanding FROM loan WHERE id = 'LN-2606-00002'"), balance.Accounts.Single(line => line.Account.Number == "1101-GOLD").Balance.Minor);
        Assert.Equal(2_300_00 * 2, balance.Accounts.Single(line => line.Account.Number == "1020-UPI").Balance.Minor);
        Assert.Equal(await _office.CountAsync("SELECT sum(principal_outstanding) FROM loan"), balance.Accounts.Where(line => line.Account.Purpose is LedgerPurpose.Principal).Sum(line => line.Balance.Minor));
        var ledger = await new LedgerQuery(_office.Database, _office.Charts).RunAsync("saffron", "LN-2606-00002", 0, 500, default);
        Assert.Contains(ledger.Rows, line => line.Account.Name == "Account 1101-GOLD");
        Assert.Equal(await _office.CountAsync("SELECT principal_outstanding + interest_due + penalty_due + fee_due - advance FROM loan WHERE id = 'LN-2606-00002'"), ledger.Rows[^1].Owed.Minor);
    }

    [Fact]
    public async Task Verify_OfALineMovedToAnotherAccount_NamesTheLoan()
    {
        await AddAsync("1101-GOLD", LedgerPurpose.Principal);
        await ChooseAsync(LedgerPurpose.Principal, null, "1101-GOLD");
        await LiveAsync("LN-2606-00001");
        await using (var command = _office.Owner.CreateCommand("UPDATE posting SET account = '1101' WHERE account = '1101-GOLD'")) Assert.True(await command.ExecuteNonQueryAsync() > 0);

        Assert.Equal("LN-2606-00001", (await new Verify(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).First!.RecordId);
        Assert.False(await new Reconciliation(_office.Database, _office.Charts, TimeProvider.System).RunAsync("saffron", A.Day, 0, default));
        var differences = (await new ReconciliationQuery(_office.Database, _office.Charts).RunAsync("saffron", null, default))!.Differences;
        Assert.Equal(["1101", "1101-GOLD"], differences.Select(difference => difference.Account.Number));
    }

    [Fact]
    public async Task Product_WithAnAccountOfItsOwn_NeedsItInTheChartToBePutInForce()
    {
        var own = A.Payday with { Code = "own", Accounts = [new(LedgerPurpose.Principal, "1101-OWN")] };
        Assert.Equal("accounts[0].number", Assert.IsType<ProductInvalid>((await _products.AddAsync(own, By("meera"), default)).Refusal).Field);
        await AddAsync("1101-OWN", LedgerPurpose.Principal);
        Assert.False((await _products.AddAsync(own, By("meera"), default)).IsRefused);
        await _desk.RetireAsync("1101-OWN", By("meera"), default);

        Assert.Equal("product_invalid", (await _products.ActivateAsync("own", 1, By("neha"), default)).Refusal!.Code);
    }

    [Fact]
    public async Task Product_InForce_KeepsItsAccountFromBeingRetired()
    {
        await AddAsync("1101-OWN", LedgerPurpose.Principal);
        await _products.AddAsync(A.Payday with { Code = "own", Accounts = [new(LedgerPurpose.Principal, "1101-OWN")] }, By("meera"), default);
        await _products.ActivateAsync("own", 1, By("neha"), default);

        Assert.Equal("account_in_use", (await _desk.RetireAsync("1101-OWN", By("meera"), default)).Refusal!.Code);
    }

    [Fact]
    public async Task AccountLoans_AreThoseBehindTheBalance()
    {
        await LiveAsync("LN-2606-00001");
        await LiveAsync("LN-2606-00002");
        var query = new AccountLoansQuery(_office.Database);

        var first = await query.RunAsync("saffron", "1101", A.Day, true, null, 1, default);
        var rest = await query.RunAsync("saffron", "1101", A.Day, true, first.Next, 1, default);

        Assert.Equal(("LN-2606-00001", "LN-2606-00002", null), (Assert.Single(first.Rows).LoanId, Assert.Single(rest.Rows).LoanId, rest.Next));
        Assert.Equal(await _office.CountAsync("SELECT sum(principal_outstanding) FROM loan"), (first.Rows[0].Balance + rest.Rows[0].Balance).Minor);
        Assert.Empty((await query.RunAsync("indigo", "1101", A.Day, false, null, 10, default)).Rows);
    }

    [Fact]
    public async Task JournalEntries_OfADay_BalanceAndCoverTheWholeLedger()
    {
        await LiveAsync("LN-2606-00001");

        var entries = await new JournalEntriesQuery(_office.Database, _office.Charts).RunAsync("saffron", A.Day, A.Day, default);

        Assert.Equal(entries.Sum(entry => entry.Debit.Minor), entries.Sum(entry => entry.Credit.Minor));
        Assert.Equal(await _office.CountAsync("SELECT sum(debit) FROM posting"), entries.Sum(entry => entry.Debit.Minor));
        Assert.Equal(await _office.CountAsync("SELECT count(*) FROM posting"), entries.Sum(entry => entry.Lines));
        Assert.Empty(await new JournalEntriesQuery(_office.Database, _office.Charts).RunAsync("saffron", A.Day.AddDays(1), A.Day.AddDays(31), default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new JournalEntriesQuery(_office.Database, _office.Charts).RunAsync("saffron", A.Day, A.Day.AddDays(31), default));
    }

    private async Task LiveAsync(string loan)
    {
        await _office.ActiveLoanAsync(loan);
        for (var day = A.Day; day < A.Day.AddDays(18); day = day.AddDays(1)) await _office.DoAsync(loan, new CloseDay(day));
        await _office.DoAsync(loan, new ReceivePayment("p1", Money.Inr(2_000_00), "UPI", "r1"));
    }

    private async Task<Account> AddAsync(string number, LedgerPurpose purpose)
    {
        var account = new Account(number, $"Account {number}", Accounts.For(purpose).Kind, purpose) { ActiveFrom = A.Day };
        Assert.Null((await _desk.AddAsync(account, By("meera"), default)).Refusal);
        return account;
    }

    private async Task ChooseAsync(LedgerPurpose purpose, string? part, string? number)
    {
        var asked = await _desk.AskAsync(purpose, part, number, By("meera"), default);
        Assert.Null(asked.Refusal);
        Assert.Null((await _desk.DecideAsync(asked.Value!.Id, true, By("neha"), default)).Refusal);
    }

    private CommandContext By(string who) => A.Staff($"command-{++_commands}", who, "saffron") with { Grants = Grants.Of((Permission.BrandSettings, Level.All)) };
}
