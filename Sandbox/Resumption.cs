using Sandbox.ESign;
using Sandbox.Mandates;
using Sandbox.PaymentLinks;
using Sandbox.Payouts;
using Sandbox.Webhooks;

namespace Sandbox;

/// <summary>Takes up after a restart what was under way: payouts that wait, webhooks not yet delivered; and lets pages expire.</summary>
internal sealed class Resumption(
    WebhookSender webhooks, PayoutDesk payouts, PaymentDesk payments, SigningDesk signatures, MandateDesk mandates, DebitDesk debits,
    TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        webhooks.Resume();
        payouts.Resume();
        payments.Resume();
        signatures.Resume();
        mandates.Resume();
        debits.Resume();

        using var sweep = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await sweep.WaitForNextTickAsync(stoppingToken))
        {
            payments.ExpireOld();
            signatures.ExpireOld();
            mandates.ExpireOld();
        }
    }
}
