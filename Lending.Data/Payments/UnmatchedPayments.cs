using Microsoft.Extensions.Logging;

namespace Lending.Data;

/// <summary>Money a gateway tells of that could not be booked. Brand is empty where the reference does not even name one.</summary>
public sealed record UnmatchedPayment(
    string PaymentReference, string Brand, string ClientReference, long AmountMinor, string Currency, string Method, string? Utr, string Reason);

/// <summary>Money that arrived and fits no loan: kept once per payment until a person has placed it. Nothing of it is ever dropped.</summary>
public sealed partial class UnmatchedPayments(LendingDatabase database, TimeProvider clock, ILogger<UnmatchedPayments> logger)
{
    private const string Sql = """
        INSERT INTO unmatched_payment (payment_reference, brand, client_reference, amount, currency, method, utr, reason, received_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (payment_reference) DO NOTHING
        """;

    public async Task KeepAsync(UnmatchedPayment payment, CancellationToken cancellationToken)
    {
        var isNew = await database.ExecuteAsync(
            payment.Brand, Sql,
            [
                payment.PaymentReference, payment.Brand, payment.ClientReference, payment.AmountMinor, payment.Currency, payment.Method, payment.Utr,
                payment.Reason, clock.GetUtcNow(),
            ],
            cancellationToken) > 0;
        if (isNew) Unplaced(logger, payment.PaymentReference, payment.Reason);
    }

    [LoggerMessage(LogLevel.Warning, "Payment {PaymentReference} fits no loan ({Reason}); it waits in unmatched_payment")]
    private static partial void Unplaced(ILogger logger, string paymentReference, string reason);
}
