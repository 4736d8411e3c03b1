using Lending.Data;
using Lending.Domain;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lending.Flows;

/// <summary>Where a running installation is: its API and Sandbox, and what a process of its own needs to give staff commands.</summary>
public sealed record Installation(Uri Api, Uri Sandbox, string Database, string FieldKey, string WebhookKey)
{
    /// <summary>An installation that is already up, named by LENDING_API, LENDING_SANDBOX, LENDING_DB, LENDING_FIELD_KEY and LENDING_WEBHOOK_KEY.</summary>
    public static Installation? FromEnvironment()
    {
        static string? Named(string name) => Environment.GetEnvironmentVariable(name);
        return Named("LENDING_API") is { } api && Named("LENDING_SANDBOX") is { } sandbox && Named("LENDING_DB") is { } database
            ? new(new(api), new(sandbox), database, Named("LENDING_FIELD_KEY") ?? "", Named("LENDING_WEBHOOK_KEY") ?? "")
            : null;
    }
}

/// <summary>A whole installation as a test sees it: intentions, never its insides.</summary>
public sealed class LendingApp : IAsyncDisposable
{
    private readonly IHost _staffRoom;

    private LendingApp(Installation installation, IHost staffRoom)
    {
        _staffRoom = staffRoom;
        Installation = installation;
        Api = new HttpClient { BaseAddress = installation.Api };
        Sandbox = new HttpClient { BaseAddress = installation.Sandbox };
    }

    public Installation Installation { get; }

    public HttpClient Api { get; }

    public HttpClient Sandbox { get; }

    /// <summary>Somebody who has not signed in.</summary>
    public ApiClient Stranger => new(Api);

    /// <summary>Joins a running installation with a process of its own for what staff do.</summary>
    public static async Task<LendingApp> JoinAsync(Installation installation, CancellationToken cancellationToken = default)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:lendingdb"] = installation.Database, ["Fields:Key"] = installation.FieldKey,
        });
        builder.Services.AddLendingData();
        builder.AddGrainHosting(LendingJson.Options);
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new LendingApp(installation, host);
    }

    /// <summary>Makes the two Brands of the tests where they are not there yet.</summary>
    public async Task AddBrandsAsync(DateOnly firstDay, CancellationToken cancellationToken = default)
    {
        foreach (var (code, name) in new[] { ("saffron", "Saffron Credit"), ("indigo", "Indigo Finance") })
        {
            await Get<Brands>().AddAsync(new Brand(code, name, "Asia/Kolkata", firstDay, new BrandSettings { LegalName = name, LegalAddress = "Bengaluru" }), cancellationToken);
            await Get<Products>().AddAsync(code, new LoanProduct(
                "EMI", 1, "Salary EMI", RepaymentPlan.Emi, Money.Inr(15_000_00), Money.Inr(5_00_000_00), 3, 24, 18m,
                [new FeeTerms("processing", "Processing fee", 2m, null, 18m)], new PenaltyTerms(0.08m)), cancellationToken);
            await Get<Products>().AddAsync(code, new LoanProduct(
                "PAYDAY", 1, "Salary advance", RepaymentPlan.Payday, Money.Inr(15_000_00), Money.Inr(60_000_00), 7, 45, 0.5m,
                [new FeeTerms("processing", "Processing fee", 3m, null, 18m)], new PenaltyTerms(0.1m)), cancellationToken);
        }
    }

    /// <summary>A service of the staff's process, for tests that look at what was stored.</summary>
    public T Get<T>() where T : notnull => _staffRoom.Services.GetRequiredService<T>();

    public Staff StaffOf(string brand) => new(Get<IGrainFactory>(), brand);

    public Task<Borrower> SignUpAsync(string brand = "saffron", Person? person = null, CancellationToken cancellationToken = default) =>
        SignUp.RunAsync(Api, Sandbox, brand, person ?? Person.Next(), cancellationToken);

    public async Task<Borrower> OnboardAsync(string brand = "saffron", Person? person = null, CancellationToken cancellationToken = default) =>
        await (await SignUpAsync(brand, person, cancellationToken)).OnboardAsync(cancellationToken);

    /// <summary>A borrower with a loan that is paid out.</summary>
    public async Task<(Borrower Borrower, string LoanId)> BorrowAsync(
        string brand = "saffron", string product = "EMI", long amountMinor = 50_000_00, int tenure = 6, CancellationToken cancellationToken = default)
    {
        var borrower = await OnboardAsync(brand, cancellationToken: cancellationToken);
        var loanId = await borrower.ApplyAsync(product, amountMinor, tenure, cancellationToken);
        var staff = StaffOf(brand);
        await staff.ApproveAsync(loanId, cancellationToken);
        await borrower.SignAsync(loanId, cancellationToken);
        await staff.DisburseAsync(loanId, cancellationToken);
        await borrower.StatusAsync(loanId, "ACTIVE", cancellationToken);
        return (borrower, loanId);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        Sandbox.Dispose();
        await _staffRoom.StopAsync();
        _staffRoom.Dispose();
    }
}
