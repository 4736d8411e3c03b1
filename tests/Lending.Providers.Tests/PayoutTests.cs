using Lending.Providers.Calls;
using Lending.Providers.Payouts;
using Lending.Providers.Tests.Rig;
using Lending.Providers.Webhooks;

namespace Lending.Providers.Tests;

public sealed class PayoutTests
{
    [Fact]
    public async Task Send_ToAGoodAccount_IsAcceptedAndSucceedsByWebhook()
    {
        await using var rig = await SandboxRig.StartAsync();
        var payouts = rig.Provider<PayoutProvider>();

        var answer = await payouts.SendAsync(A.Payout());

        Assert.Equal(PayoutState.Accepted, answer.Value!.State);
        var webhooks = await rig.Inbox.ReceiveAsync<PayoutWebhook>("payouts", 2);
        Assert.Equal([PayoutState.Processing, PayoutState.Succeeded], webhooks.Select(webhook => webhook.State));
        Assert.Equal(("DISB-1", 145_665_00L, "INR"), (webhooks[1].ClientReference, webhooks[1].AmountMinor, webhooks[1].Currency));
        var found = await payouts.FindAsync("DISB-1");
        Assert.Equal((PayoutState.Succeeded, webhooks[1].Utr), (found!.State, found.Utr));
        Assert.NotNull(found.Utr);
    }

