using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Sandbox.Storage;

/// <summary>Tells open pages that something changed, so that they fetch themselves again.</summary>
internal sealed class Changes(IHostApplicationLifetime lifetime)
{
    private readonly ConcurrentDictionary<Channel<string>, bool> _listeners = [];

    internal void Tell(string topic)
    {
        foreach (var listener in _listeners.Keys) listener.Writer.TryWrite(topic);
    }

    /// <summary>Topics as they change, until the listener or the process goes.</summary>
    internal async IAsyncEnumerable<SseItem<string>> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A page that does not read misses nothing: one change is enough to make it fetch all.
        var channel = Channel.CreateBounded<string>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest });
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        _listeners[channel] = true;
        try
        {
            yield return new SseItem<string>("hello", "hello");
            while (await WaitAsync(channel.Reader, gone.Token))
            {
                while (channel.Reader.TryRead(out var topic)) yield return new SseItem<string>(topic, "change");
            }
        }
        finally
        {
            _listeners.TryRemove(channel, out _);
        }
    }

    private static async Task<bool> WaitAsync(ChannelReader<string> reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.WaitToReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
