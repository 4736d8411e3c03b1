using System.Collections.Concurrent;

namespace Lending.Data;

/// <summary>
/// Heads this process has read or written, so that a write need not ask for them first. A version has one hash for ever, so an old head is
/// never wrong, only of no use any more.
/// </summary>
internal sealed class KnownHeads
{
    // A head takes some 200 bytes; beyond this the process starts to remember anew.
    private const int CountMax = 200_000;

    private readonly ConcurrentDictionary<string, Head> _heads = new(StringComparer.Ordinal);
    private int _learnt;

    public void Learn(string stream, int version, byte[] hash)
    {
        _heads[stream] = new(version, hash);

        // The dictionary's own count takes all its locks, so it is asked once in a while only.
        if (Interlocked.Increment(ref _learnt) % 1_000 == 0 && _heads.Count >= CountMax) _heads.Clear();
    }

    public Head? At(Append append) =>
        append.ExpectedVersion == 0 ? Head.None
        : _heads.TryGetValue(append.Stream, out var head) && head.Version == append.ExpectedVersion ? head
        : null;
}
