using Lending.Domain;
using Lending.TestPostgres;
using Npgsql;

namespace Lending.Data.Tests;

/// <summary>One PostgreSQL for the whole assembly, with a migrated database that each test class copies.</summary>
public sealed class LendingServer : IAsyncLifetime
{
    private PostgresServer? _server;
    private string? _template;

    public PostgresServer Server => _server ?? throw new InvalidOperationException("The server has not started.");

    public async Task InitializeAsync()
    {
        _server = await PostgresServer.StartAsync();
        var template = await _server.CreateDatabaseAsync();
        await LendingMigrations.ApplyAsync(template + ";Pooling=false", CancellationToken.None);
        _template = new NpgsqlConnectionStringBuilder(template).Database;
    }

    /// <summary>A database of one's own, with two Brands and their products.</summary>
    public async Task<Office> OfficeAsync()
    {
        var office = new Office(await Server.CreateDatabaseAsync(_template));
        foreach (var brand in new[] { A.Saffron, A.Indigo })
        {
            await office.Brands.AddAsync(brand, CancellationToken.None);
            await office.Products.AddAsync(brand.Code, A.Payday, CancellationToken.None);
            await office.Products.AddAsync(brand.Code, A.Emi, CancellationToken.None);
        }

        return office;
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null) await _server.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class OnPostgres : ICollectionFixture<LendingServer>
{
    public const string Name = "PostgreSQL";
}
