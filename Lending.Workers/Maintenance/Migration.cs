using System.Data.Common;
using Lending.Data;
using Npgsql;
using Quartz;

namespace Lending.Workers.Maintenance;

/// <summary>
/// Brings the database to the schema this version needs: the platform's tables, then Quartz's. Runs as the connection's own user; the services
/// run as lending_app and could not.
/// </summary>
public static class Migration
{
    public static async Task<int> RunAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var connectionString = configuration.GetConnectionString("lendingdb") ?? throw new InvalidOperationException("ConnectionStrings:lendingdb is missing.");
        var applied = await LendingMigrations.ApplyAsync(connectionString, cancellationToken);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await ProvisionQuartzAsync(source, cancellationToken);
        Console.WriteLine(applied.Count == 0 ? "The schema is up to date." : $"Applied: {string.Join(", ", applied)}.");
        return 0;
    }

    private static async Task ProvisionQuartzAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<DbDataSource>(source);
        services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(postgres => postgres.UseRegisteredDataSource = true);
            store.ProvisionSchema();
        }));
        await using (var provider = services.BuildServiceProvider())
        {
            var scheduler = await provider.GetRequiredService<ISchedulerFactory>().GetScheduler(cancellationToken);
            await scheduler.Shutdown(waitForJobsToComplete: false, cancellationToken);
        }

        await using var grant = source.CreateCommand(
            """
            DO $$ DECLARE name text; BEGIN
              FOR name IN SELECT tablename FROM pg_tables WHERE tablename LIKE 'qrtz\_%' LOOP
                EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO lending_app', name);
              END LOOP;
            END $$
            """);
        await grant.ExecuteNonQueryAsync(cancellationToken);
    }
}
