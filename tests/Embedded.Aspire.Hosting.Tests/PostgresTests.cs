using Aspire.Hosting.Testing;
using Npgsql;

namespace Aspire.Hosting.Tests;

public sealed class PostgresTests
{
    [Fact]
    public async Task Postgres_StartedTwiceOnOneFolder_KeepsItsData()
    {
        using var data = new TemporaryFolder();

        await WithDatabaseAsync(data, async connection =>
        {
            await using var make = new NpgsqlCommand("CREATE TABLE kept (id int); INSERT INTO kept VALUES (42)", connection);
            await make.ExecuteNonQueryAsync();
        });

        await WithDatabaseAsync(data, async connection =>
        {
            await using var read = new NpgsqlCommand("SELECT id FROM kept", connection);
            Assert.Equal(42, await read.ExecuteScalarAsync());
            await using var version = new NpgsqlCommand("SHOW server_version_num", connection);
            Assert.StartsWith("18", (string?)await version.ExecuteScalarAsync(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Postgres_StartedFresh_HasForgotten()
    {
        using var data = new TemporaryFolder();
        await WithDatabaseAsync(data, async connection =>
        {
            await using var make = new NpgsqlCommand("CREATE TABLE kept (id int)", connection);
            await make.ExecuteNonQueryAsync();
        });

        await WithDatabaseAsync(data, async connection =>
        {
            await using var find = new NpgsqlCommand("SELECT to_regclass('kept')::text", connection);
            Assert.IsType<DBNull>(await find.ExecuteScalarAsync());
        }, "--fresh");
    }

    private static async Task WithDatabaseAsync(TemporaryFolder data, Func<NpgsqlConnection, Task> work, params string[] args)
    {
        await using var probe = new ProbeApplication([$"--DataFolder={data.Path}", .. args]);
        probe.Builder.AddPostgres("pg").AddDatabase("probedb");
        await probe.App.StartAsync(Within.FiveMinutes);
        await probe.Notifications.WaitForResourceHealthyAsync("probedb", Within.FiveMinutes);

        var connectionString = await probe.App.GetConnectionStringAsync("probedb", Within.FiveMinutes);
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync(Within.FiveMinutes);
        await work(connection);
    }
}
