using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Aspire.Hosting.Running.Servers;

/// <summary>PostgreSQL and Azurite as npm packages, installed by themselves at the first start.</summary>
internal static class NpmServers
{
    private static readonly SemaphoreSlim Gate = new(1);

    private static string Folder => typeof(NpmServers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(known => known.Key == "EmbeddedServers").Value!;

    private static string Modules => Path.Combine(Folder, "node_modules");

    /// <summary>The folder with PostgreSQL's bin, lib and share.</summary>
    public static string PostgresFolder => Path.Combine(Modules, "@embedded-postgres", Platform, "native");

    /// <summary>Azurite's blob service.</summary>
    public static string AzuriteScript => Path.Combine(Modules, "azurite", "dist", "src", "blob", "main.js");

    public static string Node => Executable.Find("node")
        ?? throw new DistributedApplicationException("Node.js is not on the PATH. PostgreSQL and the blob emulator come from npm; install Node.js 20 or later.");

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    /// <summary>Installs what the lock file names, unless that is done; safe to call from several processes at once.</summary>
    public static async Task EnsureInstalledAsync(HostConsole console, CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        try
        {
            var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"), cancellationToken)));
            var marker = Path.Combine(Modules, ".installed");
            if (IsInstalled(marker, wanted)) return;

            await using var held = await FileLock.TakeAsync(Path.Combine(Folder, "obj", "npm.lock"), cancellationToken);
            if (IsInstalled(marker, wanted)) return;
            await InstallAsync(console, cancellationToken);
            await File.WriteAllTextAsync(marker, wanted, cancellationToken);
        }
        finally
        {
            Gate.Release();
        }
    }

    private static bool IsInstalled(string marker, string wanted) => File.Exists(marker) && File.ReadAllText(marker) == wanted;

    private static async Task InstallAsync(HostConsole console, CancellationToken cancellationToken)
    {
        var npm = Executable.Find("npm")
            ?? throw new DistributedApplicationException("npm is not on the PATH. PostgreSQL and the blob emulator come from npm; install Node.js 20 or later.");
        console.Say("Installing PostgreSQL 18 and the blob emulator from npm. This happens once and takes up to a minute or two ...");
        var watch = Stopwatch.StartNew();
        var install = ChildProcess.RunAsync(new ProcessSpec(npm, ["ci", "--no-progress", "--no-audit", "--no-fund"], Folder), cancellationToken);
        while (await Task.WhenAny(install, Task.Delay(TimeSpan.FromSeconds(10), cancellationToken)) != install)
        {
            cancellationToken.ThrowIfCancellationRequested();
            console.Say(string.Create(CultureInfo.InvariantCulture, $"  still installing, {watch.Elapsed.TotalSeconds:0} s"));
        }
        await install;
        await LinkLibrariesAsync(cancellationToken);
        console.Say(string.Create(CultureInfo.InvariantCulture, $"Installed in {watch.Elapsed.TotalSeconds:0} s."));
    }

    // The package makes its library links in an install script, which npm may be told not to run.
    private static async Task LinkLibrariesAsync(CancellationToken cancellationToken)
    {
        var package = Path.GetDirectoryName(PostgresFolder)!;
        var script = Path.Combine(package, "scripts", "hydrate-symlinks.js");
        if (!Directory.Exists(PostgresFolder)) throw new DistributedApplicationException($"npm has no PostgreSQL for {Platform}.");
        if (File.Exists(script)) await ChildProcess.RunAsync(new ProcessSpec(Node, [script], package), cancellationToken);
    }
}
