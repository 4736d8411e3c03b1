using System.Collections.Concurrent;
using Lending.Flows;
using Xunit.Abstractions;

namespace Lending.Holds.Tests;

/// <summary>Processes die at random moments while money comes in; what was accepted is there once, and nothing else is.</summary>
[Collection(PlatformCollection.Name)]
public sealed class KillTests(Platform platform, ITestOutputHelper output)
{
    private const int Loans = 3;
    private const int Payers = 8;

    [Fact]
    public async Task Kill_OfEachProcessUnderLoad_LosesNothingAndAppliesNothingTwice()
    {
        // Real Aspire does not start an ended service again, and its proxies hold the ports.
        if (!platform.RestartsWhatEnds) return;
        var seed = Environment.GetEnvironmentVariable("LENDING_KILL_SEED") is { Length: > 0 } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : Environment.TickCount;
        output.WriteLine($"Seed {seed}; LENDING_KILL_SEED={seed} kills in the same order after as many payments.");
        var random = new Random(seed);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        var borrowed = await Task.WhenAll(Enumerable.Range(0, Loans).Select(_ => platform.App.BorrowAsync(cancellationToken: limit.Token)));
        var load = new Load(new Gateway(platform.App), [.. borrowed.Select(one => one.LoanId)]);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        var payers = Enumerable.Range(0, Payers).Select(payer => load.RunAsync(payer, enough.Token, limit.Token)).ToArray();
        string[] victims = ["lending-api", "pg", "lending-workers", "lending-api", "pg"];
        random.Shuffle(victims);
        foreach (var victim in victims)
        {
            var moment = load.Accepted.Count + random.Next(20, 120);
            await load.ReachAsync(moment, limit.Token);
            output.WriteLine($"Killing {victim} after {load.Accepted.Count} payments.");
            await platform.KillAsync(victim, limit.Token);
        }
        await load.ReachAsync(load.Accepted.Count + Payers, limit.Token);
        await enough.CancelAsync();
        await Task.WhenAll(payers);

        var records = new Records(platform.App);
        output.WriteLine($"{load.Accepted.Count} payments accepted.");
        foreach (var (borrower, loanId) in borrowed)
        {
            var accepted = load.Accepted.Where(payment => payment.Value.LoanId == loanId).ToDictionary(payment => payment.Key, _ => 1);
            Assert.Equal(accepted.OrderBy(one => one.Key), (await records.PaymentsAsync(loanId, limit.Token)).OrderBy(one => one.Key));
            var paid = load.Accepted.Values.Where(payment => payment.LoanId == loanId).Sum(payment => payment.Minor);
            Assert.Equal(50_000_00 - paid, (await borrower.LoanAsync(loanId, limit.Token)).Minor("figures.payoff"));
        }
        var report = await records.VerifyAsync(limit.Token);
        Assert.True(report.IsSound, report.First?.ToString());
    }

    /// <summary>Payers that each pay one payment after another on one of the loans, and try each again until it is accepted.</summary>
    private sealed class Load(Gateway gateway, string[] loans)
    {
        private readonly ConcurrentDictionary<int, TaskCompletionSource> _goals = [];

        public ConcurrentDictionary<string, (string LoanId, long Minor)> Accepted { get; } = [];

        public async Task RunAsync(int payer, CancellationToken enough, CancellationToken cancellationToken)
        {
            for (var number = 1; !enough.IsCancellationRequested; number++)
            {
                var (loanId, minor) = (loans[(payer + number) % loans.Length], 100L + payer);
                var payment = $"pay_{loanId}_{payer}_{number}";
                await gateway.PayAsync(loanId, payment, minor, cancellationToken);
                Accepted[payment] = (loanId, minor);
                foreach (var (goal, reached) in _goals)
                    if (Accepted.Count >= goal) reached.TrySetResult();
            }
        }

        public Task ReachAsync(int count, CancellationToken cancellationToken)
        {
            var reached = _goals.GetOrAdd(count, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            if (Accepted.Count >= count) reached.TrySetResult();
            return reached.Task.WaitAsync(cancellationToken);
        }
    }
}
