namespace Aspire.Hosting.Running;

/// <summary>How one kind of resource is started, probed and stopped on this machine.</summary>
internal abstract class Launch
{
    /// <summary>How long it may take to end by itself.</summary>
    public virtual TimeSpan StopAllowed => TimeSpan.FromSeconds(15);

    /// <summary>True if <see cref="IsHealthyAsync"/> says more than that the process runs.</summary>
    public virtual bool HasHealthCheck => true;

    /// <summary>What a person should know about the way it runs.</summary>
    public virtual string? Detail => null;

    /// <summary>Done once, before the first start.</summary>
    public virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The process to start, before each start; null when there is none.</summary>
    public abstract Task<ProcessSpec?> DescribeAsync(CancellationToken cancellationToken);

    /// <summary>Whether it answers.</summary>
    public virtual Task<bool> IsHealthyAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Whether a line it wrote to stderr is worth a person's attention.</summary>
    public virtual bool IsWarning(string line, bool isError) => isError;
}
