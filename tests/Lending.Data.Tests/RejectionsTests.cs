using Lending.Domain;

namespace Lending.Data.Tests;

[Collection(OnPostgres.Name)]
public sealed class RejectionsTests(LendingServer server) : IAsyncLifetime
{
    private const string Customer = "CU-2606-00001";

    private Office _office = null!;

    private RejectionsQuery Rejections => new(_office.Database);

    public async Task InitializeAsync() => _office = await server.OfficeAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task LatestAsync_OfSomebodyNeverRejected_IsNull()
    {
        await _office.ActiveLoanAsync("LN-2606-00001");

        Assert.Null(await Rejections.LatestAsync("saffron", Customer, default));
    }

    [Fact]
    public async Task LatestAsync_AfterTwoRejections_IsTheBusinessDayOfTheLastInThatBrand()
    {
        await RejectAsync("LN-2606-00001");
        await _office.Brands.SetBusinessDateAsync("saffron", A.Day, A.Day.AddDays(20), default);
        await RejectAsync("LN-2606-00002");
        await _office.DoAsync("LN-2606-00003", new StartApplication(Customer, "payday", Money.Inr(10_000_00), 14));

        Assert.Equal(A.Day.AddDays(20), await Rejections.LatestAsync("saffron", Customer, default));
        Assert.Null(await Rejections.LatestAsync("indigo", Customer, default));
        Assert.Null(await Rejections.LatestAsync("saffron", "CU-2606-00002", default));
    }

    [Fact]
    public async Task CancelledForAsync_OfLoansCancelledAfterThePayout_NamesEachReasonOnce()
    {
        Assert.Empty(await Rejections.CancelledForAsync("saffron", Customer, default));
        foreach (var (loan, reason) in new[] { ("LN-2606-00001", CancellationReason.Fraud), ("LN-2606-00002", CancellationReason.Fraud), ("LN-2606-00003", CancellationReason.Returned) })
        {
            await _office.ActiveLoanAsync(loan);
            await _office.DoAsync(loan, new ProposeChange("c1", new Cancellation(reason), "found out"), by: "omar");
            await _office.DoAsync(loan, new ApproveChange("c1"), by: "lata");
        }

        Assert.Equal([CancellationReason.Fraud, CancellationReason.Returned], (await Rejections.CancelledForAsync("saffron", Customer, default)).Order().Reverse());
        Assert.Empty(await Rejections.CancelledForAsync("indigo", Customer, default));
        Assert.Empty(await Rejections.CancelledForAsync("saffron", "CU-2606-00002", default));
    }

    private async Task RejectAsync(string loanId)
    {
        await _office.DoAsync(loanId, new StartApplication(Customer, "payday", Money.Inr(10_000_00), 14));
        await _office.DoAsync(loanId, new SubmitApplication());
        await _office.DoAsync(loanId, new RejectByCredit("policy", "no"), by: "priya");
    }
}
