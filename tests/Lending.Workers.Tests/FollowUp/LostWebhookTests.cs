using System.Security.Cryptography;
using Lending.Data;
using Lending.Domain;
using Lending.Providers.ESign;
using Lending.Providers.PaymentLinks;
using Lending.Providers.Payouts;
using Lending.Workers.Agreements;
using Lending.Workers.Payments;
using Lending.Workers.Payouts;

namespace Lending.Workers.Tests.FollowUp;

/// <summary>No webhook ever arrives; the loans go on all the same.</summary>
[Collection(OnPostgres.Name)]
public sealed class LostWebhookTests(WorkersServer server) : IAsyncLifetime
{
    private const string Mobile = "+919812345678";

    private static readonly TimeSpan ThreeMinutes = TimeSpan.FromMinutes(3);

    private DeafLender _lender = null!;

    public async Task InitializeAsync() => _lender = await DeafLender.StartAsync(await server.DatabaseAsync());

    public async Task DisposeAsync() => await _lender.DisposeAsync();

    [Fact]
    public async Task Agreement_SignedWithoutAWebhook_IsTakenOverOnce()
    {
        var (id, page) = await OutForSignatureAsync();
        await SignAsync(page);

        await _lender.RunAsync<AgreementFollowUpJob>();
        Assert.Equal(AgreementState.Issued, (await _lender.LoanAsync(id)).Agreement); // It is given two minutes to come by itself.
        _lender.Clock.Forward(ThreeMinutes);
        await _lender.RunAsync<AgreementFollowUpJob>();
        await _lender.RunAsync<AgreementFollowUpJob>();

        var loan = await _lender.LoanAsync(id);
        Assert.Equal((AgreementState.Signed, AccountState.AwaitingDisbursal), (loan.Agreement, loan.Account));
        Assert.Equal(1, await CountAsync(id, "loan.agreement-signed.v1"));
    }

    [Fact]
    public async Task Agreement_TheWebhookComesAfterTheFollowUp_AddsNothing()
    {
        var (id, page) = await OutForSignatureAsync();
        await SignAsync(page);
        _lender.Clock.Forward(ThreeMinutes);
        await _lender.RunAsync<AgreementFollowUpJob>();
        var issued = (await _lender.LoanAsync(id)).IssuedAgreement!;

        var late = await _lender.AskAsync(id, new RecordSignature(issued.ESignReference, issued.Sha256, issued.SignedAt!.Value), "webhook:e-sign:late");

        Assert.False(late.IsRefused);
        Assert.Equal(1, await CountAsync(id, "loan.agreement-signed.v1"));
    }

    [Fact]
    public async Task Agreement_NotSignedOrDeclined_IsLeftAsItIs()
    {
        var (open, _) = await OutForSignatureAsync();
        var (declined, page) = await OutForSignatureAsync();
        await _lender.PressAsync($"{page}/decline", new { });
        _lender.Clock.Forward(ThreeMinutes);

        await _lender.RunAsync<AgreementFollowUpJob>();

        Assert.Equal(AgreementState.Issued, (await _lender.LoanAsync(open)).Agreement);
        Assert.Equal(AgreementState.Issued, (await _lender.LoanAsync(declined)).Agreement);
    }

    [Fact]
    public async Task PaymentLink_PaidWithoutAWebhook_IsBookedOnceAndAskedAboutNoMore()
    {
        var (id, link) = await LinkAsync(5_000_00);
        await _lender.PressAsync($"{link.Url.AbsolutePath}/complete", new { succeed = true });

        await _lender.RunAsync<PaymentLinkFollowUpJob>();
        Assert.Empty((await _lender.LoanAsync(id)).ReceivedPayments); // Its first turn comes after two minutes.
        _lender.Clock.Forward(ThreeMinutes);
        await _lender.RunAsync<PaymentLinkFollowUpJob>();
        _lender.Clock.Forward(TimeSpan.FromHours(2));
        await _lender.RunAsync<PaymentLinkFollowUpJob>();

        Assert.Equal([(5_000_00L, "UPI", "received")], await PaymentsAsync());
        Assert.Equal([("paid", 1L)], await LinksAsync());
        Assert.Equal(45_000_00, LoanFigures.PayoffOf(await _lender.LoanAsync(id)).Minor);
    }

