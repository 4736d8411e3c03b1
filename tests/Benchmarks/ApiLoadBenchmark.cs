using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Aspire.Hosting.Testing;
using Lending.Domain;
using Lending.Flows;
using Lending.Providers.Webhooks;

namespace Lending.Benchmarks;

/// <summary>
/// The API under an even load of reads and payments, each sent at its own moment whether earlier ones have been answered or not, so a stall is
/// seen in every request it delays. Latency counts from that moment. The baseline is the same load on /alive, which does nothing.
/// </summary>
public static class ApiLoadBenchmark
{
    private const int Borrowers = 24;
    private const string FieldKey = "field-key-of-the-load-0123456789012345";
    private const string WebhookKey = "webhook-key-of-the-load-01234567890123";

    public static async Task<int> RunAsync(string[] args)
    {
        var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 60;
        var rate = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200;

        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            ["--DemoData=false", $"--Parameters:field-key={FieldKey}", $"--Parameters:webhook-key={WebhookKey}"]);
        await using var host = await builder.BuildAsync();
        await host.StartAsync();
        foreach (var service in new[] { "lending-api", "lending-workers", "sandbox" }) await host.ResourceNotifications.WaitForResourceHealthyAsync(service);
        var installation = new Installation(
            host.GetEndpoint("lending-api", "http"), host.GetEndpoint("sandbox", "http"),
            await host.GetConnectionStringAsync("lendingdb") ?? "", FieldKey, WebhookKey);
        await using var app = await LendingApp.JoinAsync(installation);
        await app.AddBrandsAsync(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));

        Console.WriteLine($"Preparing {Borrowers} borrowers with running loans ...");
        var people = new List<(Borrower Borrower, string LoanId)>();
        for (var i = 0; i < Borrowers; i++) people.Add(await app.BorrowAsync());

        await LoadAsync("warm-up", rate, 5, i => RequestAsync(app, people, i));
        var baseline = await LoadAsync("baseline /alive", rate, 15, async _ => (await app.Api.GetAsync("/alive")).IsSuccessStatusCode);
        var load = await LoadAsync("reads and payments", rate, seconds, i => RequestAsync(app, people, i));
        Console.WriteLine($"p99 is {load.P99 / baseline.P99:F1} times the baseline's");
        return load.Errors == 0 ? 0 : 1;
    }

    /// <summary>Seven reads of four kinds and three payments out of ten requests.</summary>
    private static async Task<bool> RequestAsync(LendingApp app, List<(Borrower Borrower, string LoanId)> people, int i)
    {
        var (borrower, loanId) = people[i % people.Count];
        var answer = (i / people.Count % 10) switch
        {
            0 or 3 or 6 => await PayAsync(app, loanId, i),
            1 or 7 => await borrower.Api.GetAsync($"/api/v1/loans/{loanId}"),
            2 or 8 => await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/schedule"),
            4 or 9 => await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/ledger"),
            _ => await borrower.Api.GetAsync("/api/v1/loans"),
        };
        return (int)answer.Status is >= 200 and < 300;
    }

    private static Task<Answer> PayAsync(LendingApp app, string loanId, int i)
    {
        var payment = $"pay_{Guid.CreateVersion7():N}";
        var body = JsonSerializer.Serialize(new
        {
            eventId = $"evt_{payment}", occurredAt = TimeProvider.System.GetUtcNow(), sequence = i, clientReference = LoanReference.Of("saffron", loanId, "link-load"),
            providerReference = "plink_load", paymentReference = payment, state = "paid", amountMinor = 1_00, currency = "INR", method = "upi", utr = payment,
        });
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = WebhookSignature.Sign(Encoding.UTF8.GetBytes(WebhookKey), timestamp, Encoding.UTF8.GetBytes(body));
        return app.Stranger.SendAsync(
            HttpMethod.Post, "/api/v1/webhooks/payments", new StringContent(body, Encoding.UTF8, "application/json"), "", default,
            (WebhookSignature.TimestampHeader, timestamp), (WebhookSignature.SignatureHeader, signature));
    }

    private static async Task<(double P99, int Errors)> LoadAsync(string name, int rate, int seconds, Func<int, Task<bool>> send)
    {
        var latencies = new ConcurrentBag<double>();
        var errors = 0;
        var running = new List<Task>(rate * seconds);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < rate * seconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / rate);
            if (due - clock.Elapsed is { Ticks: > 0 } early) await Task.Delay(early);
            running.Add(OneAsync(i, due));
        }
        await Task.WhenAll(running);
        var elapsed = clock.Elapsed;

        var sorted = latencies.Order().ToArray();
        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
        Console.WriteLine(
            $"{name}: {sorted.Length / elapsed.TotalSeconds:F0} requests/s for {elapsed.TotalSeconds:F0} s, p50 {At(0.5):F1} ms, p95 {At(0.95):F1} ms, " +
            $"p99 {At(0.99):F1} ms, max {sorted[^1]:F0} ms, {errors} errors");
        return (At(0.99), errors);

        async Task OneAsync(int i, TimeSpan due)
        {
            try
            {
                if (!await send(i)) Interlocked.Increment(ref errors);
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref errors);
            }
            latencies.Add((clock.Elapsed - due).TotalMilliseconds);
        }
    }
}
