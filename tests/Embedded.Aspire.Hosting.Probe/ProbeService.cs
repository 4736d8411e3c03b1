namespace Aspire.Hosting.Probe;

/// <summary>Tells its environment, and crashes on request.</summary>
internal static class ProbeService
{
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/health", () => "Healthy");
        app.MapGet("/pid", () => Environment.ProcessId);
        app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "");
        app.MapPost("/crash", () => Environment.Exit(3));
        await app.RunAsync();
        return 0;
    }
}
