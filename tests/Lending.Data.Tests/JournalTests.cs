using Lending.Domain;

namespace Lending.Data.Tests;

[Collection(OnPostgres.Name)]
public sealed class JournalTests(LendingServer server) : IAsyncLifetime
{
    private const string LoanId = "LN-2606-00001";
    private Office _office = null!;

    public async Task InitializeAsync() => _office = await server.OfficeAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task LoansToCloseAsync_OfADayBeforeAPayout_LeavesThatLoanOut()
    {
        await _office.ActiveLoanAsync("LN-2606-00077");

        Assert.DoesNotContain(await _office.Journal.LoansToCloseAsync("saffron", A.Day.AddDays(-1), null, 100, default), loan => loan.Id == "LN-2606-00077");
        Assert.Equal(0, await new DayEndQuery(_office.Database).OpenLoansAsync("saffron", A.Day.AddDays(-1), default));
        Assert.Contains(await _office.Journal.LoansToCloseAsync("saffron", A.Day, null, 100, default), loan => loan.Id == "LN-2606-00077");
    }

    [Fact]
    public async Task AppendAsync_WholeLifeOfALoan_IsReadBackAsItWasDecided()
    {
        var active = await _office.ActiveLoanAsync(LoanId);

        var stored = await _office.Journal.LoadLoanAsync("saffron", LoanId, default);
        var replayed = await _office.Journal.LoanAtAsync("saffron", LoanId, active.Version, default);

        Assert.Equal(active.Version, stored!.Version);
        Assert.Equal(StateJson.Of(active), StateJson.Of(stored.State));
        Assert.Equal(StateJson.Of(active), StateJson.Of(replayed));
        Assert.Equal(active.Version, await _office.Journal.VersionAsync("saffron", LoanId, default));
    }

    [Fact]
    public async Task LoadLoanAsync_BetweenWrittenStates_AppliesTheEventsSince()
    {
        var paid = await _office.ActiveLoanAsync(LoanId);
        for (var turn = 0; turn < 25; turn++)
        {
            paid = await _office.DoAsync(LoanId, new ReceivePayment($"p{turn}", Money.Inr(10_00), "upi", $"r{turn}"));
            Assert.Equal(StateJson.Of(paid), StateJson.Of((await _office.Journal.LoadLoanAsync("saffron", LoanId, default))!.State));
        }

        Assert.Equal(paid.Version / 16 * 16, await _office.CountAsync("SELECT version FROM loan_state"));
        Assert.Equal(StateJson.Of(paid), StateJson.Of(Assert.Single(await _office.Journal.LoansToCloseAsync("saffron", A.Day, null, 100, default)).State));
        var borrowers = new BorrowerLoansQuery(_office.Database);
        var files = new LoanFileQuery(_office.Database, _office.Products, new(_office.Database, _office.Cipher, borrowers));
        Assert.Equal(StateJson.Of(paid), StateJson.Of((await files.RunAsync("saffron", LoanId, default))!.State));
        Assert.Equal(StateJson.Of(paid), StateJson.Of(Assert.Single(await borrowers.RunAsync("saffron", paid.CustomerId, default)).State));
    }

    [Fact]
    public async Task AppendManyAsync_OfADaysEnd_WritesTheState()
    {
        await _office.ActiveLoanAsync(LoanId);
        var closed = await _office.DecideAsync(LoanId, new CloseDay(A.Day), A.System("day-end"));

        await _office.Journal.AppendManyAsync("saffron", [closed], default);

        Assert.Equal(closed.After.Version, await _office.CountAsync("SELECT version FROM loan_state"));
        Assert.Null(await _office.Journal.FindCommandAsync("saffron", "day-end", default));
    }

    [Fact]
    public async Task AppendAsync_BehindTheJournal_IsConflictedAndStoresNothing()
    {
        await _office.DoAsync(LoanId, new StartApplication("CU-2606-00001", "payday", Money.Inr(10_000_00), 14));
        var late = await _office.DecideAsync(LoanId, new CancelApplication("changed my mind"), A.System("late"));
        await _office.DoAsync(LoanId, new SubmitApplication());

        Assert.Equal(new AppendResult.Conflicted(2), await _office.Journal.AppendAsync(late));
        Assert.Equal(2, await _office.CountAsync("SELECT count(*) FROM journal"));
        Assert.Null(await _office.Journal.FindCommandAsync("saffron", "late", default));
    }

