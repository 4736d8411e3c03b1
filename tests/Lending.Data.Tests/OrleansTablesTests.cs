using Npgsql;

namespace Lending.Data.Tests;

[Collection(OnPostgres.Name)]
public sealed class OrleansTablesTests(LendingServer server) : IAsyncLifetime
{
    private static readonly DateTime Start = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);
    private Office _office = null!;

    public async Task InitializeAsync() => _office = await server.OfficeAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Queries_OfASiloThatJoinsAndLives_KeepTheContract()
    {
        Assert.Equal(1, await RunAsync("InsertMembershipVersionKey"));
        Assert.Equal(0, await RunAsync("InsertMembershipVersionKey"));
        Assert.Equal(0, await RunAsync("InsertMembershipKey", version: 7));
        Assert.Equal(1, await RunAsync("InsertMembershipKey", version: 0));
        Assert.Equal(0, await RunAsync("InsertMembershipKey", version: 1));
        Assert.Equal(0, await RunAsync("UpdateMembershipKey", version: 0));
        Assert.Equal(1, await RunAsync("UpdateMembershipKey", version: 1));
        await RunAsync("UpdateIAmAlivetimeKey");

        Assert.Equal("lending", await RunAsync("MembershipReadRowKey"));
        Assert.Equal("lending", await RunAsync("MembershipReadAllKey"));
        Assert.Equal("127.0.0.1", await RunAsync("GatewaysQueryKey"));
        Assert.Equal(2, await _office.CountAsync("SELECT version FROM OrleansMembershipVersionTable"));

        await RunAsync("CleanupDefunctSiloEntriesKey");
        Assert.Equal(1, await _office.CountAsync("SELECT count(*) FROM OrleansMembershipTable"));
        await RunAsync("DeleteMembershipTableEntriesKey");
        Assert.Equal(0, await _office.CountAsync("SELECT count(*) FROM OrleansMembershipVersionTable"));
    }

    /// <summary>Runs a query as Orleans does: the stored text with named parameters.</summary>
    private async Task<object?> RunAsync(string key, int version = 0)
    {
        await using var connection = await _office.Database.Source.OpenConnectionAsync();
        await using var find = new NpgsqlCommand("SELECT QueryText FROM OrleansQuery WHERE QueryKey = @QueryKey", connection);
        find.Parameters.AddWithValue("QueryKey", key);
        await using var command = new NpgsqlCommand((string)(await find.ExecuteScalarAsync())!, connection);
        (string Name, object Value)[] parameters =
        [
            ("DeploymentId", "lending"), ("Address", "127.0.0.1"), ("Port", 11111), ("Generation", 42), ("SiloName", "one"), ("HostName", "host"),
            ("Status", 3), ("ProxyPort", 30000), ("StartTime", Start), ("IAmAliveTime", Start), ("MetadataJson", "{}"),
            ("SuspectTimes", DBNull.Value), ("Version", version),
        ];
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return await command.ExecuteScalarAsync();
    }
}
