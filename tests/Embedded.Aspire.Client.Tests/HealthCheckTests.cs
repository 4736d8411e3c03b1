using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Aspire.Client.Tests;

public sealed class HealthCheckTests(Servers servers) : IClassFixture<Servers>
{
    [Fact]
    public async Task Health_WithEveryServerUp_IsHealthy()
    {
        var builder = await servers.ServiceAsync();
        AddAll(builder);
        using var host = builder.Build();

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Servers.Deadline);

        Assert.All(report.Entries, entry => Assert.Equal(HealthStatus.Healthy, entry.Value.Status));
        Assert.Superset(new HashSet<string> { "PostgreSql", "Azure_BlobServiceClient", nameof(PlainContext), nameof(FactoryContext) }, report.Entries.Keys.ToHashSet());
    }

    [Fact]
    public async Task Health_WithoutADatabase_IsUnhealthy()
    {
        var builder = await servers.ServiceAsync();
        builder.Configuration["ConnectionStrings:lendingdb"] = "Host=127.0.0.1;Port=1;Username=postgres;Timeout=2";
        builder.AddNpgsqlDataSource("lendingdb");
        builder.Services.AddLogging();
        using var host = builder.Build();

        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Servers.Deadline);

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
    }

    [Fact]
    public async Task AddNpgsqlDataSource_WithoutAConnectionString_SaysWhatIsMissing()
    {
        var builder = await servers.ServiceAsync(without: "lendingdb");
        builder.AddNpgsqlDataSource("lendingdb");
        using var host = builder.Build();

        var failure = Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredService<NpgsqlDataSource>());

        Assert.Contains("'ConnectionStrings:lendingdb'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnrichNpgsqlDbContext_OfAnUnknownContext_IsRefused()
    {
        var builder = await servers.ServiceAsync();

        Assert.Throws<InvalidOperationException>(() => builder.EnrichNpgsqlDbContext<PlainContext>());
    }

    [Fact]
    public async Task EnrichNpgsqlDbContext_OfAFactory_AddsRetries()
    {
        var builder = await servers.ServiceAsync();
        AddAll(builder);
        using var host = builder.Build();

        await using var db = await host.Services.GetRequiredService<IDbContextFactory<FactoryContext>>().CreateDbContextAsync(Servers.Deadline);

        Assert.True(db.Database.CreateExecutionStrategy().RetriesOnFailure);
    }

    private static void AddAll(HostApplicationBuilder builder)
    {
        builder.Services.AddLogging();
        builder.AddNpgsqlDataSource("lendingdb");
        builder.AddNpgsqlDbContext<PlainContext>("lendingdb");
        builder.Services.AddPooledDbContextFactory<FactoryContext>((services, options) => options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>()));
        builder.EnrichNpgsqlDbContext<FactoryContext>();
        builder.AddRedisDistributedCache("redis");
        builder.AddAzureBlobServiceClient("documents");
    }

    public sealed class PlainContext(DbContextOptions<PlainContext> options) : DbContext(options);

    public sealed class FactoryContext(DbContextOptions<FactoryContext> options) : DbContext(options);
}
