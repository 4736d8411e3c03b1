namespace Aspire.Hosting.ApplicationModel;

/// <summary>The states a resource passes through.</summary>
public static class KnownResourceStates
{
    /// <summary>Not yet looked at.</summary>
    public const string NotStarted = "NotStarted";

    /// <summary>Waiting for others.</summary>
    public const string Waiting = "Waiting";

    /// <summary>Being started.</summary>
    public const string Starting = "Starting";

    /// <summary>Running.</summary>
    public const string Running = "Running";

    /// <summary>Ended by itself; the exit code says how.</summary>
    public const string Finished = "Finished";

    /// <summary>Could not be started, or what it waits for failed.</summary>
    public const string FailedToStart = "FailedToStart";

    /// <summary>Being stopped.</summary>
    public const string Stopping = "Stopping";

    /// <summary>Stopped by the host.</summary>
    public const string Exited = "Exited";
}
