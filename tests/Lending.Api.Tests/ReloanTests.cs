using System.Net;
using Lending.Data;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>From a repaid loan to the next one, over HTTP, in Brands of its own.</summary>
[Collection(ApiCollection.Name)]
public sealed class ReloanTests(RunningApi running)
{
    private LendingApp App => running.App;

    private static object Consent => new { termsVersion = "2026-04", privacyVersion = "2026-04", dataSharing = true, bureauEnquiry = true };

    [Fact]
    public async Task Offer_AfterALoanRepaidOnTime_IsTakenAndBecomesALoanWithTheOldKyc()
    {
        const string Brand = "amber";
        await BrandAsync(Brand, new ReloanPolicy { Enabled = true, Automatic = true, HikePercent = 10m });
        var (borrower, former) = await RepaidAsync(Brand);
        var offer = await OfferAsync(borrower, former);
        Assert.Equal(("approved", true, 55_000_00L, 50_000_00L, 6), (offer.Text("state"), (bool)offer.At("isOpen")!, offer.Minor("amount"), offer.Minor("previous"), (int)offer.At("tenure")!));
        await borrower.Phone.MessageAsync(text => text.Contains("55,000.00", StringComparison.Ordinal) && text.Contains(former, StringComparison.Ordinal));

        var missing = await borrower.Api.PostAsync($"/api/v1/loans/{former}/reloan/accept", new { consent = new { termsVersion = "1", privacyVersion = "1", dataSharing = true, bureauEnquiry = false } });
        Assert.Equal("consent_incomplete", missing.Code);
        var tooMuch = await borrower.Api.PostAsync($"/api/v1/loans/{former}/reloan/accept", new { consent = Consent, amount = new { minor = 55_000_01, currency = "INR" } });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "amount_above_offered"), (tooMuch.Status, tooMuch.Code));

        var key = $"accept-{Guid.CreateVersion7():N}";
        var accepted = (await borrower.Api.PostAsync($"/api/v1/loans/{former}/reloan/accept", new { consent = Consent }, key)).Created();
        var again = (await borrower.Api.PostAsync($"/api/v1/loans/{former}/reloan/accept", new { consent = Consent }, key)).Created();
        var loanId = accepted.Text("loanId")!;
        Assert.Equal((loanId, former, "ONBOARDING"), (again.Text("loanId"), accepted.Text("reloanOf"), accepted.Text("status")));
        Assert.Equal(loanId, (await borrower.LoanAsync(former)).Text("reloanedBy"));
        var taken = await borrower.Api.PostAsync($"/api/v1/loans/{former}/reloan/decline", new { });
        Assert.Equal((HttpStatusCode.Conflict, "reloan_not_open"), (taken.Status, taken.Code));

        // No step of KYC is asked for again.
        (await borrower.Api.PostAsync($"/api/v1/applications/{loanId}/submit")).Ok();
        await App.StaffOf(Brand).ApproveAsync(loanId);
        await borrower.SignAsync(loanId);
        await App.StaffOf(Brand).DisburseAsync(loanId);
        Assert.Equal(55_000_00, (await borrower.StatusAsync(loanId, "ACTIVE")).Minor("figures.principalOutstanding"));
    }

    [Fact]
    public async Task Offer_ThatStaffApprove_IsHiddenFromTheBorrowerBeforeAndLoggedWithItsReasons()
    {
        const string Brand = "ochre";
        await BrandAsync(Brand, new ReloanPolicy { Enabled = true, Automatic = true, ApprovalNeeded = true, HikeAmount = Money.Inr(5_000_00) });
        var (borrower, former) = await RepaidAsync(Brand);
        var credit = await Colleague.AtWorkAsync(App, StaffRole.CreditExecutive, Brand);
        var log = await Waiting.ForAsync(
            async () => (await credit.Api.GetAsync($"/api/v1/staff/loans/{former}/reloans")).Ok() is var answer && answer.At("checks")!.AsArray().Count > 0 ? answer : null, "the check");

        var check = log.At("checks")![0]!;
        Assert.Equal("pending", (string?)check["offer"]!["state"]);
        Assert.Contains(check["findings"]!.AsArray(), finding => (string?)finding!["rule"] == "on_time" && (bool)finding["passed"]! && (string?)finding["found"] == "0");
        Assert.Equal("reloan_not_found", (await borrower.Api.GetAsync($"/api/v1/loans/{former}/reloan")).Code);
        Assert.Equal("reloan_not_found", (await borrower.Api.PostAsync($"/api/v1/loans/{former}/reloan/accept", new { consent = Consent })).Code);

        var collector = await Colleague.AtWorkAsync(App, StaffRole.CollectionExecutive, Brand);
        Assert.Equal(HttpStatusCode.Forbidden, (await collector.DoAsync(former, "reloans/1/approve", new { note = "x" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await credit.DoAsync(former, "reloans/1/approve", new { note = "" })).Status);
        (await credit.DoAsync(former, "reloans/1/approve", new { note = "Repaid early" })).Ok();
        Assert.Equal(55_000_00, (await OfferAsync(borrower, former)).Minor("amount"));
        Assert.Equal("reloan_not_open", (await credit.DoAsync(former, "reloans/1/reject", new { reason = "x" })).Code);
        (await borrower.Api.PostAsync($"/api/v1/loans/{former}/reloan/decline", new { reason = "Not now" })).Ok();

        var ended = (await credit.Api.GetAsync($"/api/v1/staff/reloans?state=Cancelled&customer={borrower.CustomerId}")).Ok().At("checks")![0]!["offer"]!;
        Assert.Equal(("cancelled", "declined", "Not now"), ((string?)ended["state"], (string?)ended["ending"], (string?)ended["reason"]));
        var stranger = await App.OnboardAsync(Brand);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Api.GetAsync($"/api/v1/loans/{former}/reloan")).Status);
    }

    [Fact]
    public async Task Check_ByHandWithoutAutomation_NeedsAnotherPersonToApproveAndRunsOut()
    {
        const string Brand = "umber";
        await BrandAsync(Brand, new ReloanPolicy { Enabled = true, OfferDays = 5 });
        var today = (await App.Get<Brands>().FindAsync(Brand, default))!.BusinessDate;
        var (borrower, former) = await RepaidAsync(Brand);
        var credit = await Colleague.AtWorkAsync(App, StaffRole.CreditExecutive, Brand);
        await Waiting.ForAsync(async () => (await credit.Api.GetAsync("/api/v1/staff/reloans?noOffer=true")).Ok() is var answer && (int)answer.At("count")! > 0 ? answer : null, "the check");

        (await credit.DoAsync(former, "reloans/check")).Ok();
        Assert.Equal("second_person_needed", (await credit.DoAsync(former, "reloans/2/approve", new { note = "x" })).Code);
        (await (await Colleague.AtWorkAsync(App, StaffRole.SanctionManager, Brand)).DoAsync(former, "reloans/2/approve", new { note = "Good payer" })).Ok();
        Assert.True(await App.Get<Brands>().SetBusinessDateAsync(Brand, today, today.AddDays(6), default));

        await Waiting.ForAsync(
            async () => (await borrower.Api.GetAsync($"/api/v1/loans/{former}/reloan")).Ok() is var offer && !(bool)offer.At("isOpen")! ? offer : null, "the offer to be over");

        // The platform may have ended it already.
        var late = await borrower.Api.PostAsync($"/api/v1/loans/{former}/reloan/accept", new { consent = Consent });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains(late.Code, new[] { "reloan_expired", "reloan_not_open" });
    }

    private static Task<Answer> OfferAsync(Borrower borrower, string loanId) => Waiting.ForAsync(
        async () => await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/reloan") is { Status: HttpStatusCode.OK } offer ? offer : null, $"the offer after {loanId}");

    private async Task<(Borrower Borrower, string LoanId)> RepaidAsync(string brand)
    {
        var (borrower, loanId) = await App.BorrowAsync(brand);
        await borrower.PayAsync(loanId, (await borrower.LoanAsync(loanId)).Minor("figures.payoff"));
        await borrower.StatusAsync(loanId, "COMPLETED");
        return (borrower, loanId);
    }

    private async Task BrandAsync(string code, ReloanPolicy policy)
    {
        await App.Get<Brands>().AddAsync(
            new Brand(code, $"{code} Lending", "Asia/Kolkata", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
                new BrandSettings { LegalName = code, LegalAddress = "Bengaluru", FollowsTheClock = false, Reloans = policy }), default);
        await App.Get<Products>().AddAsync(code, new LoanProduct(
            "EMI", 1, "Salary EMI", RepaymentPlan.Emi, Money.Inr(15_000_00), Money.Inr(5_00_000_00), 3, 24, 18m,
            [new FeeTerms("processing", "Processing fee", 2m, null, 18m)], new PenaltyTerms(0.08m)), default);
    }
}
