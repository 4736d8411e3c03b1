using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Lending.Domain;
using Lending.Flows;
using Lending.Providers.Webhooks;

namespace Lending.Api.Tests;

[Collection(ApiCollection.Name)]
public sealed class WebhookTests(RunningApi running)
{
    private LendingApp App => running.App;

    [Fact]
    public async Task PaymentWebhook_FiftyTimesAtOnceAndOutOfOrder_PostsOnce()
    {
        var (borrower, loanId) = await App.BorrowAsync();
        var reference = LoanReference.Of("saffron", loanId, "link-test");
        var payment = $"pay_{Guid.CreateVersion7():N}";
        var failed = BodyOf(reference, payment + "-first-try", "failed", 5_000_00, sequence: 1);
        var paid = BodyOf(reference, payment, "paid", 5_000_00, sequence: 2);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => SendAsync(i % 10 == 9 ? failed : paid)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single((await borrower.PaymentsAsync(loanId)).Body!["payments"]!.AsArray());
        Assert.Equal(45_000_00, (await borrower.LoanAsync(loanId)).Minor("figures.payoff"));
    }

    [Fact]
    public async Task Reversal_OfAPaymentByLinkOrByHand_TakesItBackAndTheLoanGoesOn()
    {
        var (borrower, loanId) = await App.BorrowAsync();
        var maker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        var checker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        var byLink = $"pay_{Guid.CreateVersion7():N}";
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(BodyOf(LoanReference.Of("saffron", loanId, "link-test"), byLink, "paid", 5_000_00))).Status);
        var today = (await borrower.LoanAsync(loanId)).Text("figures.asOf")!;
        var byHand = (await maker.DoAsync(loanId, "payments", new
        {
            amount = new { minor = 1_000_00, currency = "INR" }, channel = "CASH", reference = "R-1", receivedOn = today, note = "At the counter",
        })).Created().Text("paymentId")!;
        (await checker.DoAsync(loanId, $"payments/{byHand}/approval", new { code = checker.Code() })).Ok();
        Assert.Equal(44_000_00, (await borrower.LoanAsync(loanId)).Minor("figures.payoff"));

        foreach (var payment in new[] { byLink, byHand })
        {
            var change = new { kind = "payment_reversal", paymentId = payment, cause = "bounced" };
            var changeId = (await maker.DoAsync(loanId, "changes", new { change, note = "The bank took it back" })).Created().Text("changeId")!;
            // Six digits are taken once, so another colleague approves each.
            var second = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
            (await second.DoAsync(loanId, $"changes/{changeId}/approve", new { code = second.Code() })).Ok();
        }

        Assert.Equal(50_000_00, (await borrower.LoanAsync(loanId)).Minor("figures.payoff"));
        Assert.Equal(["reversed", "reversed"], (await borrower.PaymentsAsync(loanId)).Body!["payments"]!.AsArray().Select(row => row!["state"]!.GetValue<string>()));
    }

    [Fact]
    public async Task PaymentWebhook_ForAnUnknownLoan_IsKeptForAPersonAndAccepted()
    {
        var payment = $"pay_{Guid.CreateVersion7():N}";

        var first = await SendAsync(BodyOf("saffron.LN-0000-00001.link-x", payment, "paid", 5_000_00));
        var again = await SendAsync(BodyOf("saffron.LN-0000-00001.link-x", payment, "paid", 5_000_00));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.Status, again.Status));
        var kept = await App.Get<Lending.Data.LendingDatabase>().ListAsync(
            "saffron", "SELECT amount, reason FROM unmatched_payment WHERE payment_reference = $1", [payment],
            row => (row.GetInt64(0), row.GetString(1)), default);
        Assert.Equal([(5_000_00L, "loan_not_found")], kept);
    }

    [Theory]
    [InlineData("payments")]
    [InlineData("debits")]
    public async Task MoneyWebhook_OfABrandThatIsNotHere_IsKeptAsNobodysAndAccepted(string kind)
    {
        var payment = $"pay_{Guid.CreateVersion7():N}";
        var body = kind == "payments"
            ? BodyOf("nowhere.LN-0000-00001.link-x", payment, "paid", 5_000_00)
            : JsonSerializer.Serialize(new
            {
                eventId = "e", occurredAt = "2026-11-22T10:00:00Z", sequence = 1, clientReference = "nowhere.LN-0000-00001.autopay-v9", mandateReference = "m", state = "paid",
                amountMinor = 5_000_00, currency = "INR", paymentReference = payment, utr = "U1",
            });

        var answer = await SendAsync(body, $"/api/v1/webhooks/{kind}");

        Assert.Equal(HttpStatusCode.Accepted, answer.Status);
        var kept = await App.Get<Lending.Data.LendingDatabase>().ListAsync(
            "", "SELECT brand, amount, reason FROM unmatched_payment WHERE payment_reference = $1", [payment],
            row => (row.GetString(0), row.GetInt64(1), row.GetString(2)), default);
        Assert.Equal([("", 5_000_00L, "reference_unknown")], kept);
    }

    [Fact]
    public async Task PayoutWebhook_OfABrandThatIsNotHere_IsAnsweredWith404()
    {
        var answer = await SendAsync(JsonSerializer.Serialize(new
        {
            eventId = "e", occurredAt = "2026-11-22T10:00:00Z", sequence = 1, clientReference = "nowhere.LN-0000-00001.payout-1", providerReference = "po_1", state = "succeeded",
            amountMinor = 5_000_00, currency = "INR", utr = "U1",
        }), "/api/v1/webhooks/payouts");

        Assert.Equal((HttpStatusCode.NotFound, "reference_unknown"), (answer.Status, answer.Code));
    }

    /// <summary>A lender whose days end by the clock: money paid yesterday, told of today.</summary>
    [Fact]
    public async Task PaymentWebhook_AfterTheNight_CountsFromTheDayItWasPaidOn()
    {
        var code = $"amber-{Guid.CreateVersion7():N}"[..20];
        var now = TimeProvider.System.GetUtcNow();
        var brand = new Brand(code, "Amber", "Asia/Kolkata", default, new BrandSettings { LegalName = "Amber", LegalAddress = "Pune" });
        var today = brand.ClockDayOf(now)!.Value;
        var lent = today.AddDays(-3);
        await App.Get<Lending.Data.Brands>().AddAsync(brand with { BusinessDate = lent, Settings = brand.Settings with { FollowsTheClock = false } }, default);
        await App.Get<Lending.Data.Products>().AddAsync(code, new LoanProduct(
            "EMI", 1, "Salary EMI", RepaymentPlan.Emi, Money.Inr(15_000_00), Money.Inr(5_00_000_00), 3, 24, 18m, [], new PenaltyTerms(0.08m)), default);
        var (borrower, loanId) = await App.BorrowAsync(code);
        await App.Get<Lending.Data.LendingDatabase>().ExecuteAsync(
            code, "UPDATE brand SET settings = settings || '{\"followsTheClock\": true}' WHERE code = $1", [code], default);
        await Waiting.ForAsync(async () => (await App.Get<Lending.Data.Brands>().GetAsync(code, default)).BusinessDate == today ? code : null, "the day ends of the clock");
        var payment = $"pay_{Guid.CreateVersion7():N}";

        var paidAt = new DateTimeOffset(today.AddDays(-1).ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero);
        var body = JsonSerializer.Serialize(new
        {
            eventId = "e", occurredAt = paidAt, sequence = 1, clientReference = LoanReference.Of(code, loanId, "link-test"), providerReference = "plink_1",
            paymentReference = payment, state = "paid", amountMinor = 5_000_00, currency = "INR", method = "upi", utr = "UTR1",
        });
        var answer = await SendAsync(body);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var received = (await App.Get<Lending.Data.Journal>().EventsAsync(code, loanId, default)).OfType<PaymentReceived>().Single();
        Assert.Equal((today.AddDays(-1), today), (received.ValueOn, received.On));
        Assert.Equal(5_000_00, (await borrower.PaymentsAsync(loanId)).Body!["payments"]![0]!["amount"]!["minor"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("payments")]
    [InlineData("mandates")]
    [InlineData("debits")]
    [InlineData("payouts")]
    [InlineData("esign")]
    [InlineData("e-sign")]
    public async Task Webhook_WithAWrongOrMissingSignature_IsAnsweredWith401(string kind)
    {
        var path = $"/api/v1/webhooks/{kind}";
        var unsigned = await App.Stranger.SendTextAsync(HttpMethod.Post, path, "{}", "");
        var wrong = await SendAsync("{}", path, key: "not-the-key");

        Assert.Equal((HttpStatusCode.Unauthorized, "signature_invalid"), (unsigned.Status, unsigned.Code));
        Assert.Equal((HttpStatusCode.Unauthorized, "signature_invalid"), (wrong.Status, wrong.Code));
    }

    [Fact]
    public async Task Webhook_SignedButUnreadable_IsAnsweredWith400()
    {
        var answer = await SendAsync("[1,2");

        Assert.Equal((HttpStatusCode.BadRequest, "webhook_unreadable"), (answer.Status, answer.Code));
    }

    private static string BodyOf(string reference, string payment, string state, long minor, int sequence = 1) => JsonSerializer.Serialize(new
    {
        eventId = $"evt_{payment}", occurredAt = "2026-11-22T10:00:00Z", sequence, clientReference = reference, providerReference = "plink_1",
        paymentReference = payment, state, amountMinor = minor, currency = "INR", method = "upi", utr = "UTR1",
    });

    private Task<Answer> SendAsync(string body, string path = "/api/v1/webhooks/payments", string? key = null)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = WebhookSignature.Sign(
            Encoding.UTF8.GetBytes(key ?? App.Installation.WebhookKey), timestamp, Encoding.UTF8.GetBytes(body));
        return App.Stranger.SendAsync(
            HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"), "", default,
            (WebhookSignature.TimestampHeader, timestamp), (WebhookSignature.SignatureHeader, signature));
    }
}