    [Fact]
    public async Task Send_TheSameAgain_IsTheSamePayoutAndPaysOnce()
    {
        await using var rig = await SandboxRig.StartAsync();
        var payouts = rig.Provider<PayoutProvider>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => payouts.SendAsync(A.Payout())));

        Assert.Single(answers.Select(answer => answer.Value!.ProviderReference).Distinct());
        await rig.Inbox.ReceiveAsync<PayoutWebhook>("payouts", 2);
        Assert.Equal(2, rig.Inbox.Count("payouts"));
    }

    [Fact]
    public async Task Send_AnotherAmountUnderTheReference_IsRefused()
    {
        await using var rig = await SandboxRig.StartAsync();
        var payouts = rig.Provider<PayoutProvider>();
        await payouts.SendAsync(A.Payout());

        var answer = await payouts.SendAsync(A.Payout(minor: 145_665_01));

        Assert.Equal(ProviderRefusal.ReferenceReused, answer.Refusal!.Code);
    }

    [Theory]
    [InlineData("123456780007", 100_00, "invalid_destination")]
    [InlineData("123456789012", 0, "invalid_amount")]
    [InlineData("123456789012", 10_00_00_001_00, "insufficient_balance")]
    public async Task Send_ThatTheBankCannotDo_IsRefusedByName(string account, long minor, string code)
    {
        await using var rig = await SandboxRig.StartAsync();
        var payouts = rig.Provider<PayoutProvider>();

        var answer = await payouts.SendAsync(A.Payout(account, minor: minor));

        Assert.Equal(code, answer.Refusal!.Code);
        Assert.Null(await payouts.FindAsync("DISB-1"));
    }

    [Fact]
    public async Task Send_ToABankThatDeclines_FailsByWebhookWithAReason()
    {
        await using var rig = await SandboxRig.StartAsync();

        await rig.Provider<PayoutProvider>().SendAsync(A.Payout("123456780005"));

        var webhooks = await rig.Inbox.ReceiveAsync<PayoutWebhook>("payouts", 2);
        Assert.Equal((PayoutState.Failed, "beneficiary_bank_declined"), (webhooks[1].State, webhooks[1].FailureCode));
        Assert.Null(webhooks[1].Utr);
    }

    [Fact]
    public async Task Send_ByUpi_NeedsAUpiAddress()
    {
        await using var rig = await SandboxRig.StartAsync();
        var payouts = rig.Provider<PayoutProvider>();
        var upi = A.Payout() with { Rail = PayoutRail.Upi, AccountNumber = null, Ifsc = null };

        Assert.Equal("invalid_destination", (await payouts.SendAsync(upi)).Refusal!.Code);
        Assert.True((await payouts.SendAsync(upi with { Vpa = "farhan@okbank" })).Accepted);
    }

    [Fact]
    public async Task Send_WhoseAnswerIsLost_IsAskedAgainAndPaysOnce()
    {
        await using var rig = await SandboxRig.StartAsync();
        await rig.SwitchAsync("payouts", new { timeOutNext = 1 });
        var payouts = rig.Provider<PayoutProvider>(("Providers:Timeout", "00:00:01"));

        var answer = await payouts.SendAsync(A.Payout());

        Assert.True(answer.Accepted);
        Assert.Equal(2, Assert.Single(rig.Calls.All).Attempts);
        var webhooks = await rig.Inbox.ReceiveAsync<PayoutWebhook>("payouts", 2);
        Assert.Single(webhooks.Select(webhook => webhook.ProviderReference).Distinct());
        Assert.Equal(2, rig.Inbox.Count("payouts"));
    }

    [Fact]
    public async Task Webhooks_SwitchedToRepeatAndReorder_KeepEventIdAndSequence()
    {
        await using var rig = await SandboxRig.StartAsync();
        await rig.SwitchAsync("payouts", new { repeatWebhooks = 49, reorderWebhooks = true });

        await rig.Provider<PayoutProvider>().SendAsync(A.Payout());

        var webhooks = await rig.Inbox.ReceiveAsync<PayoutWebhook>("payouts", 100);
        Assert.Equal(PayoutState.Succeeded, webhooks[0].State);
        Assert.Equal(50, webhooks.Count(webhook => webhook.EventId == webhooks[0].EventId));
        Assert.Equal(50, webhooks.Count(webhook => webhook.State is PayoutState.Processing));
        Assert.All(webhooks, webhook => Assert.Equal(webhook.State is PayoutState.Processing ? 2 : 3, webhook.Sequence));
    }

    [Fact]
    public async Task Webhooks_SwitchedToContradict_SayTheOppositeLater()
    {
        await using var rig = await SandboxRig.StartAsync();
        await rig.SwitchAsync("payouts", new { contradict = true });

        await rig.Provider<PayoutProvider>().SendAsync(A.Payout());

        var webhooks = await rig.Inbox.ReceiveAsync<PayoutWebhook>("payouts", 3);
        Assert.Equal([PayoutState.Processing, PayoutState.Succeeded, PayoutState.Failed], webhooks.Select(webhook => webhook.State));
    }

    [Fact]
    public async Task Webhooks_ThatTheLenderRefuses_AreSentAgain()
    {
        await using var rig = await SandboxRig.StartAsync();
        rig.Inbox.RefuseNext(2);

        await rig.Provider<PayoutProvider>().SendAsync(A.Payout());

        var webhooks = await rig.Inbox.ReceiveAsync<PayoutWebhook>("payouts", 2);
        Assert.Equal([2, 3], webhooks.Select(webhook => webhook.Sequence).Order());
    }

    [Fact]
    public async Task Restart_WithAPayoutThatWaits_KeepsItAndFinishesItOnce()
    {
        await using var rig = await SandboxRig.StartAsync();
        var before = await rig.Provider<PayoutProvider>().SendAsync(A.Payout("123456780006"));
        await rig.Inbox.ReceiveAsync<PayoutWebhook>("payouts", 1);

        await rig.RestartSandboxAsync();

        var payouts = rig.Provider<PayoutProvider>();
        var again = await payouts.SendAsync(A.Payout("123456780006"));
        Assert.Equal((before.Value!.ProviderReference, PayoutState.Processing), (again.Value!.ProviderReference, again.Value.State));
        var path = "api/payouts/DISB-1/complete";
        Assert.True((await rig.PressAsync(HttpMethod.Post, path, new { succeed = true })).IsSuccessStatusCode);
        Assert.False((await rig.PressAsync(HttpMethod.Post, path, new { succeed = false })).IsSuccessStatusCode);

        // The first webhook may come again: the sandbox may have stopped before it heard that it was taken.
        var webhooks = await rig.Inbox.ReceiveUntilAsync<PayoutWebhook>("payouts", all => all.Any(IsFinal));
        Assert.Equal([PayoutState.Processing, PayoutState.Succeeded], webhooks.DistinctBy(webhook => webhook.EventId).Select(webhook => webhook.State));
    }

    [Fact]
    public async Task Restart_WithWebhooksNotDelivered_DeliversThem()
    {
        await using var rig = await SandboxRig.StartAsync();
        rig.Inbox.RefuseNext(2);
        await rig.Provider<PayoutProvider>().SendAsync(A.Payout());

        await rig.RestartSandboxAsync();

        var webhooks = await rig.Inbox.ReceiveUntilAsync<PayoutWebhook>("payouts", all => all.Any(IsFinal));
        Assert.Equal(PayoutState.Succeeded, webhooks.First(IsFinal).State);
    }

    private static bool IsFinal(PayoutWebhook webhook) => webhook.State is PayoutState.Succeeded or PayoutState.Failed;
}
