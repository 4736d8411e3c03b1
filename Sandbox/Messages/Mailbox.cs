using Sandbox.Storage;

namespace Sandbox.Messages;

/// <summary>Every phone and mailbox there is.</summary>
internal sealed class Mailbox
{
    private readonly Lock _lock = new();
    private readonly Shelf<Message> _messages;
    private readonly OrderedDictionary<string, List<Message>> _byRecipient = new(StringComparer.OrdinalIgnoreCase);
    private readonly Changes _changes;
    private readonly TimeProvider _clock;

    public Mailbox(StateFile file, Changes changes, TimeProvider clock)
    {
        (_messages, _changes, _clock) = (new Shelf<Message>("message", file), changes, clock);
        foreach (var message in _messages.Newest(int.MaxValue).Reverse()) Deliver(message);
    }

    /// <summary>Delivers a message once; null when its id was used for another one.</summary>
    internal Message? Receive(string messageId, string channel, string to, string sender, string? subject, string text)
    {
        var hash = AnsweredRequests.Hash(new { channel, to, sender, subject, text });
        var (message, added) = _messages.GetOrAdd(
            messageId, () => new Message(messageId, channel, to, sender, subject, text, _clock.GetUtcNow(), hash));
        if (message.RequestHash != hash) return null;
        if (added)
        {
            Deliver(message);
            _changes.Tell("messages");
        }

        return message;
    }

    /// <summary>The newest first.</summary>
    internal IReadOnlyList<Message> To(string recipient, int count)
    {
        lock (_lock) return _byRecipient.TryGetValue(recipient, out var all) ? [.. all.AsEnumerable().Reverse().Take(count)] : [];
    }

    /// <summary>Who got something last comes first; each with the last message.</summary>
    internal IReadOnlyList<Message> Recipients(string? containing, int count)
    {
        lock (_lock)
        {
            return [.. _byRecipient
                .Where(entry => containing is null || entry.Key.Contains(containing, StringComparison.OrdinalIgnoreCase))
                .Select(entry => entry.Value[^1])
                .Reverse()
                .Take(count)];
        }
    }

    private void Deliver(Message message)
    {
        lock (_lock)
        {
            // Removed and added again, so that the dictionary stays in the order of the last message.
            if (_byRecipient.Remove(message.To, out var all)) all.Add(message);
            _byRecipient[message.To] = all ?? [message];
        }
    }
}