    [Fact]
    public async Task PaymentLink_TheWebhookComesBeforeOrAfterTheFollowUp_IsBookedOnce()
    {
        var (early, first) = await LinkAsync(1_000_00);
        var (late, second) = await LinkAsync(2_000_00);
        foreach (var link in new[] { first, second }) await _lender.PressAsync($"{link.Url.AbsolutePath}/complete", new { succeed = true });
        await WebhookAsync(early, first);
        _lender.Clock.Forward(ThreeMinutes);
        await _lender.RunAsync<PaymentLinkFollowUpJob>();
        await WebhookAsync(late, second);

        Assert.Equal([1_000_00L, 2_000_00L], (await PaymentsAsync()).Select(payment => payment.Amount).Order());
        Assert.Equal(1, await CountAsync(early, "loan.payment-received.v1"));
        Assert.Equal(1, await CountAsync(late, "loan.payment-received.v1"));
    }

    [Fact]
    public async Task PaymentLink_Unpaid_IsAskedAboutSeldomerAndEndsWhenItIsClosed()
    {
        var (id, link) = await LinkAsync(1_000_00);
        await _lender.PressAsync($"{link.Url.AbsolutePath}/complete", new { succeed = false });
        _lender.Clock.Forward(ThreeMinutes);
        await _lender.RunAsync<PaymentLinkFollowUpJob>();
        Assert.Equal([("open", 1L)], await LinksAsync());

        await _lender.Get<PaymentLinkProvider>().CancelAsync(link.ClientReference);
        _lender.Clock.Forward(ThreeMinutes);
        await _lender.RunAsync<PaymentLinkFollowUpJob>();
        Assert.Equal([("open", 1L)], await LinksAsync()); // Its next turn is after five.
        _lender.Clock.Forward(ThreeMinutes);
        await _lender.RunAsync<PaymentLinkFollowUpJob>();

        Assert.Equal([("cancelled", 1L)], await LinksAsync());
        Assert.Empty((await _lender.LoanAsync(id)).ReceivedPayments);
    }

    [Fact]
    public async Task PaymentLink_TheProviderNeverHeardOf_IsGivenUpAfterADay()
    {
        await _lender.LoanOfAsync(9);
        await _lender.Get<OpenPaymentLinks>().AddAsync(DeafLender.Brand, "LN-2606-00001", "saffron.LN-2606-00001.link-x", _lender.Clock.GetUtcNow(), default);
        await _lender.RunAsync<PaymentLinkFollowUpJob>();
        Assert.Equal([("open", 1L)], await LinksAsync());

        _lender.Clock.Forward(TimeSpan.FromHours(25));
        await _lender.RunAsync<PaymentLinkFollowUpJob>();

        Assert.Equal([("unknown", 1L)], await LinksAsync());
    }

    [Fact]
    public async Task PaymentLink_PaidOnALoanThatTakesNoMoney_IsKeptForAPerson()
    {
        var id = await _lender.LoanOfAsync(4);
        var link = await CreateLinkAsync(id, 700_00);
        await _lender.Get<OpenPaymentLinks>().AddAsync(DeafLender.Brand, id, link.ClientReference, _lender.Clock.GetUtcNow(), default);
        await _lender.PressAsync($"{link.Url.AbsolutePath}/complete", new { succeed = true });

        await _lender.RunAsync<PaymentLinkFollowUpJob>();

        Assert.Equal([(700_00L, "not_in_this_state")], await _lender.RowsAsync(
            "SELECT amount, reason FROM unmatched_payment", row => (row.GetInt64(0), row.GetString(1))));
    }

    [Fact]
    public async Task Payout_WithoutAWebhook_IsConfirmedOnce()
    {
        var id = await _lender.LoanOfAsync(8);
        var loan = await _lender.LoanAsync(id);
        await _lender.Get<PayoutProvider>().SendAsync(new PayoutRequest(
            loan.Payout!.Reference!, PayoutRail.Imps, loan.Net!.Value.Minor, "INR", "ASHA KUMAR", "50100123456789", "HDFC0000123", null, "Loan"));
        _lender.Clock.Forward(ThreeMinutes);

        while ((await _lender.LoanAsync(id)).Account is AccountState.PayoutRequested) await _lender.RunAsync<PayoutFollowUpJob>();
        await _lender.RunAsync<PayoutFollowUpJob>();

        Assert.Equal(AccountState.Active, (await _lender.LoanAsync(id)).Account);
        Assert.Equal(1, await CountAsync(id, "loan.disbursed.v1"));
    }

