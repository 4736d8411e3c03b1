namespace Orleans.Tests;

/// <summary>Turns a hang into a failure. The wait is long, because it ends early in every passing test.</summary>
public static class TaskExtensions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task Soon(this Task task) => task.WaitAsync(Patience);
    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Patience);
}
