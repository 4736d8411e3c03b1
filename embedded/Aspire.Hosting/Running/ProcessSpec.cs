namespace Aspire.Hosting.Running;

internal enum PosixSignal { Interrupt = 2, Kill = 9, Terminate = 15 }

/// <summary>A process to start.</summary>
internal sealed record ProcessSpec(string FileName, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <summary>Added to the AppHost's own variables; null takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The user it runs as; null for the same user.</summary>
    public UnixUser? User { get; init; }

    /// <summary>How it is asked to end.</summary>
    public PosixSignal StopSignal { get; init; } = PosixSignal.Terminate;

    /// <summary>How it is ended when the AppHost is no more.</summary>
    public PosixSignal OrphanSignal { get; init; } = PosixSignal.Kill;
}

/// <summary>A user and group by number.</summary>
internal sealed record UnixUser(string Name, string Uid, string Gid)
{
    /// <summary>The user that servers run as when the AppHost is root, which PostgreSQL refuses to be.</summary>
    public static UnixUser? ForServers()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName != "root") return null;
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToList();
        return new[] { "postgres", "nobody" }
            .Select(name => users.FirstOrDefault(fields => fields[0] == name))
            .Where(fields => fields is not null)
            .Select(fields => new UnixUser(fields![0], fields[2], fields[3]))
            .FirstOrDefault() ?? throw new DistributedApplicationException("PostgreSQL does not run as root, and there is no user 'postgres' or 'nobody' to run it as.");
    }
}
