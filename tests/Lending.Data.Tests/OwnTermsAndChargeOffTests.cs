using Lending.Domain;

namespace Lending.Data.Tests;

/// <summary>Loans with terms of their own, charged-off loans and limits of loans, as they are stored.</summary>
[Collection(OnPostgres.Name)]
public sealed class OwnTermsAndChargeOffTests(LendingServer server) : IAsyncLifetime
{
    private const string LoanId = "LN-2606-00001";
    private Office _office = null!;

    public async Task InitializeAsync() => _office = await server.OfficeAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task ChargeOff_AndItsRecoveries_AreInTheBookAsVerifyAndReconciliationSeeIt()
    {
        await _office.ActiveLoanAsync(LoanId, product: "emi", amount: 60_000_00, tenure: 6);
        await _office.DoAsync(LoanId, new ProposeChange("off", new ChargeOff(ChargeOffKind.Regular), "lost contact"), by: "omar");
        await _office.DoAsync(LoanId, new ApproveChange("off"), by: "lata");
        await _office.DoAsync(LoanId, new ReceivePayment("p1", Money.Inr(1_000_00), "upi", "ref"));

        Assert.Equal(1, await _office.CountAsync("SELECT count(*) FROM loan WHERE charged_off = 6000000 AND status = 'Defaulted' AND asset_class = 'Npa'"));
        Assert.Null((await new Verify(_office.Database, _office.Brands, _office.Products, _office.Cipher).RunAsync(null, default)).First?.What);
        Assert.True(await new Reconciliation(_office.Database, _office.Charts, TimeProvider.System).RunAsync("saffron", A.Day, 0, default));
    }

    [Fact]
    public void InBand_OfAProductWithBands_IsTheRangeOfItsDays()
    {
        var product = A.Emi with { LateCharges = new() { Bands = [new("early", 1, null, Money.Inr(100_00)), new("late", 31, 2m, null)] } };

        Assert.Equal(("emi", 1, 30), new LoanFilter().InBand(product, "early") is { } early ? (early.ProductCode!, early.DpdMin!.Value, early.DpdMax!.Value) : default);
        Assert.Equal((31, (int?)null), new LoanFilter().InBand(product, "late") is { } last ? (last.DpdMin!.Value, last.DpdMax) : default);
        Assert.Null(new LoanFilter().InBand(product, "never"));
    }

    [Fact]
    public async Task OpenLoans_CountsWhatRunsOrWaits_AndNotWhatIsNamed()
    {
        var open = new OpenLoansQuery(_office.Database);
        await _office.ActiveLoanAsync(LoanId, product: "emi", amount: 60_000_00, tenure: 6);
        await _office.DoAsync("LN-2606-00002", new StartApplication("CU-2606-00001", "emi", Money.Inr(60_000_00), 6));

        Assert.Equal(1, await open.CountAsync("saffron", "CU-2606-00001", "emi", [], default));
        Assert.Equal(0, await open.CountAsync("saffron", "CU-2606-00001", "emi", [LoanId], default));
        Assert.Equal(0, await open.CountAsync("saffron", "CU-2606-00001", "payday", [], default));
        await _office.DoAsync("LN-2606-00002", new SubmitApplication());
        Assert.Equal(2, await open.CountAsync("saffron", "CU-2606-00001", "emi", [], default));
        await _office.DoAsync("LN-2606-00002", new RejectByCredit("policy", "no"), by: "priya");
        Assert.Equal(1, await open.CountAsync("saffron", "CU-2606-00001", "emi", [], default));
    }
}
