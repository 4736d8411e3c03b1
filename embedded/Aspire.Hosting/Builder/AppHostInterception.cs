using System.Reflection;

namespace Aspire.Hosting;

/// <summary>Lets the testing builder run an AppHost's own <c>Program</c> and take over at its <c>Build()</c>.</summary>
internal sealed class AppHostInterception(Assembly appHost, Action<DistributedApplicationOptions> creating, Action released)
{
    private static readonly AsyncLocal<AppHostInterception?> Ambient = new();

    private readonly TaskCompletionSource<DistributedApplicationBuilder> _builder = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayBuild = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static AppHostInterception? Current => Ambient.Value;

    public Assembly AppHostAssembly => appHost;

    /// <summary>Runs the entry point on a thread of its own until it builds.</summary>
    public Task<DistributedApplicationBuilder> RunToBuildAsync(string[] args)
    {
        var thread = new Thread(() =>
        {
            Ambient.Value = this;
            try
            {
                var entry = appHost.EntryPoint ?? throw new InvalidOperationException($"{appHost.GetName().Name} has no entry point.");
                var result = entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [args]);
                if (result is Task running) running.GetAwaiter().GetResult();
                Fail(new InvalidOperationException("The AppHost ended without building an application."));
            }
            catch (Exception failure)
            {
                Fail(failure is TargetInvocationException { InnerException: { } inner } ? inner : failure);
            }
        })
        { IsBackground = true, Name = "AppHost" };
        thread.Start();
        return _builder.Task;
    }

    /// <summary>Lets the entry point's <c>Build()</c> go on.</summary>
    public Task<DistributedApplication> BuildAsync()
    {
        _mayBuild.TrySetResult();
        return _built.Task;
    }

    public void Creating(DistributedApplicationOptions options) => creating(options);

    public void Building(DistributedApplicationBuilder builder)
    {
        _builder.TrySetResult(builder);
        _mayBuild.Task.GetAwaiter().GetResult();
    }

    public void Built(DistributedApplication application) => _built.TrySetResult(application);

    public Task HoldAsync(CancellationToken cancellationToken) => _released.Task.WaitAsync(cancellationToken);

    public void Release()
    {
        if (_released.TrySetResult()) released();
    }

    private void Fail(Exception failure)
    {
        _builder.TrySetException(failure);
        _built.TrySetException(failure);
    }
}
