namespace Aspire.Dashboard.Embedded.Telemetry;

/// <summary>
/// Keeps the newest items within a number and a total weight (characters, roughly). The oldest leave first.
/// Not thread-safe: its owner locks.
/// </summary>
public sealed class RingBuffer<T>(int maxCount, long maxWeight, Func<T, int> weigh)
{
    private readonly Queue<T> _items = new();

    /// <summary>The items, oldest first.</summary>
    public IReadOnlyCollection<T> Items => _items;

    /// <summary>The sum of the kept items' weights.</summary>
    public long Weight { get; private set; }

    /// <summary>Adds an item and gives back those that had to leave for it.</summary>
    public IReadOnlyList<T> Add(T item)
    {
        _items.Enqueue(item);
        Weight += weigh(item);

        List<T>? gone = null;
        // The newest always stays, even alone over the weight: a reader expects to see what was just reported.
        while (_items.Count > 1 && (_items.Count > maxCount || Weight > maxWeight))
        {
            var oldest = _items.Dequeue();
            Weight -= weigh(oldest);
            (gone ??= []).Add(oldest);
        }
        return gone ?? (IReadOnlyList<T>)[];
    }
}
