using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data.Tests;

/// <summary>Changes of running loans in the read models.</summary>
[Collection(OnPostgres.Name)]
public sealed class LoanChangeTests(LendingServer server) : IAsyncLifetime
{
    private const string LoanId = "LN-2606-00001";
    private Office _office = null!;
    private int _commands;

    public async Task InitializeAsync()
    {
        _office = await server.OfficeAsync();
        await _office.ActiveLoanAsync(LoanId, product: "emi", amount: 60_000_00, tenure: 6);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Change_ThatWaits_IsAmongTheApprovalsUntilItIsTurnedDown()
    {
        await StoreAsync("omar", new LoanChangeProposed("change-1", new RateChange(12m), A.Day, "promised by phone", "omar"));

        var waiting = Assert.Single(await new ApprovalsQuery(_office.Database).RunAsync("saffron", default));
        Assert.Equal((ApprovalKind.Change, "rate", "change-1", "omar", "promised by phone"), (waiting.Kind, waiting.Channel, waiting.ChangeId, waiting.MakerId, waiting.Note));
        Assert.Equal(1, (await new WorkQueueQuery(_office.Database).CountsAsync("saffron", default)).Single(count => count.Queue is WorkQueue.ChangesToApprove).Count);

        await StoreAsync("lata", new LoanChangeRejected("change-1", "not promised"));

        Assert.Empty(await new ApprovalsQuery(_office.Database).RunAsync("saffron", default));
        Assert.Equal(1, await _office.CountAsync("SELECT count(*) FROM loan_change WHERE state = 'rejected' AND reason = 'not promised' AND asked_by = 'omar'"));
    }

    [Fact]
    public async Task Change_ThatShortensTheSchedule_TakesTheLastInstalmentsAwayAndVerifyAgrees()
    {
        var loan = (await _office.Journal.LoadLoanAsync("saffron", LoanId, default))!.State;
        var last = loan.Instalments[3] with { Principal = loan.Instalments[3].Principal + loan.Instalments[4].Principal + loan.Instalments[5].Principal };
        var shorter = loan.Instalments.RemoveRange(3, 3).Add(last);
        var outcome = new ChangeOutcome { Instalments = shorter, Advance = loan.Advance, SuspendedInterest = loan.SuspendedInterest };
        await StoreAsync("omar", new LoanChangeProposed("change-1", new RateChange(12m), A.Day, "why", "omar"));
        await StoreAsync("lata", new LoanChanged("change-1", new RateChange(12m), A.Day, "lata", outcome));

        Assert.Equal(4, await _office.CountAsync("SELECT count(*) FROM instalment"));
        Assert.Null((await new Verify(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).First?.What);
    }

    [Fact]
    public async Task Schedules_OfAChangedLoan_AreTheContractAndTheRevisionWithItsPeople()
    {
        var loan = (await _office.Journal.LoadLoanAsync("saffron", LoanId, default))!.State;
        var (fifth, sixth) = (loan.Instalments[4], loan.Instalments[5]);
        var shorter = loan.Instalments.RemoveAt(5).SetItem(4, fifth with { Principal = fifth.Principal + sixth.Principal });
        var outcome = new ChangeOutcome { Instalments = shorter, Advance = loan.Advance, SuspendedInterest = loan.SuspendedInterest };
        await StoreAsync("omar", new LoanChangeProposed("change-1", new RateChange(12m), A.Day, "promised by phone", "omar"));
        await StoreAsync("lata", new LoanChanged("change-1", new RateChange(12m), A.Day, "lata", outcome));

        var schedules = await new SchedulesQuery(_office.Database).RunAsync("saffron", LoanId, default);

        Assert.Equal([6, 5], schedules.Select(version => version.Schedule.Rows.Length));
        Assert.Null(schedules[0].Schedule.Change);
        Assert.Equal((new RateChange(12m), "lata", "omar", "promised by phone"),
            ((RateChange)schedules[1].Schedule.Change!, schedules[1].By.Id, schedules[1].AskedBy!.Id, schedules[1].Note));
    }

    [Fact]
    public async Task PartPrepayment_OfARunningLoan_IsStoredWithThePrincipalItRepaid()
    {
        await _office.DoAsync(LoanId, new ProposeChange("change-1", new PartPrepayment("pp-1", Money.Inr(10_000_00), "NEFT", "utr-9", PrepaymentEffect.ReduceInstalment), "sold a car"), by: "omar");
        await _office.DoAsync(LoanId, new ApproveChange("change-1"), by: "lata");

        Assert.Equal(1, await _office.CountAsync("SELECT count(*) FROM payment WHERE id = 'pp-1' AND principal > 900000 AND penalty + fee + interest + principal + advance <= amount"));
        Assert.Null((await new Verify(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).First?.What);
    }

    [Theory]
    [InlineData(false, null, null)]
    [InlineData(true, "at the counter", "omar")]
    public async Task Reversal_OfABookedPayment_IsStoredOnItsRowAndVerifyAndRebuildAgree(bool byHand, string? note, string? proposedBy)
    {
        if (byHand)
        {
            await _office.DoAsync(LoanId, new ProposePayment("p1", Money.Inr(2_000_00), "cash", "receipt 7", A.Day, "at the counter"), by: "omar");
            await _office.DoAsync(LoanId, new ApprovePayment("p1"), by: "lata");
        }
        else
        {
            await _office.DoAsync(LoanId, new ReceivePayment("p1", Money.Inr(2_000_00), "upi", "r1", "link-1"));
        }

        await _office.DoAsync(LoanId, new ProposeChange("change-1", new PaymentReversal("p1", ReversalCause.Bounced), "the bank says so"), by: "omar");
        var after = await _office.DoAsync(LoanId, new ApproveChange("change-1"), by: "lata");

        var rows = await _office.Database.ListAsync(
            "saffron", "SELECT state, note, proposed_by, version, received_on, amount FROM payment", [],
            row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetInt32(3), row.GetFieldValue<DateOnly>(4), row.GetInt64(5)), default);
        Assert.Equal([(PaymentStates.Reversed, note, proposedBy, after.Version, A.Day, 2_000_00L)], rows);
        Assert.Null((await new Verify(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).First?.What);
        Assert.Equal(0L, (await new Rebuild(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).RowsChanged);
    }

    [Fact]
    public async Task Payment_WhoseRecordWasTurnedDown_IsBookedWhenItComesAfterAll()
    {
        await _office.DoAsync(LoanId, new ProposePayment("p1", Money.Inr(2_000_00), "cash", "receipt 7", A.Day, "names the loan"), by: "omar");
        await _office.DoAsync(LoanId, new RejectPayment("p1", "not this loan"), by: "lata");

        await _office.DoAsync(LoanId, new ReceivePayment("p1", Money.Inr(2_000_00), "upi", "r1", "link-1"));

        Assert.Equal(1, await _office.CountAsync("SELECT count(*) FROM payment WHERE id = 'p1' AND state = 'received'"));
        Assert.Null((await new Verify(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).First?.What);
    }

    private async Task StoreAsync(string by, params ImmutableArray<LoanEvent> events)
    {
        var before = (await _office.Journal.LoadLoanAsync("saffron", LoanId, default))!.State;
        var product = await _office.Products.FindAsync("saffron", before.ProductCode, before.ProductVersion, default);
        var append = Office.AppendOf(LoanId, A.Staff($"store-{++_commands}", by), "hash", before, product, events, [], A.Day);
        Assert.Equal(new AppendResult.Appended(append.After.Version), await _office.Journal.AppendAsync(append));
    }
}
