using Microsoft.Extensions.Logging;

namespace Lending.Providers.Calls;

/// <summary>Keeps calls in the ordinary log, for processes without a database.</summary>
internal sealed partial class LoggedProviderCalls(ILogger<LoggedProviderCalls> logger) : IProviderCallLog
{
    public ValueTask RecordAsync(ProviderCall call, CancellationToken cancellationToken)
    {
        Called(call.Capability, call.Operation, call.Outcome, call.Status, call.LatencyMs, call.Attempts, call.RequestId);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "{Capability} {Operation}: {Outcome} ({Status}) in {LatencyMs} ms, {Attempts} attempts, request {RequestId}")]
    private partial void Called(
        Capability capability, string operation, ProviderCallOutcome outcome, int? status, long latencyMs, int attempts, string requestId);
}
