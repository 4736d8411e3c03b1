using Lending.Domain;
using Npgsql;

namespace Lending.Data.Tests;

[Collection(OnPostgres.Name)]
public sealed class RowLevelSecurityTests(LendingServer server) : IAsyncLifetime
{
    private Office _office = null!;

    public async Task InitializeAsync()
    {
        _office = await server.OfficeAsync();
        await _office.RegisterAsync("CU-2606-00001", "Asha Rao", "9845012641");
        await _office.ActiveLoanAsync("LN-2606-00001");
        await _office.DoAsync("LN-2606-00001", new ReceivePayment("p1", Money.Inr(2_000_00), "upi", "r1"));
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    public static TheoryData<string> Tenants =>
        ["journal", "posting", "outbox", "product", "loan", "loan_state", "instalment", "payment", "customer"];

    [Theory]
    [MemberData(nameof(Tenants))]
    public async Task Select_WithoutABrand_ReturnsNothing(string table)
    {
        await using var command = _office.Database.Source.CreateCommand($"SELECT count(*) FROM {table}");

        Assert.Equal(0L, await command.ExecuteScalarAsync());
        Assert.True(await _office.CountAsync($"SELECT count(*) FROM {table}") > 0, "There was nothing to hide.");
    }

    [Theory]
    [MemberData(nameof(Tenants))]
    public async Task Select_AsAnotherBrand_SeesNoneOfIt(string table)
    {
        var rows = await _office.Database.ListAsync("indigo", $"SELECT brand FROM {table} LIMIT 100", [], row => row.GetString(0), default);

        Assert.DoesNotContain("saffron", rows);
    }

    [Fact]
    public async Task Update_AsAnotherBrand_TouchesNothing()
    {
        Assert.Equal(0, await _office.Database.ExecuteAsync("indigo", "UPDATE loan SET dpd = 99 WHERE id = $1", ["LN-2606-00001"], default));
        Assert.Equal(0, await _office.Database.ExecuteAsync("indigo", "UPDATE brand SET name = 'x' WHERE code = $1", ["saffron"], default));
    }

    [Fact]
    public async Task Insert_ForAnotherBrand_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => _office.Database.ExecuteAsync("indigo",
            "INSERT INTO number (brand, series, last) VALUES ('saffron', 'LN-2606', 1)", [], default));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Brand_AfterATransaction_IsForgottenByThePooledConnection()
    {
        await _office.Database.ListAsync("saffron", "SELECT 1 FROM loan LIMIT 1", [], row => row.GetInt32(0), default);

        await using var connection = await _office.Database.Source.OpenConnectionAsync();
        await using var setting = new NpgsqlCommand("SELECT coalesce(current_setting('lending.brand', true), '') || '/' || current_user", connection);
        Assert.Equal("/lending_app", await setting.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData("UPDATE journal SET payload = '{}'")]
    [InlineData("DELETE FROM journal")]
    [InlineData("TRUNCATE journal")]
    [InlineData("UPDATE posting SET debit = 1")]
    [InlineData("DELETE FROM posting")]
    [InlineData("UPDATE journal SET payload_hash = NULL")]
    [InlineData("DELETE FROM loan_state")]
    [InlineData("DELETE FROM loan")]
    [InlineData("ALTER TABLE journal DISABLE ROW LEVEL SECURITY")]
    [InlineData("DROP TRIGGER posting_balanced ON posting")]
    public async Task History_ForTheServicesRole_CannotBeChanged(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => _office.Database.ExecuteAsync("saffron", sql, [], default));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
