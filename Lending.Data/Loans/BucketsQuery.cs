using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>The running loans of one bucket in one currency; ToDpd is its last day past due, null without end.</summary>
public sealed record BucketLine(Bucket Bucket, int? ToDpd, int Loans, Money PrincipalOutstanding, Money Overdue, Money Payoff);

/// <summary>A Brand's running loans by days past due: every bucket of the set, an empty one too, for each currency there is.</summary>
public sealed class BucketsQuery(LendingDatabase database)
{
    public async Task<ImmutableArray<BucketLine>> RunAsync(string brand, ImmutableArray<Bucket> buckets, CancellationToken cancellationToken)
    {
        var sums = await database.ListAsync(brand,
            """
            SELECT l.currency, width_bucket(l.dpd, $2), count(*), sum(l.principal_outstanding)::bigint, sum(l.overdue)::bigint, sum(l.payoff)::bigint
            FROM loan l WHERE l.brand = $1 AND l.account = 'Active' GROUP BY 1, 2 ORDER BY 1, 2
            """,
            [brand, buckets.Select(bucket => bucket.FromDpd).ToArray()],
            row =>
            {
                var currency = Currency.Of(row.GetString(0));
                return LineOf(buckets, row.GetInt32(1) - 1, (int)row.GetInt64(2), row.Money(3, currency), row.Money(4, currency), row.Money(5, currency));
            },
            cancellationToken);
        return
        [
            .. from currency in sums.Select(line => line.Payoff.Currency).Distinct()
               from index in Enumerable.Range(0, buckets.Length)
               let zero = Money.Zero(currency)
               select sums.FirstOrDefault(line => line.Bucket == buckets[index] && line.Payoff.Currency == currency) ?? LineOf(buckets, index, 0, zero, zero, zero),
        ];
    }

    private static BucketLine LineOf(ImmutableArray<Bucket> buckets, int index, int loans, Money principal, Money overdue, Money payoff) =>
        new(buckets[index], BucketSets.EndOf(buckets, index), loans, principal, overdue, payoff);
}
