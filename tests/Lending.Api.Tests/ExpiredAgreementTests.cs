using System.Net;
using Lending.Data;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>In a Brand of its own, whose days are moved by hand.</summary>
[Collection(ApiCollection.Name)]
public sealed class ExpiredAgreementTests(RunningApi running)
{
    private const string Brand = "cobalt";

    private LendingApp App => running.App;

    [Fact]
    public async Task Agreement_OfABorrowerByEmailThatExpired_IsSentAnewAndSignedWithThePhoneOfTheAadhaarStep()
    {
        var today = await BrandAsync();
        var person = Person.Next();
        var mailbox = $"asha.{person.Mobile[^8..]}@mail.example";
        var borrower = await SignUp.RunByEmailAsync(App.Api, App.Sandbox, Brand, person, mailbox);
        await borrower.OnboardAsync();
        var loanId = await borrower.ApplyAsync("EMI", 50_000_00, 6);
        await App.StaffOf(Brand).ApproveAsync(loanId);
        var first = await LinkAsync(borrower, loanId, null);
        await new Phone(App.Sandbox, mailbox).MessageAsync(text => text.Contains(first, StringComparison.Ordinal));
        var executive = await Colleague.AtWorkAsync(App, StaffRole.CreditExecutive, Brand);
        var tooSoon = await executive.DoAsync(loanId, "agreement/resend");
        Assert.Equal((HttpStatusCode.Conflict, "agreement_still_open"), (tooSoon.Status, tooSoon.Code));

        Assert.True(await App.Get<Brands>().SetBusinessDateAsync(Brand, today, today.AddDays(3), default));
        await Waiting.ForAsync(
            async () => await executive.DoAsync(loanId, "agreement/resend") is { Status: HttpStatusCode.OK } resent ? resent : null, "the API to know the new day");

        var second = await LinkAsync(borrower, loanId, first);
        Assert.NotEqual(HttpStatusCode.NoContent, (await App.Sandbox.PostAsync($"{new Uri(first).AbsolutePath}/otp", null)).StatusCode); // The old page signs no more.
        await new Phone(App.Sandbox, mailbox).MessageAsync(text => text.Contains(second, StringComparison.Ordinal));
        await borrower.SignAsync(loanId);
    }

    [Fact]
    public async Task Application_AfterARejection_IsRefusedUntilTheCoolDownIsOver()
    {
        var today = await BrandAsync();
        var borrower = await App.OnboardAsync(Brand);
        var draft = await borrower.StartAsync("EMI", 50_000_00, 6);
        var rejected = await borrower.ApplyAsync("EMI", 50_000_00, 6);
        await App.StaffOf(Brand).DoAsync(rejected, StaffRole.CreditExecutive, "deepa", new RejectByCredit("policy", "no"));
        object again = new { productCode = "EMI", amount = new { minor = 50_000_00, currency = "INR" }, tenure = 6 };

        var refused = await borrower.Api.PostAsync("/api/v1/applications", again);
        Assert.Equal((HttpStatusCode.Conflict, "rejected_recently"), (refused.Status, refused.Code));
        Assert.Contains(today.AddDays(15).ToString("yyyy-MM-dd"), refused.Text("title"));
        Assert.Equal("rejected_recently", (await borrower.Api.PostAsync($"/api/v1/applications/{draft}/submit")).Code);

        Assert.True(await App.Get<Brands>().SetBusinessDateAsync(Brand, today, today.AddDays(15), default));
        await Waiting.ForAsync(
            async () => await borrower.Api.PostAsync("/api/v1/applications", again) is { Status: HttpStatusCode.Created } made ? made : null, "the cool-down to be over");
    }

    private static Task<string> LinkAsync(Borrower borrower, string loanId, string? otherThan) => Waiting.ForAsync(
        async () => (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/agreement/signing-link")).Text("url") is { } url && url != otherThan ? url : null,
        $"the signing link of {loanId}");

    /// <summary>The Brand with its product, and its business date now.</summary>
    private async Task<DateOnly> BrandAsync()
    {
        await App.Get<Brands>().AddAsync(
            new Brand(Brand, "Cobalt Lending", "Asia/Kolkata", DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
                new BrandSettings { LegalName = "Cobalt", LegalAddress = "Bengaluru", FollowsTheClock = false }), default);
        await App.Get<Products>().AddAsync(Brand, new LoanProduct(
            "EMI", 1, "Salary EMI", RepaymentPlan.Emi, Money.Inr(15_000_00), Money.Inr(5_00_000_00), 3, 24, 18m,
            [new FeeTerms("processing", "Processing fee", 2m, null, 18m)], new PenaltyTerms(0.08m)), default);
        return (await App.Get<Brands>().FindAsync(Brand, default))!.BusinessDate;
    }
}
