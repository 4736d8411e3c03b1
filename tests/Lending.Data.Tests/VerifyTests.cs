using Lending.Domain;

namespace Lending.Data.Tests;

[Collection(OnPostgres.Name)]
public sealed class VerifyTests(LendingServer server) : IAsyncLifetime
{
    private const string LoanId = "LN-2606-00001";
    private Office _office = null!;

    public async Task InitializeAsync()
    {
        _office = await server.OfficeAsync();
        await _office.RegisterAsync("CU-2606-00001", "Asha Rao", "9845012641");
        foreach (var loan in new[] { LoanId, "LN-2606-00002" })
        {
            await _office.ActiveLoanAsync(loan);
            for (var day = A.Day; day < A.Day.AddDays(18); day = day.AddDays(1)) await _office.DoAsync(loan, new CloseDay(day));
            await _office.DoAsync(loan, new ReceivePayment("p1", Money.Inr(2_000_00), "upi", "r1"));
            await _office.DoAsync(loan, new ProposePayment("p2", Money.Inr(500_00), "cash", "receipt 7", A.Day, "at the counter"), by: "omar");
            await _office.DoAsync(loan, new RejectPayment("p2", "counted twice"), by: "lata");
        }
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Verify_AfterTrueHistories_FindsNothing()
    {
        var report = await VerifyAsync();

        Assert.Null(report.First);
        Assert.Equal((2, 3), (report.Brands, report.Records));
        Assert.Equal(await _office.CountAsync("SELECT count(*) FROM journal"), report.Events);
        Assert.Equal(await _office.CountAsync("SELECT count(*) FROM posting"), report.Postings);
    }

    [Theory]
    [InlineData("UPDATE journal SET payload = replace(payload, 'INR 200000', 'INR 200001') WHERE stream = 'saffron/LN-2606-00001' AND version = 28", 28)]
    [InlineData("UPDATE journal SET actor = '{}' WHERE stream = 'saffron/LN-2606-00001' AND version = 3", 3)]
    [InlineData("UPDATE journal SET recorded_at = recorded_at + interval '1 microsecond' WHERE stream = 'saffron/LN-2606-00001' AND version = 4", 4)]
    [InlineData("DELETE FROM journal WHERE stream = 'saffron/LN-2606-00001' AND version = 5", 5)]
    [InlineData("UPDATE posting SET debit = debit + 1 WHERE stream = 'saffron/LN-2606-00001' AND version = 9 AND debit > 0", 9)]
    [InlineData("DELETE FROM posting WHERE stream = 'saffron/LN-2606-00001' AND version = 10", 10)]
    [InlineData("UPDATE journal SET payload_hash = 'other' WHERE stream = 'saffron/LN-2606-00001' AND version = 28", 28)]
    [InlineData("UPDATE journal SET payload_hash = NULL WHERE stream = 'saffron/LN-2606-00001' AND version = 28", 28)]
    [InlineData("UPDATE journal SET command_id = command_id || 'x' WHERE stream = 'saffron/LN-2606-00001' AND version = 28", 28)]
    [InlineData("UPDATE loan_state SET state = replace(state, 'LN-2606-00001', 'LN-2606-00009') WHERE id = 'LN-2606-00001'", 30)]
    [InlineData("UPDATE loan_state SET version = version + 1 WHERE id = 'LN-2606-00001'", 30)]
    [InlineData("DELETE FROM loan_state WHERE id = 'LN-2606-00001'", 30)]
    [InlineData("UPDATE loan SET overdue = overdue + 1 WHERE id = 'LN-2606-00001'", 30)]
    [InlineData("UPDATE payment SET amount = 1 WHERE loan = 'LN-2606-00001' AND id = 'p1'", 30)]
    public async Task Verify_AfterTampering_NamesLoanAndVersion(string tampering, int version)
    {
        Assert.True(await ExecuteAsOwnerAsync(tampering) > 0, "Nothing was tampered with.");

        var report = await VerifyAsync();

        Assert.Equal(("saffron", LoanId, version), (report.First!.Brand, report.First.RecordId, report.First.Version));
    }

    [Theory]
    [InlineData("DELETE FROM journal WHERE stream = 'saffron/LN-2606-00002'")]
    [InlineData("INSERT INTO payment SELECT brand, loan, 'p9', state, currency, amount, channel, reference, received_on, booked_on, penalty, interest, principal, advance, note, proposed_by, version, recorded_at FROM payment WHERE id = 'p1'")]
    public async Task Verify_WithRowsOfNoEvent_ReportsThem(string tampering)
    {
        await ExecuteAsOwnerAsync(tampering);

        Assert.False((await VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task Rebuild_OfTrueReadModels_ChangesNothing()
    {
        var report = await RebuildAsync();

        Assert.Equal((3, 0L), (report.Records, report.RowsChanged));
    }

    [Fact]
    public async Task Rebuild_OfSpoiltReadModels_PutsThemRightAgain()
    {
        await ExecuteAsOwnerAsync("UPDATE loan SET overdue = 0, status_since = now(), started_at = now() WHERE id = 'LN-2606-00001'");
        await ExecuteAsOwnerAsync("DELETE FROM instalment WHERE loan = 'LN-2606-00002'");
        await ExecuteAsOwnerAsync("UPDATE customer SET full_name = 'Somebody Else'");
        await ExecuteAsOwnerAsync("UPDATE loan_state SET state = '{}' WHERE id = 'LN-2606-00001'");
        await ExecuteAsOwnerAsync("DELETE FROM loan_state WHERE id = 'LN-2606-00002'");

        Assert.Equal(5, (await RebuildAsync()).RowsChanged);
        Assert.True((await VerifyAsync()).IsSound);
    }

    private Task<VerifyReport> VerifyAsync() => new Verify(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default);

    private Task<RebuildReport> RebuildAsync() => new Rebuild(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default);

    private async Task<int> ExecuteAsOwnerAsync(string sql)
    {
        await using var command = _office.Owner.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }
}
