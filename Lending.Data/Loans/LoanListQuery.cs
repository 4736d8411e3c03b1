using System.Collections.Immutable;
using System.Globalization;
using Lending.Domain;

namespace Lending.Data;

/// <summary>Which loans; null or empty means any. Text is the start of a loan's or customer's number or name, a phone number or its last four digits.</summary>
public sealed record LoanFilter(
    ImmutableArray<PublishedStatus> Statuses = default, string? ProductCode = null, int? DpdMin = null, int? DpdMax = null, string? Text = null,
    string? CustomerId = null, ImmutableArray<AssetClass> Classes = default)
{
    /// <summary>Only loans that run under one of these product versions and stand in its days; default means any.</summary>
    public ImmutableArray<ClassifiedDays> Classified { get; init; }

    /// <summary>Only loans that run.</summary>
    public bool Running { get; init; }

    /// <summary>The same loans, but only those that run and stand in a bucket today, its name without regard to capitals; null when there is none of this name.</summary>
    public LoanFilter? InBucket(ImmutableArray<Bucket> buckets, string name)
    {
        for (var i = 0; i < buckets.Length; i++)
            if (string.Equals(buckets[i].Name, name, StringComparison.OrdinalIgnoreCase))
                return this with { DpdMin = buckets[i].FromDpd, DpdMax = BucketSets.EndOf(buckets, i), Running = true };
        return null;
    }

    /// <summary>The same loans, but only those of a product that stand in one of its late charge bands today (UBU-056); null when it has no such band.</summary>
    public LoanFilter? InBand(LoanProduct product, string band)
    {
        var bands = product.LateCharges is { } late ? late.Bands : [];
        for (var i = 0; i < bands.Length; i++)
            if (bands[i].Name == band)
                return this with { ProductCode = product.Code, DpdMin = bands[i].FromDpd, DpdMax = bands[i].ToDpd ?? (i + 1 < bands.Length ? bands[i + 1].FromDpd - 1 : null) };
        return null;
    }
}

/// <summary>What a list of loans can be sorted by; the id decides between equals.</summary>
public enum LoanSort { Id, WaitingSince, Dpd, Outstanding, Overdue, NextDue, Submitted, Requested }

/// <summary>Count and sums of the whole filter in one currency.</summary>
public sealed record LoanTotals(Currency Currency, int Count, Money Requested, Money PrincipalOutstanding, Money Overdue, Money Payoff);

/// <summary>A page of loans with the totals of the whole filter, one for each currency in it.</summary>
public sealed record LoanList(IReadOnlyList<LoanListRow> Rows, string? Next, ImmutableArray<LoanTotals> Totals)
{
    public int Count => Totals.Sum(total => total.Count);
}

/// <summary>Loans of a Brand by filter, sorted, in pages of at most 200.</summary>
public sealed class LoanListQuery(LendingDatabase database, FieldCipher cipher)
{
    private static readonly string Where =
        $"""
        WHERE l.brand = $1 AND ($2::text[] IS NULL OR l.status = ANY($2)) AND ($3::text IS NULL OR l.product_code = $3)
          AND l.dpd >= $4 AND l.dpd <= $5 AND ($6::text IS NULL OR l.customer_id = $6)
          AND ($12::text[] IS NULL OR (l.account = 'Active' AND l.asset_class = ANY($12)))
          AND (NOT $13 OR l.account = 'Active')
          AND ($14::text[] IS NULL OR (l.account = 'Active' AND EXISTS (
            SELECT FROM unnest($14::text[], $15::integer[], $16::integer[], $17::integer[]) AS d(code, version, first, last)
            WHERE d.code = l.product_code AND d.version = l.product_version AND l.dpd BETWEEN d.first AND d.last)))
          AND ($7::text IS NULL OR l.id LIKE $7 OR l.customer_id LIKE $7 OR l.customer_id IN (
            SELECT c.id FROM customer c WHERE c.brand = $1 AND {CustomerText.Matches(8, 9, 10, 11)}))
        """;

    public async Task<LoanList> RunAsync(
        string brand, LoanFilter filter, LoanSort sort, bool descending, string? after, int limit, CancellationToken cancellationToken)
    {
        var parameters = ParametersOf(brand, filter);
        var totals = await database.ListAsync(brand,
            $"""
            SELECT l.currency, count(*), sum(l.requested)::bigint, sum(l.principal_outstanding)::bigint, sum(l.overdue)::bigint, sum(l.payoff)::bigint
            FROM loan l {Where} GROUP BY l.currency ORDER BY l.currency
            """,
            parameters, row => TotalsOf(Currency.Of(row.GetString(0)), row), cancellationToken);

        var (column, type) = SortedBy(sort);
        var (value, id) = Paging.Parse(after);
        var (order, beyond) = descending ? ("DESC", "<") : ("ASC", ">");
        var size = Paging.Bounded(limit);
        var rows = await database.ListAsync(brand,
            $"""
            SELECT {LoanListRow.Columns}, ({column})::text {LoanListRow.From} {Where}
              AND ($18::text IS NULL OR ({column}, l.id) {beyond} ($18::{type}, $19::text))
            ORDER BY {column} {order}, l.id {order} LIMIT $20
            """,
            [.. parameters, value, id, size + 1], row => (Row: LoanListRow.Read(row), Sorted: row.GetString(35)), cancellationToken);
        var page = Paging.Cut(rows, size, row => Paging.Cursor(row.Sorted, row.Row.Id));
        return new([.. page.Rows.Select(row => row.Row)], page.Next, [.. totals]);
    }

    private object?[] ParametersOf(string brand, LoanFilter filter)
    {
        var text = filter.Text?.Trim() is { Length: > 0 } typed ? typed : null;
        var person = text is null ? new CustomerText(null, null, [], []) : CustomerText.Of(brand, text, cipher);
        return
        [
            brand, filter.Statuses.IsDefaultOrEmpty ? null : filter.Statuses.Select(status => status.ToString()).ToArray(), filter.ProductCode,
            filter.DpdMin ?? 0, filter.DpdMax ?? int.MaxValue, filter.CustomerId,
            text is null ? null : CustomerText.Escape(text.ToUpper(CultureInfo.InvariantCulture)) + "%",
            person.NamePattern, person.WordPattern, person.Mobiles, person.Tails,
            filter.Classes.IsDefaultOrEmpty ? null : filter.Classes.Select(value => value.ToString()).ToArray(), filter.Running,
            .. filter.Classified.IsDefault ? (object?[])[null, null, null, null] : ClassifiedDays.Columns(filter.Classified),
        ];
    }

    private static (string Column, string Type) SortedBy(LoanSort sort) => sort switch
    {
        LoanSort.Id => ("l.id", "text"),
        LoanSort.WaitingSince => ("l.status_since", "timestamptz"),
        LoanSort.Dpd => ("l.dpd", "integer"),
        LoanSort.Outstanding => ("l.principal_outstanding", "bigint"),
        LoanSort.Overdue => ("l.overdue", "bigint"),
        LoanSort.NextDue => ("coalesce(l.next_due_on, date '9999-12-31')", "date"),
        LoanSort.Submitted => ("coalesce(l.submitted_on, date '9999-12-31')", "date"),
        LoanSort.Requested => ("l.requested", "bigint"),
    };

    private static LoanTotals TotalsOf(Currency currency, Npgsql.NpgsqlDataReader row) => new(
        currency, (int)row.GetInt64(1), row.Money(2, currency), row.Money(3, currency), row.Money(4, currency), row.Money(5, currency));
}
