using Microsoft.EntityFrameworkCore;

namespace Lending.Data;

/// <summary>Brings a database to the schema this version needs. Safe to run twice and by two processes at once.</summary>
public static class LendingMigrations
{
    /// <summary>Applies what is missing, as the connection string's own user, and returns the names applied.</summary>
    public static async Task<IReadOnlyList<string>> ApplyAsync(string connectionString, CancellationToken cancellationToken)
    {
        var options = new DbContextOptionsBuilder<LendingSchema>()
            .UseNpgsql(connectionString, npgsql => npgsql.EnableRetryOnFailure().CommandTimeout(300))
            .Options;
        await using var schema = new LendingSchema(options);
        var missing = (await schema.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (missing.Count > 0) await schema.Database.MigrateAsync(cancellationToken);
        return missing;
    }
}
