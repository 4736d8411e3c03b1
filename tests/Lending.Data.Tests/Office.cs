using System.Collections.Immutable;
using Lending.Domain;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Lending.Data.Tests;

/// <summary>
/// One process of the platform on a database: real services, and commands decided and stored as a grain does it. A second office on the
/// same database is a second process.
/// </summary>
public sealed class Office : IAsyncDisposable
{
    private int _commands;

    public Office(string connectionString)
    {
        ConnectionString = connectionString;
        Database = new LendingDatabase(connectionString);
        Cipher = new FieldCipher(A.MasterKey);
        Journal = new Journal(Database, Cipher, TimeProvider.System, NullLogger<Journal>.Instance);
        Brands = new Brands(Database, TimeProvider.System);
        Products = new Products(Database);
        Charts = new Charts(Database);
        Numbers = new Numbers(Database);
        Owner = NpgsqlDataSource.Create(connectionString);
    }

    public string ConnectionString { get; }

    public LendingDatabase Database { get; }

    public FieldCipher Cipher { get; }

    public Journal Journal { get; }

    public Brands Brands { get; }

    public Products Products { get; }

    public Charts Charts { get; }

    public Numbers Numbers { get; }

    /// <summary>The database as its owner sees it: no Brand, no policy.</summary>
    public NpgsqlDataSource Owner { get; }

    public Office Another() => new(ConnectionString);

    /// <summary>What a command comes to, ready to be stored.</summary>
    public async Task<LoanAppend> DecideAsync(string loanId, LoanCommand command, CommandContext context, string payloadHash = "hash")
    {
        var before = (await Journal.LoadLoanAsync(context.Brand, loanId, CancellationToken.None))?.State ?? Loan.None;
        var brand = await Brands.GetAsync(context.Brand, CancellationToken.None);
        var code = command is StartApplication start ? start.ProductCode : before.ProductCode;
        var product = await Products.FindAsync(context.Brand, code, before.Version == 0 ? null : before.ProductVersion, CancellationToken.None);
        var standing = new CustomerStanding("CU-2606-00001", [], 30, true);
        var decision = LoanDecider.Decide(before, command, new Circumstances(context, loanId, brand, A.Noon, product, standing)
        {
            History = LoanHistory.IsNeeded(before, command, brand.BusinessDate) ? await Journal.EventsAsync(context.Brand, loanId, CancellationToken.None) : null,
            Accounts = command is ConfirmDisbursement ? await Charts.MappingAsync(context.Brand, CancellationToken.None) : [],
        });
        Assert.Null(decision.Refusal);
        return AppendOf(loanId, context, payloadHash, before, product, decision.Events, decision.Outbox, brand.BusinessDate);
    }

    public static LoanAppend AppendOf(
        string loanId, CommandContext context, string payloadHash, Loan before, LoanProduct? product, ImmutableArray<LoanEvent> events,
        ImmutableArray<OutboxItem> outbox, DateOnly businessDate)
    {
        var facts = ImmutableArray.CreateBuilder<BookedFact>();
        var after = before;
        foreach (var @event in events)
        {
            facts.Add(new(@event, LoanPostings.Of(after, @event)));
            after = LoanEvolution.Evolve(after, @event);
        }

        return new(context, payloadHash, loanId, before.Version, facts.DrainToImmutable(), outbox, businessDate, A.Noon, before, after, product);
    }

    /// <summary>Decides and stores a command that must be accepted.</summary>
    public async Task<Loan> DoAsync(string loanId, LoanCommand command, string brand = "saffron", string by = "system")
    {
        var id = $"{loanId}/{by}/{Interlocked.Increment(ref _commands)}";
        var append = await DecideAsync(loanId, command, by == "system" ? A.System(id, brand) : A.Staff(id, by, brand) with { Grants = Grants.Everything });
        Assert.Equal(new AppendResult.Appended(append.After.Version), await Journal.AppendAsync(append));
        return append.After;
    }

    public async Task<Loan> ActiveLoanAsync(string loanId, string brand = "saffron", string product = "payday", long amount = 10_000_00, int tenure = 14)
    {
        await DoAsync(loanId, new StartApplication("CU-2606-00001", product, Money.Inr(amount), tenure), brand);
        await DoAsync(loanId, new SubmitApplication(), brand);
        await DoAsync(loanId, new ApproveByCredit(Money.Inr(amount), "fine"), brand, "priya");
        await DoAsync(loanId, new Sanction(Money.Inr(amount), "fine"), brand, "sunil");
        await DoAsync(loanId, new IssueAgreement("doc-1", "ab12", "sign-1", "https://sign.test/1", A.Day.AddDays(2)), brand);
        await DoAsync(loanId, new RecordSignature("sign-1", "ab12", A.Noon), brand);
        await DoAsync(loanId, new ProposeDisbursement("IMPS"), brand, "omar");
        var proposed = await Journal.LoadLoanAsync(brand, loanId, CancellationToken.None);
        await DoAsync(loanId, new ApproveDisbursement(proposed!.State.Net!.Value), brand, "lata");
        var approved = await Journal.LoadLoanAsync(brand, loanId, CancellationToken.None);
        return await DoAsync(loanId, new ConfirmDisbursement(approved!.State.Payout!.Reference!, "utr-1"), brand);
    }

    /// <summary>A customer with a mobile number and a profile.</summary>
    public async Task RegisterAsync(string id, string name, string mobile, string brand = "saffron")
    {
        var customer = Customer.None;
        var profile = new PersonalProfile(
            Cipher.Seal(brand, Field.Name, name), Cipher.Seal(brand, Field.BirthDate, "1996-02-11"), new DateOnly(1996, 2, 1), "f", "single",
            Cipher.Seal(brand, Field.Name, "Ravi Rao"), Cipher.Seal(brand, Field.Name, "Lata Rao"), "none",
            Cipher.Seal(brand, Field.Address, "1 MG Road, Bengaluru"), "560001");
        CustomerEvent[] events = [new CustomerRegistered(id, Cipher.Seal(brand, Field.Mobile, mobile), null, true, A.Noon), new ProfileSaved(profile, A.Noon)];
        foreach (var @event in events) customer = CustomerEvolution.Evolve(customer, @event);
        var append = new CustomerAppend(
            A.System($"register/{id}", brand), "hash", id, 0, [.. events.Select(@event => new BookedFact(@event, []))], [], A.Day, A.Noon, customer);
        Assert.Equal(new AppendResult.Appended(2), await Journal.AppendAsync(append));
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        await Database.DisposeAsync();
        await Owner.DisposeAsync();
    }
}
