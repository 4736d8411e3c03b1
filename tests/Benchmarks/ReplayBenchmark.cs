using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Lending.Domain;
using Lending.Grains;

namespace Lending.Benchmarks;

/// <summary>
/// A loan of four years, three of them lived night by night, works itself out again because a payment becomes known that counts from its first weeks:
/// what its grain decides and books for it, without I/O. Instalments are paid monthly, every seventh of them twelve days late.
/// </summary>
internal static class ReplayBenchmark
{
    private const int Tenure = 48;
    private const int Nights = 3 * 365;
    private const int Rounds = 101;
    private const double Bar = 50;

    public static Task<int> RunAsync()
    {
        var (_, plain, brand) = BenchmarkBrand.Sample();
        plain = plain with { TenureMax = Tenure };
        var ahead = plain with { Excess = ExcessMoney.ReduceInstalment };
        var real = ahead with
        {
            Instalments = new InstalmentTerms
            {
                Method = RepayMethod.Level, Rules = Domain.Engine.ScheduleFamily.Progressive, Interest = Domain.Engine.InterestPeriods.Daily,
                InterestOn = InterestOn.RealBalance, RestGoesTo = RestTaker.Spread,
            },
        };
        var slowest = Report("plain loan", plain, brand);
        slowest = Math.Max(slowest, Report("excess lowers the instalments", ahead, brand));
        slowest = Math.Max(slowest, Report("interest on the real balance", real, brand));
        return Task.FromResult(slowest < Bar ? 0 : 1);
    }

    private static double Report(string what, LoanProduct product, Brand brand)
    {
        var (loan, history, today) = Lived(product, brand);
        var now = At(today, product, brand, "another person") with { History = history };
        for (var warmUp = Stopwatch.StartNew(); warmUp.ElapsedMilliseconds < 3_000;) Replay(loan, now);
        var times = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            Replay(loan, now);
            times[round] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"replay of {history.Length} events, {what,-32} median {times[Rounds / 2]:N2} ms, worst {times[^1]:N2} ms of {Rounds} (bar {Bar:N0} ms)"));
        return times[Rounds / 2];
    }

    private static void Replay(Loan loan, Circumstances now)
    {
        var decision = LoanDecider.Decide(loan, new ApprovePayment("late"), now);
        if (decision.Refusal is { } refusal || decision.Events is not [PaymentReceived { Outcome: not null }])
            throw new InvalidOperationException($"The payment was not booked in the past: {decision.Refusal?.Code}.");
        LoanGrain.Book(loan, decision.Events);
    }

    private static (Loan Loan, ImmutableArray<LoanEvent> History, DateOnly Today) Lived(LoanProduct product, Brand brand)
    {
        var events = BenchmarkBrand.UntilPaidOut("LN-1", "CU-1", product, Money.Inr(4_00_000_00), Tenure, brand).ToBuilder();
        var loan = LoanEvolution.Replay(events);
        var today = BenchmarkBrand.Day;
        for (var night = 0; night < Nights; night++)
        {
            Do(new CloseDay(today));
            today = today.AddDays(1);
            if (loan.Instalments.FirstOrDefault(row => !row.IsPaid) is { } row && row.PayBy.AddDays(row.Number % 7 == 0 ? 12 : 0) == today)
                Do(new ReceivePayment($"pay-{row.Number}", LoanFigures.Of(loan, today, product).DueNow, "upi", "ref"));
        }

        Do(new ProposePayment("late", Money.Inr(7_500_00), "cash", "receipt", BenchmarkBrand.Day.AddDays(20), "found in the safe"));
        return (loan, events.DrainToImmutable(), today);

        void Do(LoanCommand command)
        {
            var decision = LoanDecider.Decide(loan, command, At(today, product, brand));
            if (decision.Refusal is { } refusal) throw new InvalidOperationException($"{command.GetType().Name} on {today}: {refusal.Code}.");
            events.AddRange(decision.Events);
            foreach (var @event in decision.Events) loan = LoanEvolution.Evolve(loan, @event);
        }
    }

    private static Circumstances At(DateOnly today, LoanProduct product, Brand brand, string by = "replay") => new(
        new CommandContext("replay", BenchmarkBrand.Code, Actor.System(by), Grants.Everything, Guid.Empty), "LN-1",
        brand with { BusinessDate = today }, DateTimeOffset.UnixEpoch, product, null);
}
