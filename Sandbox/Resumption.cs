using Sandbox.ESign;
using Sandbox.PaymentLinks;
using Sandbox.Payouts;
using Sandbox.Webhooks;

namespace Sandbox;

/// <summary>Takes up after a restart what was under way: payouts that wait, webhooks not yet delivered; and lets pages expire.</summary>
internal sealed class Resumption(
    WebhookSender webhooks, PayoutDesk payouts, PaymentDesk payments, SigningDesk signatures, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        webhooks.Resume();
        payouts.Resume();
        payments.Resume();
        signatures.Resume();

        using var sweep = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await sweep.WaitForNextTickAsync(stoppingToken))
        {
            payments.ExpireOld();
            signatures.ExpireOld();
        }
    }
}
