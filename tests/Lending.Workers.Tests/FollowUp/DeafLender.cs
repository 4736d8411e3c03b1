using System.Collections.Immutable;
using System.Net.Http.Json;
using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Sandbox;

namespace Lending.Workers.Tests.FollowUp;

/// <summary>A worker process on a real database and a real sandbox whose webhooks never come: it has no key to sign them with.</summary>
public sealed class DeafLender : IAsyncDisposable
{
    public const string Brand = "saffron";

    public static readonly DateOnly Day = new(2026, 6, 1);

    private static readonly Money Amount = Money.Inr(50_000_00);

    /// <summary>18 % a year, in monthly instalments.</summary>
    public static readonly LoanProduct Emi = new(
        "emi", 1, "Personal loan", RepaymentPlan.Emi, Money.Inr(10_000_00), Money.Inr(5_00_000_00), 3, 36, 18m,
        [new FeeTerms("processing", "Processing fee", 2m, null, 18m)], new PenaltyTerms(0.1m));

    private readonly DirectoryInfo _data;
    private readonly WebApplication _sandbox;
    private readonly IHost _host;
    private int _loans;

    private DeafLender(WebApplication sandbox, IHost host, ShiftedClock clock, DirectoryInfo data) => (_sandbox, _host, Clock, _data) = (sandbox, host, clock, data);

    public ShiftedClock Clock { get; }

