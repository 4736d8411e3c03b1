using System.Diagnostics;
using System.Globalization;
using Lending.Domain.Engine;

namespace Lending.Benchmarks;

/// <summary>How long a contracted schedule takes through the entry that real loans use, and a whole simulation of one disbursement with its answer.</summary>
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
            Report($"{installments} instalments, 30/360", () => EngineSchedules.Of(terms, Start));
            Report($"{installments} instalments, actual/365", () => EngineSchedules.Of(actual with { DaysInYear = YearLength.Days365 }, Start));
            Report($"{installments} instalments, actual/actual", () => EngineSchedules.Of(actual, Start));
            Report($"{installments} instalments, flat", () => EngineSchedules.Of(terms with { InterestBase = InterestBase.Flat }, Start));
            Report($"{installments} instalments, principal grace", () => EngineSchedules.Of(terms with { GracePrincipal = 3 }, Start));
            Report($"{installments} instalments, interest only", () => EngineSchedules.Of(terms with { GracePrincipal = installments - 1 }, Start));
            Report($"{installments} instalments, three tranches", () => EngineSchedules.Of(
                terms with { ExpectedDisbursements = [new(Start, 50_000), new(Start.AddDays(40), 30_000), new(Start.AddDays(100), 20_000)] }, Start));
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
