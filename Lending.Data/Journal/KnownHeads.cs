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

    public void Learn(string stream, int version, byte[] hash)
    {
        if (_heads.Count >= CountMax) _heads.Clear();
        _heads[stream] = new(version, hash);
    }

    public Head? At(Append append) =>
        append.ExpectedVersion == 0 ? Head.None
        : _heads.TryGetValue(append.Stream, out var head) && head.Version == append.ExpectedVersion ? head
        : null;
}
