using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Calls;
using Orleans.Configuration;

namespace Orleans.Activations;

/// <summary>The in-process runtime: what a grain call needs on its way, in one place.</summary>
internal sealed class Silo : IDisposable
{
    private readonly ActivationCollector _collector;
    private readonly ResponseTimeouts _timeouts;
    private volatile bool _isStopping;

    public Silo(
        IServiceProvider services, GrainCatalog catalog, IOptions<GrainCollectionOptions> collection,
        IOptions<SiloMessagingOptions> messaging, ILogger<Silo> logger, IEnumerable<IIncomingGrainCallFilter> filters)
    {
        (Services, Catalog, Logger) = (services, catalog, logger);
        (Collection, Messaging) = (collection.Value, messaging.Value);
        Clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        Filters = [.. filters];
        PropagatesActivities = services.GetService<Diagnostics.ActivityPropagation>() is not null;
        Directory = new(this);
        Factory = new(this);
        _collector = new(this);
        _timeouts = new(this);
    }

    public IServiceProvider Services { get; }
    public GrainCatalog Catalog { get; }
    public GrainCollectionOptions Collection { get; }
    public SiloMessagingOptions Messaging { get; }
    public ILogger Logger { get; }
    public TimeProvider Clock { get; }
    public IIncomingGrainCallFilter[] Filters { get; }
    public bool PropagatesActivities { get; }
    public ActivationDirectory Directory { get; }
    public GrainFactory Factory { get; }
    public bool IsStopping => _isStopping;

    public void Start()
    {
        _collector.Start();
        _timeouts.Start();
    }

    /// <summary>
    /// Takes no more calls from outside, lets the running ones end and deactivates every grain. Grains may call each
    /// other until the last one is gone, so a round may bring some back and there may be several rounds.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        _collector.Dispose();
        while (Directory.Count > 0)
        {
            var leaving = Directory.All.ToArray();
            foreach (var activation in leaving)
                activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The silo is stopping."), cancellationToken);
            await Task.WhenAll(leaving.Select(activation => activation.Deactivated)).WaitAsync(cancellationToken);
        }
        _timeouts.Dispose();
    }

    public void Dispose()
    {
        _collector.Dispose();
        _timeouts.Dispose();
    }
}
