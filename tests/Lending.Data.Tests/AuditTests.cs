using Lending.Domain;

namespace Lending.Data.Tests;

/// <summary>What is kept about those who look and save, the keys of their sessions, and the chain of one record.</summary>
[Collection(OnPostgres.Name)]
public sealed class AuditTests(LendingServer server) : IAsyncLifetime
{
    private const string LoanId = "LN-2606-00001";
    private Office _office = null!;

    public async Task InitializeAsync() => _office = await server.OfficeAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Exports_OfABrand_AreListedNewestFirstAndSeenByNoOther()
    {
        var audit = new ExportAudit(_office.Database);
        foreach (var i in Enumerable.Range(1, 3))
            await audit.AddAsync("saffron", new("neha", "Loans", $"view=late; {i}", "Loan, Customer", 40 + i, "10.0.0.7", A.Noon.AddMinutes(i)), default);

        var query = new AuditQuery(_office.Database);
        var (first, count) = await query.ExportsAsync("saffron", null, 2, default);
        var (rest, _) = await query.ExportsAsync("saffron", first.Next, 2, default);

        Assert.Equal(3, count);
        Assert.Equal([43, 42], first.Rows.Select(row => row.Rows));
        Assert.Equal(("neha", "Loans", "view=late; 1; Loan, Customer", 41), (rest.Rows[0].Who, rest.Rows[0].About, rest.Rows[0].Detail, rest.Rows[0].Rows));
        Assert.Null(rest.Next);
        Assert.Equal(0, (await query.ExportsAsync("indigo", null, 10, default)).Count);
    }

    [Fact]
    public async Task ClearValues_ThatSomebodySaw_AreListedWithTheirReason()
    {
        await new ReadAudit(_office.Database).AddAsync("saffron", new("meera", "CU-2606-00001", Field.Pan, "Bank asked for it", null, A.Noon), default);

        var (page, count) = await new AuditQuery(_office.Database).ClearValuesAsync("saffron", null, 10, default);

        Assert.Equal((1, "Pan", "CU-2606-00001", "Bank asked for it"), (count, page.Rows[0].What, page.Rows[0].About, page.Rows[0].Detail));
    }

    [Fact]
    public async Task SetUp_OfABrand_NamesWhoMadeWhat()
    {
        var brand = new Brand("ochre", "Ochre Loans", "Asia/Kolkata", A.Day, new BrandSettings { LegalName = "Ochre", LegalAddress = "Pune" });
        var administration = new Administration(_office.Database, new Staff(_office.Database, _office.Cipher, TimeProvider.System), TimeProvider.System);
        Assert.True(await administration.AddBrandAsync(brand, A.Staff("add-ochre", "meera", "ochre"), default));

        var (page, count) = await new AuditQuery(_office.Database).SetUpAsync("ochre", null, 10, default);

        Assert.Equal((1, "brand.added", "ochre"), (count, page.Rows[0].What, page.Rows[0].About));
        Assert.False(string.IsNullOrEmpty(page.Rows[0].Who));
        Assert.Equal(0, (await new AuditQuery(_office.Database).SetUpAsync("indigo", null, 10, default)).Count);
    }

    [Fact]
    public async Task Exports_OnceWritten_CannotBeChanged()
    {
        await new ExportAudit(_office.Database).AddAsync("saffron", new("neha", "Loans", "", "Loan", 1, null, A.Noon), default);

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _office.Database.ExecuteAsync("saffron", "UPDATE export_audit SET rows = 0", [], default));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _office.Database.ExecuteAsync("saffron", "DELETE FROM export_audit", [], default));
    }

    [Fact]
    public async Task SessionKeys_AddedByOneProcess_AreReadByAnother()
    {
        await new SessionKeys(_office.Database, TimeProvider.System).AddAsync("key-1", "<key>sealed</key>", default);
        await new SessionKeys(_office.Database, TimeProvider.System).AddAsync("key-1", "<key>other</key>", default);

        await using var another = _office.Another();
        Assert.Equal(["<key>sealed</key>"], await new SessionKeys(another.Database, TimeProvider.System).ListAsync(default));
    }

    [Fact]
    public async Task RecordVerification_OfATrueLoan_IsSoundAndOfATamperedOneNamesTheVersion()
    {
        await _office.ActiveLoanAsync(LoanId);
        var sound = await new RecordVerification(_office.Database).RunAsync("saffron", LoanId, default);
        Assert.True(sound.IsSound);
        Assert.Equal(await _office.CountAsync("SELECT count(*) FROM journal"), sound.Events);

        await using (var tamper = _office.Owner.CreateCommand(
            "ALTER TABLE journal DISABLE TRIGGER ALL; UPDATE journal SET payload = replace(payload, 'fine', 'good') WHERE version = 3"))
            await tamper.ExecuteNonQueryAsync();
        Assert.Equal(3, (await new RecordVerification(_office.Database).RunAsync("saffron", LoanId, default)).First?.Version);
        Assert.Equal(0, (await new RecordVerification(_office.Database).RunAsync("indigo", LoanId, default)).Events);
    }
}
