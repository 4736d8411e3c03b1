using Lending.Data;
using Lending.TestPostgres;
using Npgsql;

namespace Lending.Workers.Tests;

/// <summary>One PostgreSQL for the whole assembly, with a migrated, empty database that each test copies.</summary>
public sealed class WorkersServer : IAsyncLifetime
{
    private PostgresServer? _server;
    private string? _template;

    private PostgresServer Server => _server ?? throw new InvalidOperationException("The server has not started.");

    public async Task InitializeAsync()
    {
        _server = await PostgresServer.StartAsync();
        var template = await _server.CreateDatabaseAsync();
        await LendingMigrations.ApplyAsync(template + ";Pooling=false", CancellationToken.None);
        _template = new NpgsqlConnectionStringBuilder(template).Database;
    }

    /// <summary>The connection string of a database of one's own: the schema and nothing else.</summary>
    public Task<string> DatabaseAsync() => Server.CreateDatabaseAsync(_template);

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null) await _server.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class OnPostgres : ICollectionFixture<WorkersServer>
{
    public const string Name = "PostgreSQL";
}
