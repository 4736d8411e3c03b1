using System.Diagnostics;
using System.Globalization;
using Lending.Domain.Engine;

namespace Lending.Benchmarks;

/// <summary>How long a level schedule takes: by itself, and as a whole simulation with its answer.</summary>
internal static class SchedulesBenchmark
{
    private static readonly DateOnly Start = new(2026, 1, 15);

    public static Task<int> RunAsync()
    {
        foreach (var installments in new[] { 12, 360 })
        {
            var terms = new CreditTerms
            {
                Principal = 100_000, AnnualRatePct = 12.5m, Installments = installments, RepayEvery = 1, RepayUnit = TermUnit.Months,
                DaysInYear = YearLength.Days360, DaysInMonth = MonthLength.Days30,
            };
            var actual = terms with { DaysInYear = YearLength.Actual, DaysInMonth = MonthLength.Actual };
            Report($"{installments} instalments, level, 30/360", () => LevelSchedule.Of(terms, Start, terms.Principal));
            Report($"{installments} instalments, level, actual", () => LevelSchedule.Of(actual, Start, terms.Principal));
            Report($"{installments} instalments, simulation", () => LoanSimulation.Run(terms, Start, [new Disbursed(Start, terms.Principal)]));
        }

        return Task.FromResult(0);
    }

    private static void Report(string what, Func<object> work)
    {
        const int Rounds = 15;
        var warmUp = Stopwatch.StartNew();
        var times = 0;
        for (; warmUp.ElapsedMilliseconds < 2_000; times++) work();
        var perRound = Math.Max(1, times / 40);
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < perRound; i++) work();
            var each = watch.Elapsed / perRound;
            if (each < best) best = each;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-40} {best.TotalMicroseconds,8:F1} us"));
    }
}
