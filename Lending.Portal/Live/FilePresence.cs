using System.Collections.Immutable;

namespace Lending.Portal.Live;

/// <summary>Who has which file open in this portal process. A hint for people, never a lock.</summary>
public sealed class FilePresence
{
    private readonly Lock _turn = new();
    private ImmutableList<(string File, string Person, object Seat)> _open = [];

    /// <summary>Raised with the file whose readers changed.</summary>
    public event Action<string>? Changed;

    /// <summary>Opens a file for a person; dispose to leave it.</summary>
    public IDisposable Enter(string brand, string id, string person)
    {
        var file = $"{brand}/{id}";
        var seat = new object();
        lock (_turn) _open = _open.Add((file, person, seat));
        Changed?.Invoke(file);
        return new Leaving(() =>
        {
            lock (_turn) _open = _open.RemoveAll(open => open.Seat == seat);
            Changed?.Invoke(file);
        });
    }

    /// <summary>Others who have it open, each once.</summary>
    public IReadOnlyList<string> Others(string brand, string id, string me) =>
        [.. _open.Where(open => open.File == $"{brand}/{id}" && open.Person != me).Select(open => open.Person).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private sealed class Leaving(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
