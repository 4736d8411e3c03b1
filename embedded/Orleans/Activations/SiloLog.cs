using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>What the runtime has to say about grains. Names kinds and keys, never arguments.</summary>
internal static partial class SiloLog
{
    [LoggerMessage(1, LogLevel.Error, "Activation of grain {GrainId} failed")]
    public static partial void ActivationFailed(this ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(2, LogLevel.Error, "Deactivation of grain {GrainId} failed; it is gone all the same")]
    public static partial void DeactivationFailed(this ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(3, LogLevel.Error, "A turn of grain {GrainId} threw outside any call")]
    public static partial void TurnFailed(this ILogger logger, Exception exception, GrainId grainId);

    [LoggerMessage(4, LogLevel.Error, "A timer of grain {GrainId} failed")]
    public static partial void TimerFailed(this ILogger logger, Exception exception, GrainId grainId);
}
