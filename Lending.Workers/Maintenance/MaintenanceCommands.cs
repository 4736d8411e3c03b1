using Lending.Data;
using Lending.Workers.Demo;
using Lending.Workers.SetUp;

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
                "verify" => await VerifyAsync(app.Services.GetRequiredService<Verify>(), stopping),
                "rebuild" => await RebuildAsync(app.Services.GetRequiredService<Rebuild>(), stopping),
                "demo" => await app.Services.GetRequiredService<DemoData>().RunAsync(stopping),
                _ => Unknown(command),
            };
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>0 when all is sound; 1 and the first difference otherwise.</summary>
    private static async Task<int> VerifyAsync(Verify verify, CancellationToken cancellationToken)
    {
        var report = await verify.RunAsync(Progress(), cancellationToken);
        if (report.First is { } wrong)
        {
            Console.Error.WriteLine($"{wrong.Brand} {wrong.RecordId} version {wrong.Version}: {wrong.What}");
            return 1;
        }
        Console.WriteLine($"Sound: {report.Brands} Brands, {report.Records} records, {report.Events} events, {report.Postings} postings.");
        return 0;
    }

    private static async Task<int> RebuildAsync(Rebuild rebuild, CancellationToken cancellationToken)
    {
        var report = await rebuild.RunAsync(Progress(), cancellationToken);
        Console.WriteLine(
            $"Rebuilt {report.Brands} Brands, {report.Records} records from {report.Events} events; {report.RowsChanged} rows were different.");
        return 0;
    }

    private static Progress<WalkProgress> Progress() =>
        new(walked => Console.WriteLine($"  {walked.Brand}: {walked.Records} records, {walked.Events} events"));

    private static int Unknown(string command)
    {
        Console.Error.WriteLine($"There is no command {command}. Known: migrate, {string.Join(", ", SetUpCommands.Names)}, demo, verify, rebuild.");
        return 64;
    }
}
