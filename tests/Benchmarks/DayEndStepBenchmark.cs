using System.Diagnostics;
using System.Globalization;
using Lending.Domain;
using Lending.Grains;

namespace Lending.Benchmarks;

/// <summary>One active loan's day end without I/O: what is decided, posted and changed. Nights before the first due date, when nothing is late.</summary>
internal static class DayEndStepBenchmark
{
    private const int Nights = 25;
    private const int Rounds = 15;
    private const double Bar = 3;

    public static Task<int> RunAsync()
    {
        var (loan, product, brand) = BenchmarkBrand.Sample();
        var warmUp = Stopwatch.StartNew();
        var times = 0;
        for (; warmUp.ElapsedMilliseconds < 3_000; times++) Close(loan, product, brand);
        var (perRound, best) = (Math.Max(1, times / 40), TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < perRound; i++) Close(loan, product, brand);
            var night = watch.Elapsed / ((double)perRound * Nights);
            if (night < best) best = night;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"day-end-step: {best.TotalMicroseconds:N2} us a night, best of {Rounds} rounds (bar {Bar:N0})"));
        return Task.FromResult(best.TotalMicroseconds < Bar ? 0 : 1);
    }

    private static void Close(Loan loan, LoanProduct product, Brand brand)
    {
        for (var night = 0; night < Nights; night++)
        {
            var date = BenchmarkBrand.Day.AddDays(night);
            var context = new CommandContext("step", BenchmarkBrand.Code, Actor.System("day end"), Grants.Everything, Guid.Empty);
            var decision = LoanDecider.Decide(
                loan, new CloseDay(date), new Circumstances(context, "LN-1", brand with { BusinessDate = date }, DateTimeOffset.UnixEpoch, product, null));
            if (decision.Refusal is not null || decision.Events.IsEmpty) throw new InvalidOperationException($"Night {night} was not closed: {decision.Refusal?.Code}.");
            (loan, _) = LoanGrain.Book(loan, decision.Events);
        }
    }
}
