namespace Aspire.Dashboard.Embedded;

/// <summary>
/// One resource of the app model as it is now. <paramref name="State"/> is a short word such as Waiting, Starting,
/// Running, Finished, Failed or Stopped; <paramref name="Health"/> is Healthy, Unhealthy or null when nothing probes it.
/// </summary>
public sealed record ResourceSnapshot(
    string Name,
    string Type,
    string State,
    string? Health,
    IReadOnlyList<string> Urls,
    int? ProcessId,
    DateTimeOffset? StartedAt,
    int Restarts,
    string? Detail);
