using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Npgsql;

namespace Aspire.Hosting.Running.Servers;

/// <summary>PostgreSQL 18 on this machine, with its databases.</summary>
internal sealed class PostgresLaunch(
    PostgresServerResource server, IReadOnlyList<PostgresDatabaseResource> databases, DataFolder data, HostConsole console) : Launch
{
    private const string MajorVersion = "18";

    private readonly UnixUser? _user = UnixUser.ForServers();
    private string _programs = "";
    private string _cluster = "";
    private bool _hasDatabases;

    public override TimeSpan StopAllowed => TimeSpan.FromSeconds(30);

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await NpmServers.EnsureInstalledAsync(console, cancellationToken);
        _programs = await ReachableFolder.CopyIfClosedAsync(NpmServers.PostgresFolder, _user, console, cancellationToken);
        _cluster = await ReachableFolder.OwnAsync(data.Of(server.Name), _user, console, cancellationToken);
        if (!OperatingSystem.IsWindows() && !File.Exists(Path.Combine(_cluster, "PG_VERSION")))
        {
            File.SetUnixFileMode(_cluster, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public override async Task<ProcessSpec?> DescribeAsync(CancellationToken cancellationToken)
    {
        await CreateClusterAsync(cancellationToken);
        await WaitForPredecessorAsync(cancellationToken);
        _hasDatabases = false;
        return Program("postgres",
        [
            "-D", _cluster,
            "-c", "listen_addresses=127.0.0.1",
            "-c", string.Create(CultureInfo.InvariantCulture, $"port={server.PrimaryEndpoint.Port}"),
            "-c", "unix_socket_directories=",
            "-c", "max_connections=300",
            "-c", "shared_buffers=256MB",
            "-c", "max_wal_size=2GB",
            // A new installation grows from nothing in a minute; until a table is analysed, its plans are made for an empty one.
            "-c", "autovacuum_naptime=5s",
            "-c", "timezone=UTC",
            "-c", "log_timezone=UTC",
        ]) with { StopSignal = PosixSignal.Interrupt, OrphanSignal = PosixSignal.Interrupt };
    }

    public override async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        try
        {
            var connectionString = $"{await server.ConnectionStringExpression.GetValueAsync(cancellationToken)};Database=postgres;Pooling=false;Timeout=5";
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            if (!_hasDatabases) await CreateDatabasesAsync(connection, cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }

    // Its own log tells every refused statement; only what stops the server concerns the person at the terminal.
    public override bool IsWarning(string line, bool isError) => line.Contains(" PANIC: ", StringComparison.Ordinal);

    private async Task CreateClusterAsync(CancellationToken cancellationToken)
    {
        var version = Path.Combine(_cluster, "PG_VERSION");
        if (File.Exists(version))
        {
            var found = (await File.ReadAllTextAsync(version, cancellationToken)).Trim();
            if (found == MajorVersion) return;
            throw new DistributedApplicationException($"{_cluster} was made by PostgreSQL {found}; this is {MajorVersion}. Start over with --fresh.");
        }

        // An initdb that was interrupted leaves a folder that the next one refuses.
        foreach (var left in new DirectoryInfo(_cluster).EnumerateFileSystemInfos())
        {
            if (left is DirectoryInfo folder) folder.Delete(recursive: true);
            else left.Delete();
        }
        var passwordFile = Path.Combine(Path.GetTempPath(), $"lending-pg-{Guid.NewGuid():N}");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var writer = new StreamWriter(passwordFile, options))
            {
                await writer.WriteAsync(await server.PasswordParameter.GetValueAsync(cancellationToken));
            }
            if (_user is { } user) await ChildProcess.RunAsync(new ProcessSpec("chown", [user.Uid, passwordFile], "/"), cancellationToken);

            await ChildProcess.RunAsync(
                Program("initdb",
                [
                    "-D", _cluster, "-U", server.UserName, "--pwfile", passwordFile, "--encoding=UTF8", "--locale=C.UTF-8",
                    "--auth-host=scram-sha-256", "--auth-local=scram-sha-256", "--no-instructions",
                ]),
                cancellationToken);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    // A server whose AppHost was killed gets the signal to end, but may still be writing its last checkpoint.
    private async Task WaitForPredecessorAsync(CancellationToken cancellationToken)
    {
        var pidFile = Path.Combine(_cluster, "postmaster.pid");
        if (!File.Exists(pidFile) || !int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), out var pid) || !RunsHere(pid)) return;
        console.Say(server.Name, "waiting for the server of an earlier run to end ...");
        using var earlier = Process.GetProcessById(pid);
        await earlier.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
    }

    private bool RunsHere(int pid)
    {
        var commandLine = $"/proc/{pid}/cmdline";
        return File.Exists(commandLine) && File.ReadAllText(commandLine).Contains(_cluster, StringComparison.Ordinal);
    }

    private async Task CreateDatabasesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var database in databases)
        {
            await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database.DatabaseName } } };
            if (await find.ExecuteScalarAsync(cancellationToken) is not null) continue;
            await using var create = new NpgsqlCommand($"CREATE DATABASE \"{database.DatabaseName.Replace("\"", "\"\"")}\"", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        _hasDatabases = true;
    }

    private ProcessSpec Program(string name, IReadOnlyList<string> arguments)
    {
        var file = Path.Combine(_programs, "bin", OperatingSystem.IsWindows() ? $"{name}.exe" : name);
        return new ProcessSpec(file, arguments, OperatingSystem.IsWindows() ? _cluster : "/") { User = _user };
    }
}
