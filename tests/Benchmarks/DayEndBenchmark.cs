using System.Diagnostics;
using System.Globalization;
using Lending.Workers.DayEnd;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lending.Benchmarks;

/// <summary>
/// Day end over many active loans while a repayment is booked every 50 ms, against the raw insertion of the very rows it wrote: journal, ledger and loan rows, by unnest in batches
/// of 1,000 into copies of the tables with the same keys, on the same server.
/// </summary>
public static class DayEndBenchmark
{
    private const int BatchSize = 1_000;

    public static async Task<int> RunAsync(string[] args)
    {
        var loans = args is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000;
        var days = args is [_, var many, ..] ? int.Parse(many, CultureInfo.InvariantCulture) : 3;
        Console.WriteLine($"day-end: {loans:N0} active loans of twelve instalments, {days} days");
        await using var brand = await BenchmarkBrand.OpenAsync(loans);
        await using var owner = NpgsqlDataSource.Create(brand.ConnectionString + ";Command Timeout=3600");
        await ExecuteAsync(owner, "VACUUM ANALYZE");
        await ExecuteAsync(owner, "CHECKPOINT");

        var runner = brand.Services.GetRequiredService<DayEndRunner>();
        var grains = brand.Services.GetRequiredService<IGrainFactory>();
        var (nights, inserts, peak) = (new List<double>(), new List<double>(), 0L);
        for (var day = 0; day < days; day++)
        {
            var date = BenchmarkBrand.Day.AddDays(day);
            var watch = Stopwatch.StartNew();
            using var done = new CancellationTokenSource();
            var paying = new SteadyRepayments(grains, loans, date.ToString("yyyyMMdd", CultureInfo.InvariantCulture)).RunAsync(done.Token);
            var progress = await runner.RunAsync(BenchmarkBrand.Code, date, (_, _) => Task.FromResult(true), CancellationToken.None);
            var seconds = watch.Elapsed.TotalSeconds;
            await done.CancelAsync();
            var times = await paying;
            if (progress.Failed > 0) throw new InvalidOperationException($"{progress.Failed} loans were set aside.");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {date:yyyy-MM-dd}: {loans:N0} loans in {seconds:N1} s"));
            peak = Math.Max(peak, Process.GetCurrentProcess().PeakWorkingSet64);

            var (rows, raw) = await RawRows.InsertAgainAsync(owner, date, BatchSize);
            nights.Add(rows / seconds);
            inserts.Add(rows / raw);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {date:yyyy-MM-dd}: {loans / seconds:N0} loans/s, {nights[^1]:N0} rows/s; raw {inserts[^1]:N0} rows/s; ratio {nights[^1] / inserts[^1]:N2}; {SteadyRepayments.Report(times)}"));
        }

        var ratio = Median(nights) / Median(inserts);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"day-end: ratio {ratio:N2} (bar 0.30), {Median(nights):N0} rows/s, peak memory {peak / 1024.0 / 1024.0:N0} MiB (bar 1,536)"));
        return ratio >= 0.30 && peak < 1_536L * 1024 * 1024 ? 0 : 1;
    }

    internal static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
