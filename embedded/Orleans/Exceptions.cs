namespace Orleans.Runtime;

/// <summary>
/// A call waits for itself through other grains and can never be answered. Reported at once by this in-process
/// runtime; a cluster would run into the response timeout. Always a bug in the callers.
/// </summary>
public sealed class GrainCallCycleException(string message) : InvalidOperationException(message);

/// <summary>The silo is stopping and takes no new call from outside.</summary>
public sealed class SiloUnavailableException(string message) : Exception(message);
