using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data.Tests;

/// <summary>Checks for another loan and their offers in the read models.</summary>
[Collection(OnPostgres.Name)]
public sealed class ReloanTests(LendingServer server) : IAsyncLifetime
{
    private const string LoanId = "LN-2606-00001";
    private const string Customer = "CU-2606-00001";

    private static readonly ReloanTerms Terms = new(Money.Inr(10_000_00), Money.Inr(11_000_00), 14, A.Day.AddDays(30));

    private static readonly ImmutableArray<ReloanFinding> Findings =
        [new(ReloanRule.OnTime, true, "0", "2"), new(ReloanRule.Cooldown, true), new(ReloanRule.Amount, true, "INR 11000.00", "INR 50000.00")];

    private Office _office = null!;
    private int _commands;

    private ReloansQuery Reloans => new(_office.Database);

    public async Task InitializeAsync()
    {
        _office = await server.OfficeAsync();
        await _office.RegisterAsync(Customer, "Asha Rao", "9845012641");
        await RepayAsync(LoanId);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Log_OfACheckWithoutAnOffer_HasEveryReason()
    {
        ImmutableArray<ReloanFinding> findings = [new(ReloanRule.OnTime, false, "4", "2"), new(ReloanRule.OtherLoans, true, "0", "0")];
        await StoreAsync(new ReloanChecked(1, A.Day, findings, "re-loan"));

        var line = Assert.Single((await Reloans.RunAsync("saffron", new([], WithoutOffer: true), null, 50, default)).Rows);
        Assert.Equal((LoanId, 1, Customer, "Asha Rao", "re-loan"), (line.LoanId, line.Number, line.CustomerId, line.CustomerName, line.By));
        Assert.Equal(findings.AsEnumerable(), line.Findings);
        Assert.Equal(ReloanRule.OnTime, Assert.Single(line.Against).Rule);
        Assert.Null(line.Offer);
        Assert.Equal(0, await Reloans.PendingAsync("saffron", default));
        Assert.Null(await FirstFindingAsync());
    }

    [Fact]
    public async Task Offer_FromPendingToTaken_IsInEachListWhileItBelongsThere()
    {
        await StoreAsync(new ReloanChecked(1, A.Day, Findings, "re-loan") { Offer = Terms });
        Assert.Equal(1, await Reloans.PendingAsync("saffron", default));
        Assert.Equal(Terms, Assert.Single((await Reloans.RunAsync("saffron", new([ReloanState.Pending]), null, 50, default)).Rows).Offer!.Terms);

        await StoreAsync(new ReloanApproved(1, A.Day, "priya", "pays well"));
        Assert.Empty((await Reloans.RunAsync("saffron", new([ReloanState.Pending]), null, 50, default)).Rows);
        await StoreAsync(new ReloanAccepted(1, A.Day, "LN-2606-00009", Money.Inr(9_000_00), 10));

        var line = Assert.Single((await Reloans.RunAsync("saffron", ReloanFilter.All with { CustomerId = Customer, LoanId = LoanId }, null, 50, default)).Rows);
        Assert.Equal((ReloanState.Approved, "priya", "pays well", "LN-2606-00009", Money.Inr(9_000_00)),
            (line.Offer!.State, line.Offer.DecidedBy, line.Offer.Reason, line.Offer.Application, line.Offer.Taken));
        Assert.Null(await FirstFindingAsync());
    }

    [Fact]
    public async Task Over_FindsOpenOffersOnTheDayAfterTheirLast()
    {
        await StoreAsync(new ReloanChecked(1, A.Day, Findings, "re-loan") { Offer = Terms }, new ReloanApproved(1, A.Day, "re-loan", null));
        var over = new ReloansOver(_office.Database);

        Assert.Empty(await over.RunAsync("saffron", Terms.Until, default));
        Assert.Equal(new ReloanOver(LoanId, 1), Assert.Single(await over.RunAsync("saffron", Terms.Until.AddDays(1), default)));
        Assert.Empty(await over.RunAsync("indigo", Terms.Until.AddDays(1), default));

        await StoreAsync(new ReloanCancelled(1, A.Day, ReloanEnding.Expired, "re-loan", "offer_days_over"));
        Assert.Empty(await over.RunAsync("saffron", Terms.Until.AddDays(1), default));
    }

    [Fact]
    public async Task Log_InPages_ShowsEveryCheckOnceAndNoneToAnotherBrand()
    {
        foreach (var id in new[] { "LN-2606-00002", "LN-2606-00003" }) await RepayAsync(id);
        foreach (var id in new[] { LoanId, "LN-2606-00002", "LN-2606-00003" }) await StoreToAsync(id, new ReloanChecked(1, A.Day, Findings, "re-loan"));

        var first = await Reloans.RunAsync("saffron", ReloanFilter.All, null, 2, default);
        var second = await Reloans.RunAsync("saffron", ReloanFilter.All, first.Next, 2, default);

        Assert.Equal((3, 2, 1), (first.Count, first.Rows.Count, second.Rows.Count));
        Assert.Null(second.Next);
        Assert.Equal(3, first.Rows.Concat(second.Rows).Select(row => row.LoanId).Distinct().Count());
        Assert.Equal(0, (await Reloans.RunAsync("indigo", ReloanFilter.All, null, 50, default)).Count);
    }

    [Fact]
    public async Task Record_OfACustomer_CountsPaidOutLoansAndThoseInTrouble()
    {
        await _office.ActiveLoanAsync("LN-2606-00002");
        await _office.DoAsync("LN-2606-00003", new StartApplication(Customer, "payday", Money.Inr(10_000_00), 14));
        var records = new CustomerRecordQuery(_office.Database);
        Assert.Equal(new CustomerRecord(2, 0), await records.RunAsync("saffron", Customer, LoanId, default));

        await using (var late = _office.Owner.CreateCommand("UPDATE loan SET dpd = 3 WHERE id = 'LN-2606-00002'")) await late.ExecuteNonQueryAsync();

        Assert.Equal(new CustomerRecord(2, 1), await records.RunAsync("saffron", Customer, LoanId, default));
        Assert.Equal(new CustomerRecord(2, 0), await records.RunAsync("saffron", Customer, "LN-2606-00002", default));
        Assert.Equal(new CustomerRecord(0, 0), await records.RunAsync("saffron", "CU-2606-00009", LoanId, default));
    }

    [Theory]
    [InlineData("UPDATE reloan_offer SET amount = 1", "reloan_offer")]
    [InlineData("UPDATE reloan_check SET findings = '[]'", "reloan_check")]
    [InlineData("DELETE FROM reloan_check", "reloan_check")]
    public async Task Verify_OfASpoiltRow_FindsItAndARebuildPutsItRight(string spoiling, string table)
    {
        await StoreAsync(new ReloanChecked(1, A.Day, Findings, "re-loan") { Offer = Terms });
        await using (var spoil = _office.Owner.CreateCommand(spoiling)) await spoil.ExecuteNonQueryAsync();
        Assert.Contains(table, await FirstFindingAsync());

        await new Rebuild(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default);

        Assert.Null(await FirstFindingAsync());
    }

    private async Task RepayAsync(string loanId)
    {
        var loan = await _office.ActiveLoanAsync(loanId);
        await _office.DoAsync(loanId, new ReceivePayment($"p-{loanId}", LoanFigures.PayoffOf(loan), "upi", "r1"));
    }

    private Task StoreAsync(params LoanEvent[] events) => StoreToAsync(LoanId, events);

    private async Task StoreToAsync(string loanId, params LoanEvent[] events)
    {
        var before = (await _office.Journal.LoadLoanAsync("saffron", loanId, default))!.State;
        var product = await _office.Products.FindAsync("saffron", before.ProductCode, before.ProductVersion, default);
        var append = Office.AppendOf(loanId, A.System($"reloan-{Interlocked.Increment(ref _commands)}", "saffron"), "hash", before, product, [.. events], [], A.Day);
        Assert.IsType<AppendResult.Appended>(await _office.Journal.AppendAsync(append));
    }

    private async Task<string?> FirstFindingAsync() =>
        (await new Verify(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).First?.What;
}
