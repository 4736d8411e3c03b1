using Lending.Data;
using Lending.Domain;
using Lending.Providers.Calls;
using Lending.Providers.Mandates;
using Lending.Workers.Autopay;
using Lending.Workers.DayEnd;
using Lending.Workers.Tests.FollowUp;

namespace Lending.Workers.Tests.Autopay;

/// <summary>Mandates and debits from day end to the books, over a real database and a real sandbox whose webhooks never come.</summary>
[Collection(OnPostgres.Name)]
public sealed class AutopayTests(WorkersServer server) : IAsyncLifetime
{
    private static readonly DateOnly FirstDue = new(2026, 7, 1);

    private DeafLender _lender = null!;

    public async Task InitializeAsync()
    {
        _lender = await DeafLender.StartAsync(await server.DatabaseAsync());
        await _lender.BorrowerAsync();
    }

    public async Task DisposeAsync() => await _lender.DisposeAsync();

    [Fact]
    public async Task Mandate_ApprovedWithoutAWebhook_IsConfirmedOnce()
    {
        var id = await AskedAsync();
        await _lender.PressAsync($"{await PageAsync(id)}/answer", new { approve = true });

        await FollowUpAsync();
        await FollowUpAsync();

        var mandate = (await _lender.LoanAsync(id)).Mandate!;
        Assert.Equal(MandateState.Active, mandate.State);
        Assert.EndsWith("@sandbox", mandate.Number);
        Assert.Equal(1, await CountAsync(id, "loan.mandate-confirmed.v1"));
        Assert.Equal(1, await CountAsync(id, "loan.mandate-issued.v1"));
    }

    [Fact]
    public async Task Mandate_DeclinedOrRevokedWithoutAWebhook_Ends()
    {
        var declined = await AskedAsync();
        await _lender.PressAsync($"{await PageAsync(declined)}/answer", new { approve = false });
        var revoked = await ActiveAsync();
        await _lender.PressAsync($"{await PageAsync(revoked)}/revoke", new { });

        await FollowUpAsync(TimeSpan.FromHours(13));

        Assert.Equal(MandateEnding.Declined, (await _lender.LoanAsync(declined)).Mandate!.Ending);
        Assert.Equal(MandateEnding.Revoked, (await _lender.LoanAsync(revoked)).Mandate!.Ending);
    }

    [Fact]
    public async Task Mandate_CancelledBeforeItWasMade_IsNeverOpenForApproval()
    {
        var id = await _lender.LoanOfAsync(9);
        Assert.False((await _lender.AskAsync(id, new RequestMandate())).IsRefused);
        Assert.False((await _lender.AskAsync(id, new CancelMandate("changed my mind"))).IsRefused);

        await OutboxAsync();

        Assert.Null(await _lender.Get<MandateProvider>().FindAsync((await _lender.LoanAsync(id)).Mandate!.Id));
    }

    [Fact]
    public async Task Debit_OnTheDueDate_IsBookedOnceHoweverOftenEverythingRuns()
    {
        var id = await ActiveAsync();
        await CloseThroughAsync(FirstDue.AddDays(-2));
        Assert.Equal(PresentationState.Announced, (await _lender.LoanAsync(id)).Mandate!.Presentation!.State);
        await CloseThroughAsync(FirstDue.AddDays(-1));
        await CloseThroughAsync(FirstDue.AddDays(-1)); // The same day end again.
        await SettledAsync(id);

        await FollowUpAsync();
        await FollowUpAsync(TimeSpan.FromHours(2));
        var debit = (await _lender.Get<MandateProvider>().FindDebitAsync((await _lender.LoanAsync(id)).Mandate!.Presentation!.Reference))!;
        Assert.False((await _lender.AskAsync(id, MandateCommands.Of(debit)!, $"webhook:debits:{debit.PaymentReference}")).IsRefused); // The lost webhook comes after all.

        var loan = await _lender.LoanAsync(id);
        Assert.True(loan.Instalments[0].IsPaid);
        Assert.Equal([(debit.AmountMinor, "AUTOPAY", "received")], await _lender.RowsAsync(
            "SELECT amount, channel, state FROM payment", row => (row.GetInt64(0), row.GetString(1), row.GetString(2))));
        Assert.Equal(1, await CountAsync(id, "loan.autopay-presented.v1"));
        Assert.Equal([("debit", "paid")], await _lender.RowsAsync("SELECT kind, outcome FROM mandate_look WHERE ended_at IS NOT NULL", row => (row.GetString(0), row.GetString(1))));
    }

    [Fact]
    public async Task Debit_OfAnEmptyAccount_FailsAndIsTriedAgainAfterTheBrandsDays()
    {
        var id = await ActiveAsync();
        var page = await PageAsync(id);
        await _lender.PressAsync($"{page}/account", new { account = "no_funds" });
        await CloseThroughAsync(FirstDue.AddDays(-1));
        await SettledAsync(id);
        await FollowUpAsync();
        Assert.Equal((PresentationState.Failed, 1), await PresentationAsync(id));

        await _lender.PressAsync($"{page}/account", new { account = "pays" });
        await CloseThroughAsync(FirstDue.AddDays(2));
        await SettledAsync(id);
        await FollowUpAsync();

        Assert.Equal((PresentationState.Collected, 2), await PresentationAsync(id));
        Assert.True((await _lender.LoanAsync(id)).Instalments[0].IsPaid);
    }

