using System.Globalization;
using Aspire.Hosting.Azure;

namespace Aspire.Hosting.Running.Servers;

/// <summary>The blob emulator Azurite.</summary>
internal sealed class AzuriteLaunch(AzureStorageResource storage, DataFolder data, HostConsole console, HttpClient http) : Launch
{
    public override Task PrepareAsync(CancellationToken cancellationToken) => NpmServers.EnsureInstalledAsync(console, cancellationToken);

    public override Task<ProcessSpec?> DescribeAsync(CancellationToken cancellationToken)
    {
        var folder = data.Of(storage.Name);
        Directory.CreateDirectory(folder);
        return Task.FromResult<ProcessSpec?>(new ProcessSpec(
            NpmServers.Node,
            [
                NpmServers.AzuriteScript, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--blobHost", "127.0.0.1",
                "--blobPort", storage.BlobEndpoint.Port.ToString(CultureInfo.InvariantCulture), "--location", folder,
            ],
            folder));
    }

    public override async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Any answer will do: without credentials it is a refusal.
            using var answer = await http.GetAsync($"{storage.BlobEndpoint.Url}/devstoreaccount1?comp=list", cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
