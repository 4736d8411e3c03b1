using Aspire.Dashboard.Embedded.Live;
using Aspire.Dashboard.Embedded.Pages;
using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded;

/// <summary>Everything the pages show.</summary>
internal sealed record DashboardData(ResourceBoard Board, TimeProvider Clock)
{
    public LogStore Logs { get; } = new();

    public TraceStore Traces { get; } = new();

    public MetricStore Metrics { get; } = new();

    public LiveChanges Changes { get; } = new();

    public ServiceColours Colours { get; } = new();
}
