namespace Sandbox.Storage;

/// <summary>Everything of one kind, by id, in memory and in the state file. Each change is atomic and kept before it is seen.</summary>
internal sealed class Shelf<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly string _kind;
    private readonly StateFile _file;
    private readonly OrderedDictionary<string, T> _items = [];

    internal Shelf(string kind, StateFile file)
    {
        (_kind, _file) = (kind, file);
        foreach (var (id, value) in file.Loaded<T>(kind)) _items[id] = value;
    }

    internal T? Find(string id)
    {
        lock (_lock) return _items.GetValueOrDefault(id);
    }

    /// <summary>The newest first.</summary>
    internal IReadOnlyList<T> Newest(int count, Func<T, bool>? where = null)
    {
        lock (_lock)
        {
            var found = new List<T>();
            for (var i = _items.Count - 1; i >= 0 && found.Count < count; i--)
            {
                var item = _items.GetAt(i).Value;
                if (where is null || where(item)) found.Add(item);
            }

            return found;
        }
    }

    internal int Count(Func<T, bool> where)
    {
        lock (_lock) return _items.Values.Count(where);
    }

    /// <summary>The item that is there, or the one made now. True when it was made now.</summary>
    internal (T Item, bool Added) GetOrAdd(string id, Func<T> make)
    {
        lock (_lock)
        {
            if (_items.TryGetValue(id, out var there)) return (there, false);
            var made = make();
            _file.Append(_kind, id, made);
            _items[id] = made;
            return (made, true);
        }
    }

    /// <summary>Replaces an item by what <paramref name="change"/> makes of it; null leaves it. Returns the new item, or null.</summary>
    internal T? Change(string id, Func<T, T?> change)
    {
        lock (_lock)
        {
            if (!_items.TryGetValue(id, out var there) || change(there) is not { } changed) return null;
            _file.Append(_kind, id, changed);
            _items[id] = changed;
            return changed;
        }
    }
}
