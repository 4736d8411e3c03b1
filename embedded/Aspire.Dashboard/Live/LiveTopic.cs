namespace Aspire.Dashboard.Embedded.Live;

/// <summary>What a page can follow. The names, in lower case, are the event names of the live stream.</summary>
public enum LiveTopic { Resources, Console, Logs, Traces, Metrics }
