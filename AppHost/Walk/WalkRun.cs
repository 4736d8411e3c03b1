using System.Diagnostics;

namespace Lending.AppHost.Walk;

/// <summary>
/// The whole platform in a throw-away folder on free ports, with Brands, products and staff but no customers: starts it, lives through a payday and
/// an EMI loan over HTTP, checks the books, and stops it.
/// </summary>
internal sealed class WalkRun : IDisposable
{
    private const string Flag = "--walk";

    private static readonly TimeSpan StartAllowed = TimeSpan.FromMinutes(10);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"lending-walk-{Guid.NewGuid():N}");

    private WalkRun(IEnumerable<string> args) => Options = new()
    {
        Args =
        [
            .. args, $"--DataFolder={_folder}", "--DcpPublisher:RandomizePorts=true", "--DemoData=true", "--Demo:Customers=0",
        ],
        DisableDashboard = true,
    };

    /// <summary>The services the walk talks to or waits for.</summary>
    public sealed record Services(
        IResourceBuilder<ProjectResource> Api, IResourceBuilder<ProjectResource> Portal, IResourceBuilder<ProjectResource> Sandbox,
        IResourceBuilder<ProjectResource> Workers);

    /// <summary>How the builder is to be made for a walk.</summary>
    public DistributedApplicationOptions Options { get; }

    /// <summary>A walk when the command line asks for one.</summary>
    public static WalkRun? AskedFor(string[] args) => args.Contains(Flag) ? new(args.Where(arg => arg != Flag)) : null;

    /// <summary>0 when every step succeeded; 1 and the name of the step that did not otherwise.</summary>
    public async Task<int> RunAsync(DistributedApplication application, Services services, Verification verification)
    {
        var watch = Stopwatch.StartNew();
        var steps = new Steps(Console.Out);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        await using (application)
        {
            try
            {
                await steps.RunAsync("Start everything", () => StartAsync(application, services, stop.Token));
                await LiveAsync(steps, services, stop.Token);
                await steps.RunAsync("Verify every chain, balance and read model", () => verification.RunAsync(services.Sandbox.GetEndpoint("http").Url, stop.Token));
            }
            catch (StepFailed failed)
            {
                steps.Say($"""

                    Failed at step {failed.Number}: {failed.What}
                      {failed.Message}
                    """);
                return 1;
            }
            finally
            {
                await application.StopAsync(CancellationToken.None);
            }
        }

        steps.Say($"Everything is stopped. The walk took {watch.Elapsed.TotalSeconds:0} s.");
        return 0;
    }

    /// <summary>Throws the data away.</summary>
    public void Dispose()
    {
        if (!Directory.Exists(_folder)) return;

        // A server that runs as another user keeps its files elsewhere, behind a link.
        foreach (var link in new DirectoryInfo(_folder).EnumerateDirectories().Select(entry => entry.LinkTarget).OfType<string>().Where(Directory.Exists))
            Directory.Delete(link, recursive: true);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> StartAsync(DistributedApplication application, Services services, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartAllowed);
        await application.StartAsync(limit.Token);
        foreach (var service in new[] { services.Sandbox, services.Api, services.Portal, services.Workers })
            await application.ResourceNotifications.WaitForResourceHealthyAsync(service.Resource.Name, limit.Token);
        return $"API {services.Api.GetEndpoint("http").Url}, portal {services.Portal.GetEndpoint("http").Url}, sandbox {services.Sandbox.GetEndpoint("http").Url}";
    }

    private static async Task LiveAsync(Steps steps, Services services, CancellationToken cancellationToken)
    {
        using var api = new HttpClient { BaseAddress = new Uri(services.Api.GetEndpoint("http").Url) };
        using var sandbox = new HttpClient { BaseAddress = new Uri(services.Sandbox.GetEndpoint("http").Url) };
        var office = new Office(steps, api, sandbox, cancellationToken);
        await office.OpenAsync();
        var payday = await new PaydayLife(steps, office).LiveAsync();
        var emi = await new EmiLife(steps, office, cancellationToken).LiveAsync();
        var books = new Books(steps, office, cancellationToken);
        await books.PrintLedgerAsync("payday", payday);
        await books.PrintLedgerAsync("EMI", emi);
        await books.PrintTrialBalanceAsync();
    }
}
