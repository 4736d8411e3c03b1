using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Lending.TestPostgres;

/// <summary>
/// A real PostgreSQL of its own for tests and benchmarks, on a free port of 127.0.0.1, in a temporary folder that is deleted afterwards.
/// It dies with the process that started it. Runs as an unprivileged user when the tests run as root.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _bin = PostgresBinaries.Find();
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"lending-pg-{Environment.ProcessId}-{Guid.NewGuid():N}");
    private readonly int _port;
    private readonly bool _durable;
    private Process? _process;

    private PostgresServer(bool durable) => (_port, _durable) = (FreePort(), durable);

    /// <summary>Connects as the superuser to a database of this server.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=100;Timeout=15";

    /// <summary>durable false turns off waiting for the disk, which tests of behaviour do not need.</summary>
    public static async Task<PostgresServer> StartAsync(bool durable = false)
    {
        var server = new PostgresServer(durable);
        server.Initialise();
        await server.LaunchAsync();
        return server;
    }

    /// <summary>An empty database with a name nobody else has; answers its superuser connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = $"t_{Guid.NewGuid():N}";
        await using var admin = NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false");
        await using var create = admin.CreateCommand($"CREATE DATABASE {name}{(template is null ? "" : $" TEMPLATE {template}")}");
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Ends every server process at once, as a power cut would, and starts the server again.</summary>
    public async Task CrashAndRestartAsync()
    {
        // The postmaster's children notice that it is gone and end themselves; a new one waits for them to let go of the shared memory.
        Process.Start("kill", ["-9", Pid().ToString(System.Globalization.CultureInfo.InvariantCulture)])!.WaitForExit();
        await _process!.WaitForExitAsync();
        await LaunchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            Process.Start("kill", ["-INT", Pid().ToString(System.Globalization.CultureInfo.InvariantCulture)])!.WaitForExit();
            await _process.WaitForExitAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private int Pid() => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    private void Initialise()
    {
        Directory.CreateDirectory(_folder);
        if (Environment.IsPrivilegedProcess) Process.Start("chown", [User, _folder])!.WaitForExit();
        var initdb = Process.Start(Start("initdb", ["-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]))!;
        var output = initdb.StandardOutput.ReadToEndAsync();
        var errors = initdb.StandardError.ReadToEnd();
        initdb.WaitForExit();
        if (initdb.ExitCode != 0) throw new InvalidOperationException($"initdb failed: {errors}{output.Result}");
    }

    private async Task LaunchAsync()
    {
        string[] settings =
        [
            "-D", Data, "-c", "listen_addresses=127.0.0.1", "-c", $"port={_port}", "-c", "unix_socket_directories=", "-c", "max_connections=300",
            "-c", $"fsync={(_durable ? "on" : "off")}", "-c", "shared_buffers=512MB", "-c", "max_wal_size=4GB",
        ];
        var started = new TaskCompletionSource<Process>();

        // The order to die with us is bound to the thread that forks, so that thread stays until the server has ended.
        new Thread(() =>
        {
            var process = Process.Start(Start("postgres", settings))!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            started.SetResult(process);
            process.WaitForExit();
        }) { IsBackground = true }.Start();
        _process = await started.Task;
        await AnswersAsync();
    }

    private async Task AnswersAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(30))
            {
                if (_process!.HasExited) throw new InvalidOperationException($"PostgreSQL ended with exit code {_process.ExitCode}.");
                await Task.Delay(20);
            }
        }
    }

    private ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        string[] asUser = Environment.IsPrivilegedProcess ? ["--reuid", User, "--regid", User, "--clear-groups"] : [];
        string[] prefix = OperatingSystem.IsLinux() ? ["setpriv", "--pdeathsig", "INT", .. asUser, "--"] : [];
        string[] all = [.. prefix, Path.Combine(_bin, program), .. arguments];
        return new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
    }

    private static string User => File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