    public static async Task<DeafLender> StartAsync(string database, BrandSettings? settings = null, LoanProduct? product = null)
    {
        var data = Directory.CreateTempSubdirectory("deaf-lender");
        var sandbox = SandboxApp.Build(
            ["--urls=http://127.0.0.1:0", $"--DataFolder={data.FullName}", "--Sandbox:SettleAfterMs=20", "--Logging:LogLevel:Default=Warning"]);
        await sandbox.StartAsync();

        var clock = new ShiftedClock();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:lendingdb"] = database, ["Fields:Key"] = "field-key-of-the-workers-tests-0123456789",
            ["Providers:BaseUrl"] = sandbox.Urls.Single(), ["Webhooks:Key"] = "never used, as nothing comes in",
        });
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddLendingData();
        builder.Services.AddLendingProviders(builder.Configuration);
        builder.Services.AddWorkerServices();
        builder.AddGrainHosting(LendingJson.Options);
        var host = builder.Build();
        await host.StartAsync();

        var lender = new DeafLender(sandbox, host, clock, data);
        await lender.Get<Data.Brands>().AddAsync(new Brand(Brand, "Saffron Credit", "Asia/Kolkata", Day, (settings ?? new BrandSettings()) with { FollowsTheClock = false }), default);
        await lender.Get<Data.Products>().AddAsync(Brand, product ?? Emi, default);
        return lender;
    }

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>One round of a job, as Quartz runs it.</summary>
    public async Task RunAsync<TJob>() where TJob : class, IJob =>
        await ActivatorUtilities.CreateInstance<TJob>(_host.Services).Execute(null!, CancellationToken.None);

    public async Task<Loan> LoanAsync(string id) =>
        (await Get<IGrainFactory>().GetGrain<ILoanGrain>(GrainKeys.Of(Brand, id)).GetAsync()).Value!;

    public Task<Outcome<Loan>> AskAsync(string id, LoanCommand command, string? commandId = null) =>
        Get<IGrainFactory>().ExecuteAsync(Brand, id, command, commandId ?? Guid.NewGuid().ToString("N"), "test", CancellationToken.None);

    /// <summary>A loan that stands where its first events leave it: 4 sanctioned, 8 payout requested, 9 active.</summary>
    public async Task<string> LoanOfAsync(int events, string product = "emi")
    {
        var id = $"LN-2606-{++_loans:D5}";
        var quote = Quotes.Of(Emi, Amount, 6, Day, BusinessCalendar.EveryDay);
        ImmutableArray<LoanEvent> life =
        [
            new ApplicationStarted(id, "CU-2606-00001", product, Emi.Version, Amount, 6), new ApplicationSubmitted(Day), new CreditApproved(Amount, "", "priya"),
            new LoanSanctioned(Amount, quote.Charges, quote.Net, "", "sunil"), new AgreementIssued("doc-1", "ab12", "sign-1", "https://sign.test/1", Day),
            new AgreementSigned("sign-1", "ab12", Clock.GetUtcNow()), new DisbursementProposed("IMPS", quote.Net, "omar"),
            new DisbursementApproved(LoanReference.Of(Brand, id, "payout-1"), 1, "IMPS", quote.Net, "lata"),
            new LoanDisbursed(LoanReference.Of(Brand, id, "payout-1"), "utr-1", Day, Amount, quote.Charges, quote.Net, quote.Schedule),
        ];
        var (after, facts) = LoanGrain.Book(Loan.None, life[..events]);
        var context = new CommandContext($"life/{id}", Brand, Actor.System("test"), Grants.Everything, Guid.Empty);
        var append = new LoanAppend(context, "", id, 0, facts, [], Day, Clock.GetUtcNow(), Loan.None, after, Emi);
        Assert.IsType<AppendResult.Appended>(await Get<Journal>().AppendAsync(append));
        return id;
    }

    /// <summary>What a person does on a page of the sandbox.</summary>
    public async Task PressAsync(string path, object body)
    {
        using var http = new HttpClient { BaseAddress = new Uri(_sandbox.Urls.Single()) };
        (await http.PostAsJsonAsync(path, body)).EnsureSuccessStatusCode();
    }

    /// <summary>Makes a third party misbehave.</summary>
    public async Task SwitchAsync(string capability, object change)
    {
        using var http = new HttpClient { BaseAddress = new Uri(_sandbox.Urls.Single()) };
        (await http.PutAsJsonAsync("/switches", new Dictionary<string, object> { [capability] = change })).EnsureSuccessStatusCode();
    }

    /// <summary>The borrower of every loan here, with a name and a phone.</summary>
    public async Task BorrowerAsync()
    {
        const string id = "CU-2606-00001";
        var cipher = Get<FieldCipher>();
        Sealed Seal(Field field, string clear) => cipher.Seal(Brand, field, clear);
        var profile = new PersonalProfile(
            Seal(Field.Name, "Asha Kumar"), Seal(Field.BirthDate, "1994-03-01"), new DateOnly(1994, 3, 1), "female", "single", Seal(Field.Name, "Ram Kumar"), Seal(Field.Name, "Sita Kumar"),
            "not stated", Seal(Field.Address, "1 MG Road, Bengaluru"), "560001");
        foreach (var command in new CustomerCommand[] { new RegisterCustomer(id, Seal(Field.Mobile, "+919812345678"), null, false), new SaveProfile(profile) })
        {
            var context = new CommandContext(Guid.NewGuid().ToString("N"), Brand, new Actor(ActorKind.Borrower, id, "Borrower"), Grants.OfBorrower(id), Guid.Empty);
            Assert.False((await Get<IGrainFactory>().GetGrain<ICustomerGrain>(GrainKeys.Of(Brand, id)).ExecuteAsync(new CustomerRequest(command, context))).IsRefused);
        }
    }

    public async Task<string> OtpAsync(string mobile)
    {
        using var http = new HttpClient { BaseAddress = new Uri(_sandbox.Urls.Single()) };
        var phone = await http.GetFromJsonAsync<Phone>($"/api/messages?to={Uri.EscapeDataString(mobile)}");
        return phone!.Messages[0].Text[..6];
    }

    public async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, Func<Npgsql.NpgsqlDataReader, T> read) =>
        await Get<LendingDatabase>().ListAsync(Brand, sql, [], read, default);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        await _sandbox.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private sealed record Phone(Letter[] Messages);

    private sealed record Letter(string Text);
}
