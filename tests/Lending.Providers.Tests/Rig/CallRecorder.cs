using System.Collections.Concurrent;
using Lending.Providers.Calls;

namespace Lending.Providers.Tests.Rig;

/// <summary>Keeps the calls that were made.</summary>
public sealed class CallRecorder : IProviderCallLog
{
    private readonly ConcurrentQueue<ProviderCall> _calls = [];

    public IReadOnlyList<ProviderCall> All => [.. _calls];

    public ValueTask RecordAsync(ProviderCall call, CancellationToken cancellationToken)
    {
        _calls.Enqueue(call);
        return ValueTask.CompletedTask;
    }
}
