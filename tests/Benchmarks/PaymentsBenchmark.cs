using System.Diagnostics;
using System.Globalization;
using Lending.Domain;
using Lending.Grains;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lending.Benchmarks;

/// <summary>
/// Payments per second through grains, each durable before its answer, against 32 plain writers that each commit one single-row insert at
/// a time on the same server. The two take turns, and the ratio of their medians is the figure.
/// </summary>
public static class PaymentsBenchmark
{
    private const int Callers = 32;
    private const int Loans = 10_000;
    private const int Seed = 20260601;

    public static async Task<int> RunAsync(string[] args)
    {
        var time = TimeSpan.FromSeconds(args is [var seconds, ..] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 5);
        var rounds = args is [_, var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 3;
        Console.WriteLine($"payments: {Callers} callers over {Loans:N0} loans, seed {Seed}");
        await using var brand = await BenchmarkBrand.OpenAsync(Loans);
        await using var raw = NpgsqlDataSource.Create(brand.ConnectionString + ";Max Auto Prepare=10;Auto Prepare Min Usages=1;No Reset On Close=true");
        await using (var create = raw.CreateCommand(
            "CREATE TABLE raw_payment (id text PRIMARY KEY, loan text NOT NULL, amount bigint NOT NULL, paid_at timestamptz NOT NULL)"))
            await create.ExecuteNonQueryAsync();

        var grains = brand.Services.GetRequiredService<IGrainFactory>();
        var cpu = await CpuTime.OfAsync(raw);

        // In a process that runs longer than a benchmark, loans that are paid are in memory; a first call to each brings them there.
        await Parallel.ForEachAsync(Enumerable.Range(1, Loans), new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (number, stop) => await grains.GetGrain<ILoanGrain>(GrainKeys.Of(BenchmarkBrand.Code, BenchmarkBrand.LoanId(number))).GetAsync(stop));
        await MeasureAsync(cpu, TimeSpan.FromSeconds(8), (caller, turn) => PayAsync(grains, caller, turn, "w"));
        await MeasureAsync(cpu, TimeSpan.FromSeconds(2), (caller, turn) => InsertAsync(raw, caller, turn, "w"));

        var (paid, inserted) = (new List<Rate>(), new List<Rate>());
        for (var round = 0; round < rounds; round++)
        {
            var label = round.ToString(CultureInfo.InvariantCulture);
            inserted.Add(await MeasureAsync(cpu, time, (caller, turn) => InsertAsync(raw, caller, turn, label)));
            paid.Add(await MeasureAsync(cpu, time, (caller, turn) => PayAsync(grains, caller, turn, label)));
            Console.WriteLine($"  round {round + 1}: payments {paid[^1]}; single-row commits {inserted[^1]}");
        }

        await using (var groups = raw.CreateCommand("SELECT count(*)::float8 / count(DISTINCT xmin::text) FROM journal WHERE type = 'loan.payment-received.v1'"))
            Console.WriteLine($"  {await groups.ExecuteScalarAsync():N1} payments a transaction");
        var ratio = Median(paid, rate => rate.PerSecond) / Median(inserted, rate => rate.PerSecond);
        var work = Median(inserted, rate => rate.Client + rate.Server) / Median(paid, rate => rate.Client + rate.Server);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"payments: {Median(paid, rate => rate.PerSecond):N0}/s through grains, {Median(inserted, rate => rate.PerSecond):N0}/s single-row commits, ratio {ratio:N2} (bar 1.00); by processor time {work:N2}"));
        return ratio >= 1 ? 0 : 1;
    }

    private static async Task<Rate> MeasureAsync(CpuTime cpu, TimeSpan time, Func<int, int, Task> act)
    {
        using var stop = new CancellationTokenSource(time);
        var (before, allocated, collections) = (cpu.Read(), GC.GetTotalAllocatedBytes(), GC.CollectionCount(0));
        var watch = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var turn = 0;
            for (; !stop.IsCancellationRequested; turn++) await act(caller, turn);
            return turn;
        })));
        var (operations, seconds, after) = ((double)done.Sum(), watch.Elapsed.TotalSeconds, cpu.Read());
        return new(operations / seconds, (after.Client - before.Client).TotalMicroseconds / operations, (after.Server - before.Server).TotalMicroseconds / operations,
            (GC.GetTotalAllocatedBytes() - allocated) / operations, (GC.CollectionCount(0) - collections) / seconds);
    }

    private static async Task PayAsync(IGrainFactory grains, int caller, int turn, string round)
    {
        // A walk through all loans in an order that looks random and needs no shared state.
        var loan = BenchmarkBrand.LoanId(1 + (int)(((long)turn * Callers + caller + Seed) * 7_919 % Loans));
        var id = string.Create(CultureInfo.InvariantCulture, $"pay-{round}-{caller}-{turn}");
        var context = new CommandContext(id, BenchmarkBrand.Code, Actor.Provider("gateway"), Grants.Everything, Guid.NewGuid());
        var outcome = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(BenchmarkBrand.Code, loan))
            .ExecuteAsync(new LoanRequest(new ReceivePayment(id, Money.Inr(10_00), "upi", id), context));
        if (outcome.Refusal is { } refusal) throw new InvalidOperationException($"A payment was refused: {refusal.Code}.");
    }

    private static async Task InsertAsync(NpgsqlDataSource raw, int caller, int turn, string round)
    {
        await using var command = raw.CreateCommand("INSERT INTO raw_payment (id, loan, amount, paid_at) VALUES ($1, $2, $3, $4)");
        command.Parameters.Add(new() { Value = string.Create(CultureInfo.InvariantCulture, $"{round}-{caller}-{turn}") });
        command.Parameters.Add(new() { Value = BenchmarkBrand.LoanId(turn % Loans) });
        command.Parameters.Add(new() { Value = 10_00L });
        command.Parameters.Add(new() { Value = DateTimeOffset.UnixEpoch });
        await command.ExecuteNonQueryAsync();
    }

    private static double Median(List<Rate> rates, Func<Rate, double> of) => rates.Select(of).Order().ElementAt(rates.Count / 2);

    /// <summary>Operations a second, the microseconds of processor time each took here and in PostgreSQL, and the bytes it allocated here.</summary>
    private sealed record Rate(double PerSecond, double Client, double Server, double Bytes, double Collections)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PerSecond:N0}/s ({Client:N0} + {Server:N0} µs, {Bytes / 1024:N0} KiB, {Collections:N0} collections/s)");
    }
}
