using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.Mandates;

namespace Lending.Workers.Autopay;

/// <summary>
/// Has a mandate made that borrower or staff asked for, records where it is approved and sends that to the borrower; and ends one at the provider. Each
/// step can be repeated: the same reference gives the same mandate, and the command's and the message's keys are made from it.
/// </summary>
public sealed class MandateRegistration(
    IGrainFactory grains, Brands brands, FieldCipher cipher, MandateProvider provider, OpenMandates open, Data.Outbox outbox, TimeProvider clock)
{
    private const string Job = "autopay";
    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(2);

    public async Task RegisterAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var (brand, loanId, reference) = (task.Brand, task.Item.Data["loan"], task.Item.Data["mandate"]);
        var found = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(brand, loanId)).GetAsync(cancellationToken);
        if (found.IsRefused) throw new InvalidOperationException($"The mandate {reference} has no loan.");
        if (found.Value.Mandate is not { State: MandateState.Requested } asked || asked.Id != reference) return;

        if (await provider.FindAsync(reference, cancellationToken) is not { } order)
        {
            var made = await provider.RegisterAsync(await RequestAsync(brand, loanId, found.Value.CustomerId, asked, cancellationToken), cancellationToken);
            if (!made.Accepted)
            {
                var refused = new EndMandate(reference, MandateEnding.Refused, made.Refusal.Code);
                await grains.ExecuteAsync(brand, loanId, refused, $"refuse:{reference}", Job, cancellationToken);
                return;
            }
            order = made.Value;
        }

        await open.AddAsync(brand, loanId, LookKind.Mandate, reference, clock.GetUtcNow() + FirstLook, cancellationToken);
        var issued = await grains.ExecuteAsync(brand, loanId, new IssueMandate(reference, order.Url.ToString()), $"issue:{reference}", Job, cancellationToken);

        // It may have been cancelled while it was being made; then nobody is asked to approve it.
        if (issued.Value?.Mandate is not { IsLive: true } live || live.Id != reference) await provider.CancelAsync(reference, cancellationToken);
        else await outbox.AddAsync(brand, loanId, MessageOf(loanId, found.Value.CustomerId, asked, order.Url), cancellationToken);
    }

    public async Task CancelAsync(OutboxTask task, CancellationToken cancellationToken) =>
        await provider.CancelAsync(task.Item.Data["mandate"], cancellationToken);

    private async Task<MandateRequest> RequestAsync(string brand, string loanId, string customerId, Mandate asked, CancellationToken cancellationToken)
    {
        var customer = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(brand, customerId)).GetAsync(cancellationToken);
        if (customer.IsRefused || customer.Value.Profile is not { } profile) throw new InvalidOperationException($"The mandate {asked.Id} has no payer.");
        var days = (await brands.GetAsync(brand, cancellationToken)).Settings.Autopay.ApprovalDays;
        return new MandateRequest(
            asked.Id, asked.Most.Minor, asked.Most.Currency.Code, asked.ValidUntil, $"Loan {loanId}", cipher.Open(brand, Field.Name, profile.FullName),
            customer.Value.Mobile is { } mobile ? cipher.Open(brand, Field.Mobile, mobile) : null,
            // The provider lives in real time, also where a Brand's business date is moved by hand or simulated.
            TimeProvider.System.GetUtcNow().AddDays(days));
    }

    private static OutboxItem MessageOf(string loanId, string customerId, Mandate asked, Uri url) => new(
        OutboxKinds.SendMessage, $"{loanId}:{MessageTemplates.MandateReady}:{asked.Id}", new Dictionary<string, string>
        {
            ["template"] = MessageTemplates.MandateReady,
            ["customer"] = customerId,
            ["loan"] = loanId,
            ["amountMinor"] = asked.Most.Minor.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["currency"] = asked.Most.Currency.Code,
            ["url"] = url.ToString(),
        });
}
