using Lending.Domain;

namespace Lending.Data.Tests;

/// <summary>Money that fits no loan: claimed for one loan at a time, and booked once whatever way it goes.</summary>
[Collection(OnPostgres.Name)]
public sealed class UnmatchedPaymentTests(LendingServer server) : IAsyncLifetime
{
    private const string First = "LN-2606-00001";
    private const string Second = "LN-2606-00002";
    private Office _office = null!;

    private PaymentMatching Matching => new(_office.Database, new FixedTime());

    private UnmatchedPaymentsQuery Query => new(_office.Database);

    public async Task InitializeAsync()
    {
        _office = await server.OfficeAsync();
        await _office.ActiveLoanAsync(First);
        await _office.ActiveLoanAsync(Second);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Claim_ByManyForTwoLoansAtOnce_GoesToOneLoan()
    {
        await ArriveAsync("pay-1");

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            var loan = i % 2 == 0 ? First : Second;
            return (loan, Won: await Matching.ClaimAsync("saffron", "pay-1", loan, $"staff-{i}", default));
        }));

        var winner = Assert.Single(claims.Where(claim => claim.Won).Select(claim => claim.loan).Distinct());
        Assert.Equal(winner, (await FindAsync("pay-1")).LoanId);
    }

    [Fact]
    public async Task Payment_ClaimedProposedAndApproved_IsBookedByTheSecondPerson()
    {
        await ArriveAsync("pay-2");
        Assert.Equal((UnmatchedState.Open, 1), ((await FindAsync("pay-2")).State, await Query.OpenCountAsync("saffron", default)));

        Assert.True(await Matching.ClaimAsync("saffron", "pay-2", First, "neha", default));
        await ProposeAsync(First, "pay-2", "neha");
        var waiting = await FindAsync("pay-2");
        Assert.Equal((UnmatchedState.Proposed, First, "neha"), (waiting.State, waiting.LoanId, waiting.MatchedBy));
        Assert.False(await Matching.ClaimAsync("saffron", "pay-2", Second, "omar", default));

        await _office.DoAsync(First, new ApprovePayment("pay-2"), by: "sameer");
        var booked = await FindAsync("pay-2");
        Assert.Equal((UnmatchedState.Booked, First, A.Noon.ToUniversalTime()), (booked.State, booked.LoanId, booked.BookedAt));
        Assert.Equal(A.Staff("x", "sameer").Actor.Name, booked.BookedBy);
        Assert.False(await Matching.ClaimAsync("saffron", "pay-2", First, "omar", default));
    }

    [Fact]
    public async Task Payment_RefusedByTheSecondPerson_MayGoToAnotherLoan()
    {
        await ArriveAsync("pay-3");
        await Matching.ClaimAsync("saffron", "pay-3", First, "neha", default);
        await ProposeAsync(First, "pay-3", "neha");
        await _office.DoAsync(First, new RejectPayment("pay-3", "not theirs"), by: "sameer");
        Assert.Equal(UnmatchedState.Open, (await FindAsync("pay-3")).State);

        // Claimed for the same loan again, it is not free for another one until it is refused again.
        Assert.True(await Matching.ClaimAsync("saffron", "pay-3", First, "neha", default));
        Assert.False(await Matching.ClaimAsync("saffron", "pay-3", Second, "omar", default));
        await ProposeAsync(First, "pay-3", "neha");
        await _office.DoAsync(First, new RejectPayment("pay-3", "really not"), by: "sameer");
        Assert.True(await Matching.ClaimAsync("saffron", "pay-3", Second, "omar", default));
        Assert.Equal((UnmatchedState.Proposed, Second), ((await FindAsync("pay-3")).State, (await FindAsync("pay-3")).LoanId));
    }

    [Fact]
    public async Task Release_OfARefusedCommand_FreesItAndOfAKnownOneDoesNot()
    {
        await ArriveAsync("pay-4");
        await Matching.ClaimAsync("saffron", "pay-4", First, "neha", default);
        await Matching.ReleaseAsync("saffron", "pay-4", First, default);
        Assert.Equal(UnmatchedState.Open, (await FindAsync("pay-4")).State);

        await Matching.ClaimAsync("saffron", "pay-4", First, "neha", default);
        await ProposeAsync(First, "pay-4", "neha");
        await Matching.ReleaseAsync("saffron", "pay-4", First, default);
        Assert.Equal(UnmatchedState.Proposed, (await FindAsync("pay-4")).State);
        Assert.Equal(First, await Matching.ClaimedForAsync("saffron", "pay-4", default));
    }

    [Fact]
    public async Task Payment_BookedByALaterWebhook_CannotBePlacedByHand()
    {
        await ArriveAsync("pay-5", $"saffron.{First}.link-1");
        await _office.DoAsync(First, new ReceivePayment("pay-5", Money.Inr(5_000_00), "UPI", "utr-5"));

        Assert.Equal((UnmatchedState.Booked, First), ((await FindAsync("pay-5")).State, (await FindAsync("pay-5")).LoanId));
        Assert.False(await Matching.ClaimAsync("saffron", "pay-5", Second, "neha", default));
    }

    [Fact]
    public async Task Payment_BookedAndTakenBack_WaitsForNobodyAndCannotBePlacedAgain()
    {
        await ArriveAsync("pay-6");
        await Matching.ClaimAsync("saffron", "pay-6", First, "neha", default);
        await ProposeAsync(First, "pay-6", "neha");
        await _office.DoAsync(First, new ApprovePayment("pay-6"), by: "sameer");
        await _office.DoAsync(First, new ProposeChange("change-1", new PaymentReversal("pay-6", ReversalCause.Bounced), "the bank says so"), by: "neha");
        await _office.DoAsync(First, new ApproveChange("change-1"), by: "sameer");

        Assert.Equal((UnmatchedState.Booked, First, "neha"), ((await FindAsync("pay-6")).State, (await FindAsync("pay-6")).LoanId, (await FindAsync("pay-6")).MatchedBy));
        Assert.False(await Matching.ClaimAsync("saffron", "pay-6", First, "neha", default));
        Assert.False(await Matching.ClaimAsync("saffron", "pay-6", Second, "neha", default));
    }

    [Fact]
    public async Task List_OfOneState_HasItsCountSumAndPages()
    {
        foreach (var i in Enumerable.Range(1, 5)) await ArriveAsync($"pay-{i}", receivedAt: A.Noon.AddMinutes(i));
        await Matching.ClaimAsync("saffron", "pay-5", First, "neha", default);
        await ArriveAsync("pay-indigo", "indigo.LN-1.link-1", brand: "indigo");

        var first = await Query.RunAsync("saffron", UnmatchedState.Open, null, 3, default);
        var rest = await Query.RunAsync("saffron", UnmatchedState.Open, first.Next, 3, default);

        Assert.Equal(["pay-1", "pay-2", "pay-3"], first.Rows.Select(row => row.Reference));
        Assert.Equal(["pay-4"], rest.Rows.Select(row => row.Reference));
        Assert.Equal(4, first.Count);
        Assert.Equal([Money.Inr(20_000_00)], first.Totals);
        Assert.Null(await Query.FindAsync("saffron", "pay-indigo", default));
    }

    [Fact]
    public async Task Links_OfALoan_AreRequestedOpenPaidOrExpired()
    {
        await _office.DoAsync(First, new RequestPaymentLink(Money.Inr(1_000_00), 3), by: "kavya");
        var links = new PaymentLinksQuery(_office.Database);
        var asked = Assert.Single(await links.OfLoanAsync("saffron", First, A.Day, default));
        Assert.Equal((LinkState.Requested, null, A.Day.AddDays(3)), (asked.State, asked.Url, asked.ExpiresOn));

        await _office.DoAsync(First, new RecordPaymentLink(asked.LinkId, Money.Inr(1_000_00), "https://pay.test/1", A.Day.AddDays(3)));
        Assert.Equal(LinkState.Open, Assert.Single(await links.OfLoanAsync("saffron", First, A.Day, default)).State);
        Assert.Equal(LinkState.Expired, Assert.Single(await links.OfLoanAsync("saffron", First, A.Day.AddDays(4), default)).State);

        await _office.DoAsync(First, new ReceivePayment("pay-9", Money.Inr(1_000_00), "UPI", "utr-9", asked.LinkId));
        var paid = Assert.Single(await links.OfLoanAsync("saffron", First, A.Day.AddDays(4), default));
        Assert.Equal((LinkState.Paid, "pay-9", A.Staff("x", "kavya").Actor.Name), (paid.State, paid.PaidWith, paid.By));
    }

    private async Task<UnmatchedPaymentLine> FindAsync(string reference) => (await Query.FindAsync("saffron", reference, default))!;

    private Task ProposeAsync(string loanId, string paymentId, string by) =>
        _office.DoAsync(loanId, new MatchPayment(paymentId, Money.Inr(5_000_00), "UPI", "utr", A.Day, "named in the statement"), by: by);

    [Fact]
    public async Task Take_OfMoneyThatNamesNoBrand_IsOneBrandsAndRecorded()
    {
        await ArriveAsync("pay-nobody", "rent-june", brand: "");
        await ArriveAsync("pay-saffron");
        var administration = new Administration(_office.Database, new Staff(_office.Database, _office.Cipher, new FixedTime()), new FixedTime());
        Task<bool> TakeAsync(string brand) => administration.TakePaymentAsync(
            "pay-nobody", "the sender called", A.Staff($"take-{brand}", "nandita") with { Brand = brand }, default);
        foreach (var brand in new[] { "saffron", "indigo" })
            Assert.Equal(["pay-nobody"], (await new NobodysPaymentsQuery(_office.Database).RunAsync(brand, default)).Select(payment => payment.Reference));

        var won = await Task.WhenAll(TakeAsync("saffron"), TakeAsync("saffron"), TakeAsync("saffron"));

        Assert.Single(won, taken => taken);
        Assert.False(await TakeAsync("indigo"));
        Assert.Empty(await new NobodysPaymentsQuery(_office.Database).RunAsync("indigo", default));
        Assert.Equal((UnmatchedState.Open, "rent-june"), ((await FindAsync("pay-nobody")).State, (await FindAsync("pay-nobody")).ClientReference));
        Assert.Single(await administration.OfAsync("saffron", default), act => act is { What: Administration.PaymentTaken, Subject: "pay-nobody" });
        Assert.Equal(0, await _office.Database.ExecuteAsync("indigo", "UPDATE unmatched_payment SET brand = 'indigo' WHERE payment_reference = 'pay-saffron'", [], default));
    }

    private Task ArriveAsync(string reference, string clientReference = "saffron.LN-0000-00001.link-x", string brand = "saffron", DateTimeOffset? receivedAt = null) =>
        _office.Database.ExecuteAsync(brand,
            """
            INSERT INTO unmatched_payment (payment_reference, brand, client_reference, amount, currency, method, utr, reason, received_at)
            VALUES ($1, $2, $3, 500000, 'INR', 'upi', 'UTR1', 'loan_not_found', $4)
            """,
            [reference, brand, clientReference, receivedAt ?? A.Noon], default);

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => A.Noon;
    }
}
