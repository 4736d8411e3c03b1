namespace Aspire.Hosting.Tests;

/// <summary>Deadlines. Long, because they only end a test that fails: the first start installs PostgreSQL.</summary>
internal static class Within
{
    public static CancellationToken FiveMinutes => new CancellationTokenSource(TimeSpan.FromMinutes(5)).Token;
}
