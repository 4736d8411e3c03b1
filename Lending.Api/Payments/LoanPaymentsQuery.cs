using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Payments;

/// <summary>A payment and how it was used. State is booked or proposed (waiting for the lender to confirm).</summary>
public sealed record MyPayment(
    string PaymentId, string State, MoneyAnswer Amount, string Channel, string Reference, DateOnly ReceivedOn, DateOnly? BookedOn,
    MoneyAnswer Penalty, MoneyAnswer Interest, MoneyAnswer Principal, MoneyAnswer Advance);

/// <summary>The payments of one loan, the newest first.</summary>
public sealed class LoanPaymentsQuery(LendingDatabase database)
{
    private const string Sql = """
        SELECT id, state, currency, amount, channel, reference, received_on, booked_on, penalty, interest, principal, advance
        FROM payment WHERE brand = $1 AND loan = $2 ORDER BY recorded_at DESC, id LIMIT 200
        """;

    public async Task<IReadOnlyList<MyPayment>> RunAsync(string brand, string loanId, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, Sql, [brand, loanId], row =>
        {
            var currency = Currency.Of(row.GetString(2));
            MoneyAnswer Amount(int column) => MoneyAnswer.Of(new Money(row.GetInt64(column), currency));
            return new MyPayment(
                row.GetString(0), row.GetString(1), Amount(3), row.GetString(4), row.GetString(5), row.GetFieldValue<DateOnly>(6),
                row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7), Amount(8), Amount(9), Amount(10), Amount(11));
        }, cancellationToken);
}
