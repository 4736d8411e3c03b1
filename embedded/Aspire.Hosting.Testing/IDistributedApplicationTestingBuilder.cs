namespace Aspire.Hosting.Testing;

/// <summary>An AppHost's app model, complete but not yet built: a test may still change it.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable, IDisposable
{
    /// <summary>Builds the application; the test starts and disposes it.</summary>
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}
