using Lending.Data;
using Lending.Flows;

namespace Lending.Holds.Tests;

/// <summary>What the journal and the ledger hold in the end.</summary>
public sealed class Records(LendingApp app)
{
    private const string Brand = "saffron";

    /// <summary>How often each payment was received on a loan, by its id.</summary>
    public async Task<Dictionary<string, int>> PaymentsAsync(string loanId, CancellationToken cancellationToken) =>
        (await app.Get<LendingDatabase>().ListAsync(
            Brand,
            """
            SELECT payload::json->>'paymentId', count(*)::integer FROM journal
            WHERE brand = $1 AND stream LIKE '%' || $2 AND type = 'loan.payment-received.v1' GROUP BY 1
            """,
            [Brand, loanId], row => (Id: row.GetString(0), Times: row.GetInt32(1)), cancellationToken)).ToDictionary(row => row.Id, row => row.Times);

    /// <summary>How many events of a type a loan has.</summary>
    public Task<int> CountAsync(string loanId, string type, CancellationToken cancellationToken) => app.Get<LendingDatabase>().FirstAsync(
        Brand, "SELECT count(*)::integer FROM journal WHERE brand = $1 AND stream LIKE '%' || $2 AND type = $3", [Brand, loanId, type],
        row => row.GetInt32(0), cancellationToken);

    /// <summary>Debits and credits of a loan, all accounts together.</summary>
    public async Task<(long Debit, long Credit)> SidesAsync(string loanId, CancellationToken cancellationToken) => (await app.Get<LendingDatabase>().ListAsync(
        Brand, "SELECT sum(debit)::bigint, sum(credit)::bigint FROM posting WHERE brand = $1 AND stream LIKE '%' || $2", [Brand, loanId],
        row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken)).Single();

    public Task<VerifyReport> VerifyAsync(CancellationToken cancellationToken) => app.Get<Verify>().RunAsync(null, cancellationToken);
}