    private async Task<(string LoanId, string Page)> OutForSignatureAsync()
    {
        var id = await _lender.LoanOfAsync(4);
        var pdf = "%PDF-1.4 the agreement"u8.ToArray();
        var reference = LoanReference.Of(DeafLender.Brand, id, "agreement-4");
        var asked = await _lender.Get<ESignProvider>().RequestAsync(
            new ESignRequest(reference, "Loan agreement", pdf, "Asha Kumar", Mobile, TimeProvider.System.GetUtcNow().AddDays(2)));
        var issued = await _lender.AskAsync(id, new IssueAgreement(
            "doc-1", Convert.ToHexStringLower(SHA256.HashData(pdf)), reference, asked.Value!.SignUrl.ToString(), DeafLender.Day.AddDays(2)));
        Assert.False(issued.IsRefused);
        return (id, asked.Value.SignUrl.AbsolutePath);
    }

    private async Task SignAsync(string page)
    {
        await _lender.PressAsync($"{page}/otp", new { });
        await _lender.PressAsync($"{page}/sign", new { otp = await _lender.OtpAsync(Mobile) });
    }

    /// <summary>A link as the borrower's app asks for it, with what the outbox makes of it.</summary>
    private async Task<(string LoanId, PaymentLink Link)> LinkAsync(long minor)
    {
        var id = await _lender.LoanOfAsync(9);
        var link = await CreateLinkAsync(id, minor);
        Assert.False((await _lender.AskAsync(
            id, new RecordPaymentLink(link.ClientReference, Money.Inr(minor), link.Url.ToString(), DeafLender.Day.AddDays(3)))).IsRefused);
        foreach (var task in await _lender.Get<Data.Outbox>().ClaimAsync(DeafLender.Brand, 100, TimeSpan.FromMinutes(1), default))
        {
            Assert.Equal(OutboxKinds.FollowPaymentLink, task.Item.Kind);
            await _lender.Get<PaymentLinkFollowUp>().HandleAsync(task, default);
            await _lender.Get<PaymentLinkFollowUp>().HandleAsync(task, default); // Every handler may run twice.
            await _lender.Get<Data.Outbox>().DoneAsync(task, default);
        }
        return (id, link);
    }

    private async Task<PaymentLink> CreateLinkAsync(string loanId, long minor) => (await _lender.Get<PaymentLinkProvider>().CreateAsync(new PaymentLinkRequest(
        LoanReference.Of(DeafLender.Brand, loanId, "link-1"), minor, "INR", "Loan", "Asha Kumar", Mobile, TimeProvider.System.GetUtcNow().AddDays(3)))).Value!;

    private async Task WebhookAsync(string loanId, PaymentLink link)
    {
        var paid = (await _lender.Get<PaymentLinkProvider>().FindAsync(link.ClientReference))!;
        var command = new ReceivePayment(paid.PaymentReference!, Money.Inr(paid.AmountMinor), "UPI", paid.Utr!);
        Assert.False((await _lender.AskAsync(loanId, command, $"webhook:payments:{paid.PaymentReference}")).IsRefused);
    }

    private Task<IReadOnlyList<(long Amount, string Channel, string State)>> PaymentsAsync() =>
        _lender.RowsAsync("SELECT amount, channel, state FROM payment", row => (row.GetInt64(0), row.GetString(1), row.GetString(2)));

    private Task<IReadOnlyList<(string Outcome, long Count)>> LinksAsync() => _lender.RowsAsync(
        "SELECT coalesce(outcome, 'open'), count(*) FROM payment_link GROUP BY 1", row => (row.GetString(0), row.GetInt64(1)));

    private async Task<long> CountAsync(string loanId, string type) => Assert.Single(await _lender.RowsAsync(
        $"SELECT count(*) FROM journal WHERE stream = '{DeafLender.Brand}/{loanId}' AND type = '{type}'", row => row.GetInt64(0)));
}
