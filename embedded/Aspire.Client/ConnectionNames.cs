using Microsoft.Extensions.Configuration;

namespace Aspire;

internal static class ConnectionNames
{
    // The wording follows the real integrations, so that a search for the message finds their documentation too.
    public static string Required(this string? connectionString, string connectionName, string section) =>
        string.IsNullOrWhiteSpace(connectionString)
            ? throw new InvalidOperationException(
                $"ConnectionString is missing. It should be provided in 'ConnectionStrings:{connectionName}' or under the 'ConnectionString' key in '{section}' configuration section.")
            : connectionString;

    public static string? ConnectionStringOrNull(this IConfiguration configuration, string connectionName) =>
        configuration.GetConnectionString(connectionName) is { Length: > 0 } found ? found : null;
}
