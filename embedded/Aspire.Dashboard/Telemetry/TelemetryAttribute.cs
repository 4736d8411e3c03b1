namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>A name and its value as text.</summary>
public sealed record TelemetryAttribute(string Key, string Value);
