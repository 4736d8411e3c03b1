using Lending.Domain;
using Microsoft.Extensions.Logging;

namespace Lending.Providers.Calls;

/// <summary>Keeps calls where the process says, such as a table. A call that cannot be kept is told to the ordinary log; it never fails the call itself.</summary>
public sealed partial class KeptProviderCalls(Func<ProviderCallEntry, CancellationToken, Task> keep, ILogger<KeptProviderCalls> logger) : IProviderCallLog
{
    public async ValueTask RecordAsync(ProviderCall call, CancellationToken cancellationToken)
    {
        try
        {
            await keep(
                new ProviderCallEntry(
                    call.RequestId, call.Capability.ToString(), call.Operation, call.StartedAt, call.Status, call.Attempts, call.LatencyMs,
                    call.Outcome.ToString(), call.TraceId), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogLost(e, call.Capability, call.Operation, call.Outcome, call.RequestId);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The call {Capability} {Operation}: {Outcome}, request {RequestId}, could not be kept")]
    private partial void LogLost(Exception error, Capability capability, string operation, ProviderCallOutcome outcome, string requestId);
}
