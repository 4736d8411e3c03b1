using Lending.Domain;
using Lending.Flows;

namespace Lending.Holds.Tests;

/// <summary>The API's process and this one command the same loan at once, each through a grain of its own.</summary>
[Collection(PlatformCollection.Name)]
public sealed class TwoProcessesTests(Platform platform)
{
    private const int Callers = 8;

    [Fact]
    public async Task Commands_AThousandFromTwoProcessesAtOnce_AreEachAppliedOnce()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var (borrower, loanId) = await platform.App.BorrowAsync(cancellationToken: limit.Token);
        var (gateway, staff) = (new Gateway(platform.App), platform.App.StaffOf("saffron"));

        // 500 commands from each; every tenth payment comes from both.
        string IdOf(int process, int number) => number % 10 == 0 ? $"pay_{loanId}_both_{number}" : $"pay_{loanId}_{process}_{number}";
        await Task.WhenAll(
            Share(number => gateway.PayAsync(loanId, IdOf(1, number), 100, limit.Token)),
            Share(number => InThisProcessAsync(IdOf(2, number))));

        var records = new Records(platform.App);
        var received = await records.PaymentsAsync(loanId, limit.Token);
        Assert.Equal(950, received.Count);
        Assert.All(received, payment => Assert.Equal(1, payment.Value));
        Assert.Equal(50_000_00 - 950 * 100, (await borrower.LoanAsync(loanId, limit.Token)).Minor("figures.payoff"));
        var (debit, credit) = await records.SidesAsync(loanId, limit.Token);
        Assert.Equal(debit, credit);
        Assert.True((await records.VerifyAsync(limit.Token)).IsSound);

        Task Share(Func<int, Task> command) => Parallel.ForEachAsync(
            Enumerable.Range(0, 500), new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = limit.Token },
            async (number, _) => await command(number));

        async Task InThisProcessAsync(string payment)
        {
            while (true)
            {
                try
                {
                    await staff.SystemAsync(loanId, new ReceivePayment(payment, Money.Inr(100), "UPI", payment), limit.Token);
                    return;
                }
                catch (TimeoutException) when (!limit.IsCancellationRequested)
                {
                    // Lost every round to the other process; nothing was stored.
                }
            }
        }
    }

    [Fact]
    public async Task Payout_ApprovedAndConfirmedByTwoProcessesAtOnce_GoesOutOnce()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var borrower = await platform.App.OnboardAsync(cancellationToken: limit.Token);
        var loanId = await borrower.ApplyAsync("EMI", 50_000_00, 6, limit.Token);
        var staff = platform.App.StaffOf("saffron");
        await staff.ApproveAsync(loanId, limit.Token);
        await borrower.SignAsync(loanId, limit.Token);
        var proposed = await staff.DoAsync(loanId, StaffRole.LoanOps, "neha", new ProposeDisbursement("IMPS"), limit.Token);
        var net = proposed.Net!.Value;
        var sameer = await Desk.SignInAsync(platform.App.Api, platform.App.Sandbox, "sameer@saffron.test", "Lending-demo-1", limit.Token);

        var approvals = await Task.WhenAll(Enumerable.Range(0, 10).Select(async number =>
        {
            try
            {
                if (number == 0) await sameer.ApprovePayoutAsync(loanId, net.Minor, limit.Token);
                else await staff.DoAsync(loanId, StaffRole.LoanOps, $"checker-{number}", new ApproveDisbursement(net), limit.Token);
                return 1;
            }
            catch (InvalidOperationException)
            {
                return 0; // Another was first.
            }
        }));
        var (gateway, reference) = (new Gateway(platform.App), LoanReference.Of("saffron", loanId, "payout-1"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => number % 2 == 0
            ? gateway.TellAsync("payouts", Gateway.PayoutBody(reference, net.Minor), limit.Token)
            : staff.SystemAsync(loanId, new ConfirmDisbursement(reference, "UTR1"), limit.Token)));

        var records = new Records(platform.App);
        Assert.Equal(1, approvals.Sum());
        Assert.Equal(1, await records.CountAsync(loanId, "loan.disbursement-approved.v1", limit.Token));
        Assert.Equal(1, await records.CountAsync(loanId, "loan.disbursed.v1", limit.Token));
        Assert.Equal(50_000_00, (await borrower.StatusAsync(loanId, "ACTIVE", limit.Token)).Minor("figures.payoff"));
        var (debit, credit) = await records.SidesAsync(loanId, limit.Token);
        Assert.Equal(debit, credit);
    }
}
