using Lending.Domain;

namespace Lending.Data.Tests;

[Collection(OnPostgres.Name)]
public sealed class QueryTests(LendingServer server) : IAsyncLifetime
{
    private Office _office = null!;

    public async Task InitializeAsync()
    {
        _office = await server.OfficeAsync();
        await _office.RegisterAsync("CU-2606-00001", "Asha Rao", "+91 98450 12641");
        await _office.ActiveLoanAsync("LN-2606-00001");
        await _office.DoAsync("LN-2606-00002", new StartApplication("CU-2606-00001", "emi", Money.Inr(60_000_00), 6));
        await _office.DoAsync("LN-2606-00002", new SubmitApplication());
        await _office.DoAsync("LN-2606-00001", new ReceivePayment("p1", Money.Inr(1_000_00), "upi", "r1"));
        await _office.DoAsync("LN-2606-00001", new ProposePayment("p2", Money.Inr(500_00), "cash", "receipt 7", A.Day, "at the counter"), by: "omar");
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Theory]
    [InlineData(null, 2)]
    [InlineData("LN-2606-00002", 1)]
    [InlineData("asha", 2)]
    [InlineData("rao", 2)]
    [InlineData("as_a", 0)]
    [InlineData("9845012641", 2)]
    [InlineData("2641", 2)]
    [InlineData("2642", 0)]
    public async Task LoanListQuery_ByText_FindsWhatItNames(string? text, int count)
    {
        var query = new LoanListQuery(_office.Database, _office.Cipher);

        var list = await query.RunAsync("saffron", new LoanFilter(Text: text), LoanSort.Id, false, null, 50, default);

        Assert.Equal(count, list.Rows.Count);
        Assert.Equal(count, list.Count);
    }

    [Fact]
    public async Task BucketsQuery_OfAnySet_CountsRunningLoansOnceAndNamesEveryBucket()
    {
        var query = new BucketsQuery(_office.Database);
        await _office.ActiveLoanAsync("LN-2606-00003");
        await SetDpdAsync("LN-2606-00001", 31);
        await SetDpdAsync("LN-2606-00003", 91);

        foreach (var use in Enum.GetValues<BucketUse>())
        {
            var buckets = new BucketSets().For(use);
            var lines = await query.RunAsync("saffron", buckets, default);

            Assert.Equal(buckets, lines.Select(line => line.Bucket));
            Assert.Equal([BucketSets.Of(buckets, 31), BucketSets.Of(buckets, 91)], lines.Where(line => line.Loans == 1).Select(line => line.Bucket));
            Assert.Equal((2, Money.Inr(0)), (lines.Sum(line => line.Loans), lines[0].PrincipalOutstanding));
            Assert.All(lines[..^1].Zip(lines[1..]), pair => Assert.Equal(pair.Second.Bucket.FromDpd - 1, pair.First.ToDpd));
            Assert.Null(lines[^1].ToDpd);
        }

    }

    [Fact]
    public async Task LoanListQuery_OfABucket_HasTheLoansThatRunInItAndNoApplications()
    {
        var query = new LoanListQuery(_office.Database, _office.Cipher);
        var portfolio = new BucketSets().Portfolio;
        await _office.ActiveLoanAsync("LN-2606-00003");
        await SetDpdAsync("LN-2606-00003", 30);

        Assert.Equal(["LN-2606-00001"], await InAsync("current"));
        Assert.Equal(["LN-2606-00003"], await InAsync("1-30"));
        Assert.Empty(await InAsync("31-60"));
        await SetDpdAsync("LN-2606-00003", 31);
        Assert.Equal(["LN-2606-00003"], await InAsync("31-60"));
        Assert.Null(new LoanFilter().InBucket(portfolio, "never"));

        async Task<IEnumerable<string>> InAsync(string bucket) =>
            (await query.RunAsync("saffron", new LoanFilter().InBucket(portfolio, bucket)!, LoanSort.Id, false, null, 50, default)).Rows.Select(row => row.Id);
    }

    private async Task SetDpdAsync(string loan, int dpd) =>
        Assert.Equal(1, await _office.Database.ExecuteAsync("saffron", "UPDATE loan SET dpd = $2 WHERE brand = $1 AND id = $3", ["saffron", dpd, loan], default));

    [Theory]
    [InlineData(LoanSort.Id)]
    [InlineData(LoanSort.WaitingSince)]
    [InlineData(LoanSort.Dpd)]
    [InlineData(LoanSort.Outstanding)]
    [InlineData(LoanSort.Overdue)]
    [InlineData(LoanSort.NextDue)]
    [InlineData(LoanSort.Submitted)]
    [InlineData(LoanSort.Requested)]
    public async Task LoanListQuery_PageByPage_ShowsEachLoanOnceAndTotalsOfAll(LoanSort sort)
    {
        var query = new LoanListQuery(_office.Database, _office.Cipher);

        var first = await query.RunAsync("saffron", new LoanFilter(), sort, true, null, 1, default);
        var second = await query.RunAsync("saffron", new LoanFilter(), sort, true, first.Next, 1, default);

        Assert.NotNull(first.Next);
        Assert.Null(second.Next);
        Assert.NotEqual(first.Rows.Single().Id, second.Rows.Single().Id);
        Assert.Equal(Money.Inr(70_000_00), first.Totals.Single().Requested);
        Assert.Equal("Asha Rao", first.Rows[0].CustomerName);
    }

