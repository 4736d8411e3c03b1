using Lending.Workers.Demo;

namespace Lending.Workers.Maintenance;

/// <summary>The one-shot commands that need the whole platform. Each answers with the process's exit code.</summary>
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
                "demo" => await app.Services.GetRequiredService<DemoData>().RunAsync(stopping),
                _ => Unknown(command),
            };
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static int Unknown(string command)
    {
        Console.Error.WriteLine($"There is no command {command}. Known: migrate, demo, verify, rebuild.");
        return 64;
    }
}
