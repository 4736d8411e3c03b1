namespace Lending.Flows;

/// <summary>Waits for what other processes will bring about, and says what it waited for when they do not.</summary>
public static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public static async Task<T> ForAsync<T>(Func<Task<T?>> ask, string what, CancellationToken cancellationToken = default)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using var timer = new PeriodicTimer(Interval);
        try
        {
            do
            {
                if (await ask() is { } answer) return answer;
            }
            while (await timer.WaitForNextTickAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
        }

        throw new TimeoutException($"Waited {Patience.TotalSeconds} s in vain for {what}.");
    }
}
