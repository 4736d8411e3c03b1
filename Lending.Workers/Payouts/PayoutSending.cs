using System.Globalization;
using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.Payouts;

namespace Lending.Workers.Payouts;

/// <summary>Orders a payout at the provider. The reference makes a repeat safe: the provider never pays one twice.</summary>
public sealed class PayoutSending(IGrainFactory grains, FieldCipher cipher, PayoutProvider provider)
{
    public async Task HandleAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var (brand, loanId, reference) = (task.Brand, task.Item.Data["loan"], task.Item.Data["reference"]);
        var loan = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(brand, loanId)).GetAsync(cancellationToken);
        if (loan.IsRefused) throw new InvalidOperationException($"The payout {reference} has no loan.");
        if (!UnderWay(loan.Value).Contains(reference)) return;

        var customer = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(brand, loan.Value.CustomerId)).GetAsync(cancellationToken);
        if (customer.IsRefused || customer.Value.BankAccount is not { Verified: true } account)
            throw new InvalidOperationException($"The payout {reference} has no verified account.");

        var answer = await provider.SendAsync(
            new PayoutRequest(
                reference,
                Enum.Parse<PayoutRail>(task.Item.Data["channel"], ignoreCase: true),
                long.Parse(task.Item.Data["amountMinor"], CultureInfo.InvariantCulture),
                task.Item.Data["currency"],
                cipher.Open(brand, Field.Name, account.HolderAtBank),
                cipher.Open(brand, Field.BankAccount, account.AccountNumber),
                account.Ifsc,
                Vpa: null,
                Narration: $"Loan {loanId}"),
            cancellationToken);

        if (answer.Accepted) await SettleAsync(brand, loanId, answer.Value, cancellationToken);
        else await FailAsync(brand, loanId, reference, answer.Refusal.Code, cancellationToken);
    }

    /// <summary>Our references of what is on its way to the borrower: the payout of a loan, or draws of a line.</summary>
    public static IReadOnlyList<string> UnderWay(Loan loan) => loan switch
    {
        { Account: AccountState.PayoutRequested, Payout.Reference: { } payout } => [payout],
        { Line: { } line } => [.. line.Draws.Select(draw => draw.Reference).OfType<string>()],
        _ => [],
    };

    /// <summary>Takes a final answer over into the loan; one still under way is left to the webhook or a later look.</summary>
    public async Task SettleAsync(string brand, string loanId, Payout payout, CancellationToken cancellationToken)
    {
        switch (payout.State)
        {
            case PayoutState.Succeeded:
                var confirm = new ConfirmDisbursement(payout.ClientReference, payout.Utr ?? payout.ProviderReference);
                await grains.ExecuteAsync(brand, loanId, confirm, $"confirm:{payout.ClientReference}", "payouts", cancellationToken);
                break;
            case PayoutState.Failed:
                await FailAsync(brand, loanId, payout.ClientReference, payout.FailureCode ?? "failed", cancellationToken);
                break;
            case PayoutState.Accepted or PayoutState.Processing:
                break;
        }
    }

    private Task<Outcome<Loan>> FailAsync(string brand, string loanId, string reference, string reason, CancellationToken cancellationToken) =>
        grains.ExecuteAsync(brand, loanId, new FailDisbursement(reference, reason), $"fail:{reference}", "payouts", cancellationToken);
}
