using Lending.Data;
using Lending.Workers.Demo;

namespace Lending.Workers.Maintenance;

/// <summary>The one-shot commands of the workers' executable. Each prints what it did and answers with the process's exit code.</summary>
public static class MaintenanceCommands
{
    public static async Task<int> RunAsync(string command, WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await app.StartAsync(stopping);
        try
        {
            return command switch
            {
                "migrate" => await MigrateAsync(app.Services, stopping),
                "demo" => await app.Services.GetRequiredService<DemoData>().RunAsync(stopping),
                "verify" => await VerifyAsync(app.Services, stopping),
                "rebuild" => await RebuildAsync(app.Services, stopping),
                _ => Unknown(command),
            };
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }
}
