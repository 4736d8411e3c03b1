using System.Diagnostics;

namespace Lending.AppHost.Walk;

/// <summary>Runs the workers' verify command against the walk's database, as an operator would.</summary>
internal sealed class Verification(
    IResourceBuilder<IResourceWithConnectionString> database, IResourceBuilder<IResourceWithConnectionString> documents,
    IResourceBuilder<ParameterResource> fieldKey, IResourceBuilder<ParameterResource> webhookKey)
{
    /// <summary>What verify reports; throws what it found when anything is wrong.</summary>
    public async Task<string> RunAsync(string sandboxUrl, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "run", "--no-build", "--project", new Projects.Lending_Workers().ProjectPath, "--", "verify" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var connected in (IResourceBuilder<IResourceWithConnectionString>[])[database, documents])
            start.Environment[$"ConnectionStrings__{connected.Resource.Name}"] = await connected.Resource.GetConnectionStringAsync(cancellationToken);
        start.Environment["Fields__Key"] = await fieldKey.Resource.GetValueAsync(cancellationToken);
        start.Environment["Webhooks__Key"] = await webhookKey.Resource.GetValueAsync(cancellationToken);
        start.Environment["services__sandbox__http__0"] = sandboxUrl;

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Last(line => line.StartsWith("Sound", StringComparison.Ordinal))
            : throw new InvalidOperationException($"verify ended with {process.ExitCode}: {(await errors).Trim()}");
    }
}