    [Fact]
    public async Task LoanFileQuery_ActiveLoan_HasFiguresCustomerAndSchedule()
    {
        var loans = new BorrowerLoansQuery(_office.Database);
        var files = new LoanFileQuery(_office.Database, _office.Products, new CustomerFileQuery(_office.Database, _office.Cipher, loans));

        var file = await files.RunAsync("saffron", "LN-2606-00001", default);
        var lines = await new InstalmentsQuery(files).RunAsync("saffron", "LN-2606-00001", default);

        Assert.Equal("Asha Rao", file!.Customer!.FullName);
        Assert.Equal("••••• ••641", file.Customer.MobileMask);
        Assert.Equal(Money.Inr(9_000_00), file.Figures.Payoff);
        Assert.Equal(InstalmentState.PartPaid, Assert.Single(lines!).State);
        Assert.Equal(2, (await loans.RunAsync("saffron", "CU-2606-00001", default)).Count);
        Assert.True(await loans.OwnsAsync("saffron", "CU-2606-00001", "LN-2606-00001", default));
        Assert.False(await loans.OwnsAsync("saffron", "CU-2606-00002", "LN-2606-00001", default));
        Assert.Null(await files.RunAsync("indigo", "LN-2606-00001", default));
    }

    [Fact]
    public async Task LedgerQuery_AfterAPayment_RunsBalancesUpToWhatIsOwed()
    {
        var page = await new LedgerQuery(_office.Database, _office.Charts).RunAsync("saffron", "LN-2606-00001", 0, 500, default);

        var disbursed = page.Rows.Last(line => line.EventType == "loan.disbursed.v1");
        Assert.Equal(Money.Inr(10_000_00), disbursed.Owed);
        Assert.Equal(Money.Inr(9_000_00), page.Rows[^1].Owed);
        Assert.Null(page.Next);
        var balance = await new TrialBalanceQuery(_office.Database, _office.Charts).RunAsync("saffron", A.Day, default);
        Assert.Equal(0, balance.Accounts.Sum(account => account.Balance.Minor));
        Assert.Equal(Money.Inr(9_000_00), balance.Accounts.Single(account => account.Account == Accounts.Principal).Balance);
    }

    [Fact]
    public async Task TimelineQuery_InPages_ShowsNewestFirstWithActor()
    {
        var query = new TimelineQuery(_office.Database);

        var first = await query.RunAsync("saffron", "LN-2606-00001", null, 2, true, default);
        var second = await query.RunAsync("saffron", "LN-2606-00001", int.Parse(first.Next!), 200, true, default);

        Assert.IsType<PaymentProposed>(first.Rows[0].Fact);
        Assert.Equal("omar", first.Rows[0].Actor.Id);
        Assert.Equal(first.Rows[^1].Version - 1, second.Rows[0].Version);
        Assert.Equal(1, second.Rows[^1].Version);
    }

    [Fact]
    public async Task WorkQueueQuery_OnePendingApplication_WaitsInTheCreditQueueOnly()
    {
        var query = new WorkQueueQuery(_office.Database);

        var counts = await query.CountsAsync("saffron", default);
        var page = await query.RunAsync("saffron", WorkQueue.Credit, null, 50, default);

        Assert.Equal(1, counts.Single(count => count.Queue is WorkQueue.Credit).Count);
        Assert.Equal(1, counts.Single(count => count.Queue is WorkQueue.PaymentsToConfirm).Count);
        Assert.Equal(0, counts.Single(count => count.Queue is WorkQueue.Sanction).Count);
        Assert.Equal("LN-2606-00002", Assert.Single(page.Rows).Id);
    }

    [Fact]
    public async Task WorkQueueQuery_PaymentsToConfirm_TellsTheMoneyThatWaitsAndSinceWhen()
    {
        var query = new WorkQueueQuery(_office.Database);
        var waiting = Assert.Single(await new ApprovalsQuery(_office.Database).RunAsync("saffron", default), approval => approval.Kind is ApprovalKind.Payment);

        var row = Assert.Single((await query.RunAsync("saffron", WorkQueue.PaymentsToConfirm, null, 50, default)).Rows);
        var count = (await query.CountsAsync("saffron", default)).Single(count => count.Queue is WorkQueue.PaymentsToConfirm);

        Assert.Equal((waiting.LoanId, waiting.Amount, waiting.Since), (row.Id, row.ToConfirm!.Value, row.WaitingSince));
        Assert.Equal(waiting.Since, count.OldestSince);
        Assert.Null(Assert.Single((await query.RunAsync("saffron", WorkQueue.Credit, null, 50, default)).Rows).ToConfirm);
    }

