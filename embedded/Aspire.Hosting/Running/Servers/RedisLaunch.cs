using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running.Servers;

/// <summary>Redis or Valkey if this machine has one.</summary>
internal sealed class RedisLaunch(RedisResource redis, DataFolder data, HostConsole console) : Launch
{
    private readonly string? _program = Executable.Find("redis-server") ?? Executable.Find("valkey-server");

    public override bool HasHealthCheck => _program is not null;

    public override string? Detail => _program is null ? "No redis-server or valkey-server on the PATH: caches are in process." : null;

    public override Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_program is null) console.Say(redis.Name, "no redis-server or valkey-server on the PATH: caches are in process.");
        return Task.CompletedTask;
    }

    public override async Task<ProcessSpec?> DescribeAsync(CancellationToken cancellationToken)
    {
        if (_program is null) return null;
        var folder = data.Of(redis.Name);
        Directory.CreateDirectory(folder);

        // In a file of its own and not on the command line, where every user of the machine could read the password.
        var settings = Path.Combine(folder, "redis.conf");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var password = await redis.PasswordParameter.GetValueAsync(cancellationToken);
        await using var writer = new StreamWriter(settings, options);
        await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"""
            bind 127.0.0.1
            port {redis.PrimaryEndpoint.Port}
            dir "{folder}"
            save 60 1
            appendonly no
            requirepass {password}

            """));
        return new ProcessSpec(_program, [settings], folder);
    }

    public override async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", redis.PrimaryEndpoint.Port, cancellationToken);
            await using var stream = client.GetStream();
            var password = await redis.PasswordParameter.GetValueAsync(cancellationToken);
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"AUTH {password}\r\nPING\r\n"), cancellationToken);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            return await reader.ReadLineAsync(cancellationToken) == "+OK" && await reader.ReadLineAsync(cancellationToken) == "+PONG";
        }
        catch (Exception failure) when (failure is SocketException or IOException)
        {
            return false;
        }
    }
}