    [Fact]
    public async Task AppendAsync_SameCommandAgain_AnswersWhereItEndedTheFirstTime()
    {
        var append = await _office.DecideAsync(LoanId, new StartApplication("CU-2606-00001", "payday", Money.Inr(10_000_00), 14), A.System("once"));

        Assert.Equal(new AppendResult.Appended(1), await _office.Journal.AppendAsync(append));
        await _office.DoAsync(LoanId, new SubmitApplication());

        Assert.Equal(new AppendResult.Repeated(LoanId, 1), await _office.Journal.AppendAsync(append));
        Assert.Equal(new AppendResult.IdReused(), await _office.Journal.AppendAsync(append with { PayloadHash = "other" }));
        Assert.Equal(new AppendResult.IdReused(), await _office.Journal.AppendAsync(append with { Id = "LN-2606-00002" }));
        Assert.Equal(new KnownCommand(LoanId, 1, "hash"), await _office.Journal.FindCommandAsync("saffron", "once", default));
    }

    [Fact]
    public async Task AppendAsync_OneOfAGroupIsRefusedByTheDatabase_CostsOnlyItself()
    {
        var appends = new List<LoanAppend>();
        for (var i = 0; i < 20; i++)
            appends.Add(await _office.DecideAsync($"LN-2606-{i:D5}", new StartApplication("CU-2606-00001", "payday", Money.Inr(10_000_00), 14), A.System($"c{i}")));
        var unbalanced = Posting.Dr(Accounts.Principal, Money.Inr(1), "one-sided");
        appends[7] = appends[7] with { Facts = [new(appends[7].Facts[0].Fact, [unbalanced])] };

        var results = await Task.WhenAll(appends.Select(async append => await Record.ExceptionAsync(() => _office.Journal.AppendAsync(append))));

        Assert.Equal("posting_balanced", Assert.IsType<Npgsql.PostgresException>(results[7]).ConstraintName);
        Assert.All(results.Where((_, i) => i != 7), Assert.Null);
        Assert.Equal(19, await _office.CountAsync("SELECT count(*) FROM journal"));
    }

    [Fact]
    public async Task AppendAsync_SixtyFourWritersInTwoProcesses_LoseAndDoubleNothing()
    {
        await using var other = _office.Another();
        var loans = new[] { "LN-2606-00001", "LN-2606-00002", "LN-2606-00003", "LN-2606-00004" };
        foreach (var loan in loans) await _office.ActiveLoanAsync(loan);

        var conflicts = 0;
        await Task.WhenAll(Enumerable.Range(0, 64).Select(async writer =>
        {
            var mine = writer % 2 == 0 ? _office : other;
            for (var turn = 0; turn < 5; turn++)
            {
                var payment = new ReceivePayment($"p{writer}-{turn}", Money.Inr(10_00), "upi", $"ref{writer}-{turn}");
                while (true)
                {
                    var append = await mine.DecideAsync(loans[writer % 4], payment, A.System($"pay-{writer}-{turn}"));
                    var result = await mine.Journal.AppendAsync(append);
                    if (result is AppendResult.Appended) break;
                    Assert.IsType<AppendResult.Conflicted>(result);
                    Interlocked.Increment(ref conflicts);
                }
            }
        }));

        Assert.True(conflicts > 0, "The writers never met; the test shows nothing.");
        Assert.Equal(320, await _office.CountAsync("SELECT count(*) FROM payment WHERE state = 'received'"));
        Assert.Equal(320 * 10_00, await _office.CountAsync("SELECT sum(debit) FROM posting WHERE account = '1020'"));
        Assert.Equal(0, await _office.CountAsync("SELECT sum(debit) - sum(credit) FROM posting"));
    }

    [Fact]
    public async Task AppendManyAsync_OneLoanMovedOn_IsReportedAndLeftOut()
    {
        await _office.ActiveLoanAsync("LN-2606-00001");
        await _office.ActiveLoanAsync("LN-2606-00002");
        var appends = new List<Append>();
        foreach (var loan in await _office.Journal.LoansToCloseAsync("saffron", A.Day, null, 100, default))
            appends.Add(await _office.DecideAsync(loan.Id, new CloseDay(A.Day), A.System($"day-end/{loan.Id}")));
        await _office.DoAsync("LN-2606-00002", new ReceivePayment("p1", Money.Inr(100_00), "upi", "r"));

        var results = await _office.Journal.AppendManyAsync("saffron", appends, default);

        Assert.IsType<AppendResult.Appended>(results[0]);
        Assert.IsType<AppendResult.Conflicted>(results[1]);
        var left = await _office.Journal.LoansToCloseAsync("saffron", A.Day, null, 100, default);
        Assert.Equal("LN-2606-00002", Assert.Single(left).Id);
    }

    [Fact]
    public async Task NextAsync_ManyAtOnce_NeverGivesANumberTwice()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _office.Numbers.NextAsync("saffron", "LN", A.Day, default)));

        Assert.Equal(50, numbers.Distinct().Count());
        Assert.Contains("LN-2606-00050", numbers);
    }
}
