using Lending.Domain;

namespace Lending.Data.Tests;

/// <summary>Lines of credit in the read models: how one stands, its draws, its statements, and that they are made again the same.</summary>
[Collection(OnPostgres.Name)]
public sealed class LineTests(LendingServer server) : IAsyncLifetime
{
    private const string LoanId = "LN-2606-00001";
    private Office _office = null!;

    public async Task InitializeAsync()
    {
        _office = await server.OfficeAsync();
        await _office.Products.AddAsync("saffron", A.Line, default);
        await _office.DoAsync(LoanId, new StartApplication("CU-2606-00001", "line", Money.Inr(50_000_00), 12));
        await _office.DoAsync(LoanId, new SubmitApplication());
        await _office.DoAsync(LoanId, new ApproveByCredit(Money.Inr(50_000_00), "fine"), by: "priya");
        await _office.DoAsync(LoanId, new Sanction(Money.Inr(50_000_00), "fine"), by: "sunil");
        await _office.DoAsync(LoanId, new IssueAgreement("doc-1", "ab12", "sign-1", "https://sign.test/1", A.Day.AddDays(2)));
        await _office.DoAsync(LoanId, new RecordSignature("sign-1", "ab12", A.Noon));
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Draw_ThatWaits_IsAmongApprovalsAndThenUnderWay()
    {
        await _office.DoAsync(LoanId, new RequestDraw("draw-1", Money.Inr(20_000_00), "IMPS"), by: "omar");

        var waiting = Assert.Single(await new ApprovalsQuery(_office.Database).RunAsync("saffron", default));
        Assert.Equal((ApprovalKind.Draw, "draw-1", "omar", Money.Inr(19_764_00)), (waiting.Kind, waiting.DrawId, waiting.MakerId, waiting.Amount));
        Assert.Equal(1, (await new WorkQueueQuery(_office.Database).CountsAsync("saffron", default)).Single(count => count.Queue is WorkQueue.DrawsToApprove).Count);

        await _office.DoAsync(LoanId, new ApproveDraw("draw-1", Money.Inr(19_764_00)), by: "lata");

        Assert.Empty(await new ApprovalsQuery(_office.Database).RunAsync("saffron", default));
        Assert.Equal([LoanId], await new PayoutsUnderWayQuery(_office.Database).RunAsync("saffron", A.Noon.AddHours(1), 10, default));
        var row = Assert.Single((await new LoanListQuery(_office.Database, _office.Cipher).RunAsync("saffron", new(), LoanSort.Id, false, null, 10, default)).Rows);
        Assert.Equal((Money.Inr(50_000_00), Money.Inr(30_000_00)), (row.Limit!.Value, row.Available!.Value));
    }

    [Fact]
    public async Task Line_OverTwoCycles_HasItsDrawsAndStatementsAndVerifyRebuildAndReconciliationAgree()
    {
        await DrawAsync("draw-1", 10_000_00);
        await CloseThroughAsync(new(2026, 7, 10));
        await _office.DoAsync(LoanId, new ReceivePayment("p1", Money.Inr(1_500_00), "UPI", "r1"));
        await DrawAsync("draw-2", 6_000_00, fails: true);
        await CloseThroughAsync(new(2026, 8, 10));

        var draws = (await new LineDrawsQuery(_office.Database).RunAsync("saffron", LoanId, null, 10, default)).Rows;
        Assert.Equal([(2, DrawStates.Failed, (DateOnly?)null), (1, DrawStates.Paid, A.Day)], draws.Select(draw => (draw.Number, draw.State, draw.PaidOn)));
        var query = new LineStatementsQuery(_office.Database);
        var page = await query.RunAsync("saffron", LoanId, null, 1, default);
        Assert.Equal(2, Assert.Single(page.Rows).Number);
        var first = Assert.Single((await query.RunAsync("saffron", LoanId, page.Next, 1, default)).Rows);
        Assert.Equal((1, Money.Inr(10_197_26), Money.Inr(1_019_73)), (first.Number, first.Closing, first.MinimumDue));
        Assert.Equal(first, await query.OneAsync("saffron", LoanId, 1, default));
        Assert.Null(await query.OneAsync("saffron", LoanId, 3, default));
        Assert.Equal(2, await _office.CountAsync("SELECT count(*) FROM instalment"));

        Assert.Null((await new Verify(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).First?.What);
        Assert.Equal(0, (await new Rebuild(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).RowsChanged);
        Assert.True(await new Reconciliation(_office.Database, _office.Charts, TimeProvider.System).RunAsync("saffron", new(2026, 8, 10), 0, default));

        await using (var spoil = _office.Owner.CreateCommand("UPDATE line_statement SET closing = 1; UPDATE line_draw SET state = 'paid'; UPDATE credit_line SET available = 1"))
            await spoil.ExecuteNonQueryAsync();
        Assert.NotNull((await new Verify(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).First);
        Assert.Equal(4, (await new Rebuild(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).RowsChanged);
        Assert.Equal(Money.Inr(10_197_26), (await query.OneAsync("saffron", LoanId, 1, default))!.Closing);
    }

    [Fact]
    public async Task Draw_CalledFailedAndPaidAfterAll_IsPaidInItsRowToo()
    {
        await DrawAsync("draw-1", 10_000_00, fails: true);
        await CloseThroughAsync(A.Day);
        await _office.DoAsync(LoanId, new ConfirmDisbursement("saffron.LN-2606-00001.draw-1", "utr-late"));

        var draw = Assert.Single((await new LineDrawsQuery(_office.Database).RunAsync("saffron", LoanId, null, 10, default)).Rows);
        Assert.Equal((DrawStates.Paid, A.Day.AddDays(1)), (draw.State, draw.PaidOn));
        Assert.Null((await new Verify(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).First?.What);
        Assert.Equal(0, (await new Rebuild(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).RowsChanged);
    }

    [Theory]
    [InlineData("credit_line")]
    [InlineData("line_draw")]
    [InlineData("line_statement")]
    public async Task Rows_OfAnotherBrand_AreNotSeen(string table)
    {
        await DrawAsync("draw-1", 10_000_00);
        await CloseThroughAsync(new(2026, 7, 1));

        Assert.Empty(await _office.Database.ListAsync("indigo", $"SELECT brand FROM {table} LIMIT 100", [], row => row.GetString(0), default));
        Assert.True(await _office.CountAsync($"SELECT count(*) FROM {table}") > 0);
    }

    private async Task DrawAsync(string id, long amount, bool fails = false)
    {
        var asked = await _office.DoAsync(LoanId, new RequestDraw(id, Money.Inr(amount), "IMPS"), by: "omar");
        var approved = await _office.DoAsync(LoanId, new ApproveDraw(id, asked.Line!.Draws.Single().Net), by: "lata");
        var reference = approved.Line!.Draws.Single().Reference!;
        await _office.DoAsync(LoanId, fails ? new FailDisbursement(reference, "account_closed") : new ConfirmDisbursement(reference, "utr-" + id));
    }

    private async Task CloseThroughAsync(DateOnly last)
    {
        for (var day = (await _office.Brands.GetAsync("saffron", default)).BusinessDate; day <= last; day = day.AddDays(1))
        {
            await _office.DoAsync(LoanId, new CloseDay(day));
            await _office.Brands.SetBusinessDateAsync("saffron", day, day.AddDays(1), default);
        }
    }
}
