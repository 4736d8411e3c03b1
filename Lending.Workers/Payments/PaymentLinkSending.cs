using System.Globalization;
using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.Calls;
using Lending.Providers.PaymentLinks;

namespace Lending.Workers.Payments;

/// <summary>
/// Has a payment link made that staff asked for, records it on the loan and sends it to the borrower. Each step can be repeated: the same
/// reference gives the same page, and the command's and the message's keys are made from it.
/// </summary>
public sealed class PaymentLinkSending(IGrainFactory grains, FieldCipher cipher, PaymentLinkProvider provider, Data.Outbox outbox)
{
    private const string Job = "payments";

    public async Task HandleAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var data = task.Item.Data;
        var (brand, loanId, linkId) = (task.Brand, data["loan"], data["link"]);
        var amount = new Money(long.Parse(data["amountMinor"], CultureInfo.InvariantCulture), Currency.Of(data["currency"]));
        var expiresOn = DateOnly.ParseExact(data["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var found = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(brand, data["customer"])).GetAsync(cancellationToken);
        if (found.IsRefused || found.Value.Profile is not { } profile) throw new InvalidOperationException($"The link {linkId} has no payer.");

        // Open through the last day: it ends as the next one begins.
        var made = await provider.CreateAsync(
            new PaymentLinkRequest(
                linkId, amount.Minor, amount.Currency.Code, $"Loan {loanId}", cipher.Open(brand, Field.Name, profile.FullName),
                found.Value.Mobile is { } mobile ? cipher.Open(brand, Field.Mobile, mobile) : null,
                new DateTimeOffset(task.CreatedAt.UtcDateTime.Date.AddDays(DaysOpen(expiresOn, data)), TimeSpan.Zero)),
            cancellationToken);
        var link = made.Value ?? (made.Refusal!.Code == ProviderRefusal.ReferenceReused ? await provider.FindAsync(linkId, cancellationToken) : null);
        if (link is null)
        {
            await grains.ExecuteAsync(brand, loanId, new RefusePaymentLink(linkId, made.Refusal!.Code), $"refuse:{linkId}", Job, cancellationToken);
            return;
        }

        var recorded = await grains.ExecuteAsync(
            brand, loanId, new RecordPaymentLink(linkId, amount, link.Url.ToString(), expiresOn), $"link:{linkId}", Job, cancellationToken);

        // The loan may have been paid off meanwhile; then nobody is asked to pay.
        if (recorded.IsRefused) await provider.CancelAsync(linkId, cancellationToken);
        else await outbox.AddAsync(brand, loanId, MessageOf(task.Item, link.Url), cancellationToken);
    }

    // The Brand's business date may be far from the calendar's; the provider counts by the calendar.
    private static int DaysOpen(DateOnly expiresOn, IReadOnlyDictionary<string, string> data) =>
        expiresOn.DayNumber - DateOnly.ParseExact(data["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber + 1;

    private static OutboxItem MessageOf(OutboxItem asked, Uri url) => new(
        OutboxKinds.SendMessage, $"{asked.Data["loan"]}:{MessageTemplates.PaymentLink}:{asked.Data["link"]}", new Dictionary<string, string>
        {
            ["template"] = MessageTemplates.PaymentLink,
            ["customer"] = asked.Data["customer"],
            ["loan"] = asked.Data["loan"],
            ["amountMinor"] = asked.Data["amountMinor"],
            ["currency"] = asked.Data["currency"],
            ["date"] = asked.Data["date"],
            ["url"] = url.ToString(),
        });
}
