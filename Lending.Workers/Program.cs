using Lending.Workers;
using Lending.Workers.Maintenance;
using Lending.Workers.SetUp;

// With a command (migrate, add-brand, add-product, add-staff, reset-staff, demo, verify, rebuild) the process does it and ends; without one it serves the jobs.
var command = args.FirstOrDefault(arg => !arg.StartsWith('-'));
var builder = WebApplication.CreateBuilder(args);
if (command is not null) RunningInstallation.Join(builder.Configuration);
if (command is "migrate") return await Migration.RunAsync(builder.Configuration, CancellationToken.None);
if (SetUpCommands.Names.Contains(command))
    return await SetUpCommands.RunAsync(
        args[Array.IndexOf(args, command)..], builder.Configuration, new SetUpOutput(Console.Out, Console.Error), PasswordEntry.OfConsole());

builder.AddLendingWorkers(isDemo: command is "demo");
if (command is null) builder.Services.AddWorkerJobs();
else builder.WebHost.UseUrls("http://127.0.0.1:0"); // Nobody calls a one-shot command.

var app = builder.Build();
if (command is not null) return await MaintenanceCommands.RunAsync(command, app);

app.MapDefaultEndpoints();
await app.RunAsync();
return 0;
