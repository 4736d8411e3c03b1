using System.Diagnostics;
using System.Globalization;
using Lending.Domain;
using Lending.Grains;

namespace Lending.Benchmarks;

/// <summary>
/// Books a repayment every 50 ms through the loans' grains, on time even where one takes long, and keeps how long each took from the moment
/// it was due to be sent.
/// </summary>
internal sealed class SteadyRepayments(IGrainFactory grains, int loans, string round)
{
    private const int Step = 7_919; // A walk through the loans in an order that looks random.

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

    private readonly List<Task<TimeSpan>> _sent = [];

    /// <summary>Runs until stopped and answers the times, shortest first.</summary>
    public async Task<List<TimeSpan>> RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Every);
        var began = Stopwatch.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                while (_sent.Count * Every < Stopwatch.GetElapsedTime(began)) _sent.Add(PayAsync(_sent.Count, began + (long)(_sent.Count * Every.TotalSeconds * Stopwatch.Frequency)));
        }
        catch (OperationCanceledException)
        {
            // The day end is done.
        }

        return [.. (await Task.WhenAll(_sent)).Order()];
    }

    public static string Report(List<TimeSpan> times) => times.Count == 0 ? "no repayment" : string.Create(CultureInfo.InvariantCulture,
        $"{times.Count:N0} repayments, p50 {At(times, 0.50):N1} ms, p99 {At(times, 0.99):N1} ms, max {times[^1].TotalMilliseconds:N1} ms");

    private async Task<TimeSpan> PayAsync(int turn, long due)
    {
        await Task.Yield();
        var loan = BenchmarkBrand.LoanId(1 + (int)((long)turn * Step % loans));
        var id = string.Create(CultureInfo.InvariantCulture, $"steady-{round}-{turn}");
        var context = new CommandContext(id, BenchmarkBrand.Code, Actor.Provider("gateway"), Grants.Everything, Guid.NewGuid());
        var outcome = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(BenchmarkBrand.Code, loan))
            .ExecuteAsync(new LoanRequest(new ReceivePayment(id, Money.Inr(10_00), "upi", id), context));
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException($"A repayment was refused: {refusal.Code}.");
        return Stopwatch.GetElapsedTime(due);
    }

    private static double At(List<TimeSpan> times, double share) => times[(int)Math.Min(times.Count - 1, Math.Ceiling(times.Count * share) - 1)].TotalMilliseconds;
}