    [Fact]
    public async Task Debit_WhoseAnswerIsLost_IsCollectedOnce()
    {
        var id = await ActiveAsync();
        await CloseThroughAsync(FirstDue.AddDays(-2));
        await CloseThroughAsync(FirstDue.AddDays(-1), withOutbox: false);
        await _lender.SwitchAsync("mandates", new { failNext = 9 });
        await Assert.ThrowsAsync<ProviderUnavailable>(() => OutboxAsync());
        await _lender.SwitchAsync("mandates", new { failNext = 0 });
        _lender.Clock.Forward(TimeSpan.FromMinutes(2));

        await OutboxAsync();
        await SettledAsync(id);
        await FollowUpAsync();

        Assert.Equal((PresentationState.Collected, 1), await PresentationAsync(id));
        Assert.Single(await _lender.RowsAsync("SELECT amount FROM payment", row => row.GetInt64(0)));
    }

    [Fact]
    public async Task Debit_UnderARevokedMandate_FailsAndEndsTheMandate()
    {
        var id = await ActiveAsync();
        await CloseThroughAsync(FirstDue.AddDays(-2));
        await _lender.PressAsync($"{await PageAsync(id)}/revoke", new { });

        await CloseThroughAsync(FirstDue.AddDays(-1));

        var mandate = (await _lender.LoanAsync(id)).Mandate!;
        Assert.Equal((MandateState.Ended, MandateEnding.Revoked, PresentationState.Failed), (mandate.State, mandate.Ending!.Value, mandate.Presentation!.State));
        await CloseThroughAsync(FirstDue.AddDays(9));
        Assert.Equal(1, await CountAsync(id, "loan.autopay-presented.v1"));
    }

    [Fact]
    public async Task Debit_TheProviderNeverHeardOf_FailsAfterTwoDays()
    {
        var id = await ActiveAsync();
        await CloseThroughAsync(FirstDue.AddDays(-1), withOutbox: false);
        var reference = (await _lender.LoanAsync(id)).Mandate!.Presentation!.Reference;
        await _lender.Get<OpenMandates>().AddAsync(DeafLender.Brand, id, LookKind.Debit, reference, _lender.Clock.GetUtcNow(), default);

        await FollowUpAsync();
        Assert.Equal((PresentationState.Presented, 1), await PresentationAsync(id));
        await FollowUpAsync(TimeSpan.FromHours(49));

        Assert.Equal((PresentationState.Failed, 1), await PresentationAsync(id));
    }

    private async Task<string> AskedAsync()
    {
        var id = await _lender.LoanOfAsync(9);
        Assert.False((await _lender.AskAsync(id, new RequestMandate())).IsRefused);
        await OutboxAsync();
        return id;
    }

    private async Task<string> ActiveAsync()
    {
        var id = await AskedAsync();
        await _lender.PressAsync($"{await PageAsync(id)}/answer", new { approve = true });
        await FollowUpAsync();
        Assert.Equal(MandateState.Active, (await _lender.LoanAsync(id)).Mandate!.State);
        return id;
    }

    private async Task<string> PageAsync(string id) =>
        (await _lender.Get<MandateProvider>().FindAsync((await _lender.LoanAsync(id)).Mandate!.Id))!.Url.AbsolutePath;

    private async Task CloseThroughAsync(DateOnly date, bool withOutbox = true)
    {
        var ended = await _lender.Get<DayEndRunner>().RunAsync(DeafLender.Brand, date, (_, _) => Task.FromResult(true), default);
        Assert.Equal(0, ended.Failed);
        if (withOutbox) await OutboxAsync();
    }

    /// <summary>Does what the outbox holds of mandates and debits, each item twice, as every handler may be run.</summary>
    private async Task OutboxAsync()
    {
        foreach (var task in await _lender.Get<Data.Outbox>().ClaimAsync(DeafLender.Brand, 200, TimeSpan.FromMinutes(1), default))
        {
            for (var time = 0; time < 2; time++)
                await (task.Item.Kind switch
                {
                    OutboxKinds.RegisterMandate => _lender.Get<MandateRegistration>().RegisterAsync(task, default),
                    OutboxKinds.CancelMandate => _lender.Get<MandateRegistration>().CancelAsync(task, default),
                    OutboxKinds.NotifyDebit => _lender.Get<DebitSending>().AnnounceAsync(task, default),
                    OutboxKinds.PresentDebit => _lender.Get<DebitSending>().PresentAsync(task, default),
                    _ => Task.CompletedTask,
                });
            await _lender.Get<Data.Outbox>().DoneAsync(task, default);
        }
    }

    /// <summary>Until the sandbox's bank has decided the debit under way.</summary>
    private async Task SettledAsync(string id)
    {
        var reference = (await _lender.LoanAsync(id)).Mandate!.Presentation!.Reference;
        while (await _lender.Get<MandateProvider>().FindDebitAsync(reference) is { State: DebitState.Presented }) await Task.Yield();
    }

    private async Task FollowUpAsync(TimeSpan? after = null)
    {
        _lender.Clock.Forward(after ?? TimeSpan.FromMinutes(6));
        await _lender.RunAsync<MandateFollowUpJob>();
    }

    private async Task<(PresentationState State, int Attempt)> PresentationAsync(string id)
    {
        var made = (await _lender.LoanAsync(id)).Mandate!.Presentation!;
        return (made.State, made.Attempt);
    }

    private async Task<long> CountAsync(string loanId, string type) => Assert.Single(await _lender.RowsAsync(
        $"SELECT count(*) FROM journal WHERE stream = '{DeafLender.Brand}/{loanId}' AND type = '{type}'", row => row.GetInt64(0)));
}