    [Fact]
    public async Task ApprovalsQuery_PaymentAndDisbursementProposed_ListsBothWithTheirMaker()
    {
        foreach (var command in new LoanCommand[]
        {
            new ApproveByCredit(Money.Inr(60_000_00), "fine"), new Sanction(Money.Inr(60_000_00), "fine"),
            new IssueAgreement("doc-1", "ab12", "sign-1", "https://sign.test/1", A.Day.AddDays(2)), new RecordSignature("sign-1", "ab12", A.Noon),
        })
            await _office.DoAsync("LN-2606-00002", command, by: command is Sanction ? "sunil" : command is ApproveByCredit ? "priya" : "system");
        await _office.DoAsync("LN-2606-00002", new ProposeDisbursement("IMPS"), by: "omar");

        var approvals = await new ApprovalsQuery(_office.Database).RunAsync("saffron", default);

        var payment = approvals.Single(approval => approval.Kind is ApprovalKind.Payment);
        Assert.Equal(("p2", "omar", Money.Inr(500_00)), (payment.PaymentId, payment.MakerId, payment.Amount));
        var payout = approvals.Single(approval => approval.Kind is ApprovalKind.Disbursement);
        Assert.Equal(("LN-2606-00002", "omar", "IMPS"), (payout.LoanId, payout.MakerId, payout.Channel));
    }

    [Fact]
    public async Task PaymentsQuery_ReceivedAndProposed_AreBothThereWithTheirState()
    {
        var query = new PaymentsQuery(_office.Database);

        var ofLoan = await query.OfLoanAsync("saffron", "LN-2606-00001", default);
        var recent = await query.RecentAsync("saffron", PaymentStates.Received, null, 1, default);

        Assert.Equal(["p2", "p1"], ofLoan.Select(payment => payment.PaymentId));
        Assert.Equal(Money.Inr(1_000_00), recent.Rows.Single().Principal);
        Assert.Null(recent.Next);
    }

    [Fact]
    public async Task CustomerQueries_ByMobileAndStep_FindTheCustomer()
    {
        var files = new CustomerFileQuery(_office.Database, _office.Cipher, new BorrowerLoansQuery(_office.Database));

        var found = await files.FindIdAsync("saffron", Field.Mobile, "9845012641", default);
        var list = await new CustomerListQuery(_office.Database, _office.Cipher).RunAsync("saffron", new("asha", OnboardingSteps.Pan), null, 50, default);
        var hits = await new SearchQuery(_office.Database, _office.Cipher).RunAsync("saffron", "2641", default);

        Assert.Equal("CU-2606-00001", found);
        Assert.Equal("Asha Rao", list.Rows.Single().FullName);
        Assert.Equal(3, hits.Count);
        Assert.Null(await files.FindIdAsync("indigo", Field.Mobile, "9845012641", default));
        Assert.Equal(2, (await files.RunAsync("saffron", "CU-2606-00001", default))!.Loans.Count);
    }

    [Fact]
    public async Task RemindersDueQuery_SevenDaysAhead_NamesTheInstalment()
    {
        var query = new RemindersDueQuery(_office.Database);

        var due = await query.RunAsync("saffron", new DateOnly(2026, 6, 8), [7, 3], null, default);

        var reminder = Assert.Single(due);
        Assert.Equal(("LN-2606-00001", 7), (reminder.LoanId, reminder.DaysLeft));
        Assert.Empty(await query.RunAsync("saffron", new DateOnly(2026, 6, 8), [7, 3], reminder, default));
    }

    [Fact]
    public async Task RemindersDueQuery_OfALoanWithMoneyInAdvance_AsksForTheRestAndInDisputeForNothing()
    {
        var query = new RemindersDueQuery(_office.Database);
        await _office.ActiveLoanAsync("LN-2606-00003", product: "emi", amount: 60_000_00, tenure: 6);
        var loan = await _office.DoAsync("LN-2606-00003", new ReceivePayment("p3", Money.Inr(1_000_00), "upi", "r3"));
        var row = loan.Instalments[0];

        var reminder = Assert.Single(await query.RunAsync("saffron", row.PayBy.AddDays(-7), [7], null, default));

        Assert.Equal(Money.Inr(1_000_00), loan.Advance);
        Assert.Equal(row.Principal + row.Interest + (row.Fee?.Amount ?? Money.Inr(0)) - loan.Advance, reminder.Amount);

        await _office.DoAsync("LN-2606-00003", new ProposeChange("hold-1", new Dispute(), "not mine"), by: "omar");
        await _office.DoAsync("LN-2606-00003", new ApproveChange("hold-1"), by: "lata");
        Assert.Empty(await query.RunAsync("saffron", row.PayBy.AddDays(-7), [7], null, default));
    }
}
