using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Lending.Data;

/// <summary>Healthy when the database answers the services' role.</summary>
internal sealed class DatabaseHealth(LendingDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.Source.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException failure)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, failure.SqlState ?? "unreachable");
        }
    }
}
