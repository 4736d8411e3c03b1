using Lending.Flows;

namespace Lending.Holds.Tests;

/// <summary>Providers repeat themselves and are out of order.</summary>
[Collection(PlatformCollection.Name)]
public sealed class RepeatedWebhookTests(Platform platform)
{
    [Fact]
    public async Task PaymentWebhook_FiftyTimesAtOnceAndOutOfOrder_PostsOnce()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var (borrower, loanId) = await platform.App.BorrowAsync(cancellationToken: limit.Token);
        var gateway = new Gateway(platform.App);
        var payment = $"pay_{loanId}_again";
        var paid = Gateway.PaymentBody(loanId, payment, 5_000_00);
        var failedBefore = Gateway.PaymentBody(loanId, payment, 5_000_00, "failed", sequence: 1);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number =>
            gateway.TellAsync("payments", number % 6 == 5 ? failedBefore : paid, limit.Token)));

        Assert.Equal([KeyValuePair.Create(payment, 1)], await new Records(platform.App).PaymentsAsync(loanId, limit.Token));
        Assert.Equal(45_000_00, (await borrower.LoanAsync(loanId, limit.Token)).Minor("figures.payoff"));
    }
}
