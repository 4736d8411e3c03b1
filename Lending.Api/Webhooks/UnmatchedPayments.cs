using Lending.Data;
using Lending.Domain;
using Lending.Providers.Webhooks;

namespace Lending.Api.Webhooks;

/// <summary>Money that arrived and fits no loan: kept once per payment until a person has placed it. Nothing of it is ever dropped.</summary>
public sealed partial class UnmatchedPayments(LendingDatabase database, TimeProvider clock, ILogger<UnmatchedPayments> logger)
{
    private const string NoBrand = "";

    private const string Sql = """
        INSERT INTO unmatched_payment (payment_reference, brand, client_reference, amount, currency, method, utr, reason, received_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (payment_reference) DO NOTHING
        """;

    public async Task KeepAsync(PaymentWebhook webhook, string reason, CancellationToken cancellationToken)
    {
        var brand = LoanReference.TryParse(webhook.ClientReference, out var reference) ? reference.Brand : NoBrand;
        var isNew = await database.ExecuteAsync(
            brand, Sql,
            [webhook.PaymentReference, brand, webhook.ClientReference, webhook.AmountMinor, webhook.Currency, webhook.Method, webhook.Utr, reason, clock.GetUtcNow()],
            cancellationToken) > 0;
        if (isNew) Unplaced(logger, webhook.PaymentReference, reason);
    }

    [LoggerMessage(LogLevel.Warning, "Payment {PaymentReference} fits no loan ({Reason}); it waits in unmatched_payment")]
    private static partial void Unplaced(ILogger logger, string paymentReference, string reason);
}
