using System.Collections.Immutable;
using System.Globalization;
using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.TestPostgres;
using Lending.Workers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lending.Benchmarks;

/// <summary>A Brand with many active loans of twelve instalments on a durable PostgreSQL of its own, and a process that serves it.</summary>
public sealed class BenchmarkBrand : IAsyncDisposable
{
    public const string Code = "saffron";

    public static readonly DateOnly Day = new(2026, 6, 1);

    private static readonly LoanProduct Emi = new(
        "emi", 1, "Personal loan", RepaymentPlan.Emi, Money.Inr(10_000_00), Money.Inr(5_00_000_00), 3, 36, 18m,
        [new FeeTerms("processing", "Processing fee", 2m, null, 18m)], new PenaltyTerms(0.1m));

    private readonly PostgresServer _server;
    private readonly IHost _host;

    private BenchmarkBrand(PostgresServer server, IHost host, string connectionString) =>
        (_server, _host, ConnectionString) = (server, host, connectionString);

    public string ConnectionString { get; }

    public IServiceProvider Services => _host.Services;

    public static async Task<BenchmarkBrand> OpenAsync(int loans)
    {
        var server = await PostgresServer.StartAsync(durable: true);
        var connectionString = await server.CreateDatabaseAsync();
        await LendingMigrations.ApplyAsync(connectionString + ";Pooling=false", CancellationToken.None);

        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:lendingdb"] = connectionString,
            ["Fields:Key"] = "a key for benchmarks only, nothing real is sealed with it",
        });
        builder.Services.AddLendingData();
        builder.Services.AddWorkerServices();
        builder.AddGrainHosting(LendingJson.Options);
        var host = builder.Build();
        await host.StartAsync();

        var brand = new BenchmarkBrand(server, host, connectionString);
        await brand.FillAsync(loans);
        return brand;
    }

    public static string LoanId(int number) => string.Create(CultureInfo.InvariantCulture, $"LN-2606-{number:D6}");

    public static string CustomerId(int number) => string.Create(CultureInfo.InvariantCulture, $"CU-{number:D6}");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _server.DisposeAsync();
    }

    private async Task FillAsync(int loans)
    {
        var brand = new Brand(Code, "Saffron Credit", "Asia/Kolkata", Day, new BrandSettings { SundayOff = false });
        await Services.GetRequiredService<Data.Brands>().AddAsync(brand, CancellationToken.None);
        await Services.GetRequiredService<Products>().AddAsync(Code, Emi, CancellationToken.None);
        var journal = Services.GetRequiredService<Journal>();
        var templates = Math.Min(loans, LoanCopies.Templates);
        await journal.AppendManyAsync(Code, [.. Enumerable.Range(1, templates).Select(number => Active(number, brand))], CancellationToken.None);
        await LoanCopies.FillAsync(ConnectionString, templates, loans);
    }

    /// <summary>A loan paid out on <see cref="Day"/>, and the product and brand it belongs to.</summary>
    public static (Loan Loan, LoanProduct Product, Brand Brand) Sample()
    {
        var brand = new Brand(Code, "Saffron Credit", "Asia/Kolkata", Day, new BrandSettings { SundayOff = false });
        return (Active(1, brand).After, Emi, brand);
    }

    /// <summary>What happened to a loan from its application to its payout on <see cref="Day"/>.</summary>
    public static ImmutableArray<LoanEvent> UntilPaidOut(string id, string customerId, LoanProduct product, Money amount, int tenure, Brand brand)
    {
        var quote = Quotes.Of(product, amount, tenure, Day, brand.Settings.Calendar);
        return
        [
            new ApplicationStarted(id, customerId, product.Code, product.Version, amount, tenure),
            new ApplicationSubmitted(Day),
            new CreditApproved(amount, "", "priya"),
            new LoanSanctioned(amount, quote.Charges, quote.Net, "", "sunil"),
            new AgreementIssued("doc-1", "ab12", "sign-1", "https://sign.test/1", Day),
            new AgreementSigned("sign-1", "ab12", DateTimeOffset.UnixEpoch),
            new DisbursementProposed("IMPS", quote.Net, "omar"),
            new DisbursementApproved($"{Code}.{id}.payout-1", 1, "IMPS", quote.Net, "lata"),
            new LoanDisbursed($"{Code}.{id}.payout-1", "utr-1", Day, amount, quote.Charges, quote.Net, quote.Schedule),
        ];
    }

    private static LoanAppend Active(int number, Brand brand)
    {
        var id = LoanId(number);
        var events = UntilPaidOut(id, CustomerId(number), Emi, Money.Inr(50_000_00 + number % 100 * 1_000_00), 12, brand);
        var (after, facts) = LoanGrain.Book(Loan.None, events);
        var context = new CommandContext($"fill/{id}", Code, Actor.System("fill"), Grants.Everything, Guid.Empty);
        return new(context, "", id, 0, facts, [], Day, DateTimeOffset.UnixEpoch, Loan.None, after, Emi);
    }
}
