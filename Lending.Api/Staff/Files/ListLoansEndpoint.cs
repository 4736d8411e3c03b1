using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.Files;

public static class ListLoansEndpoint
{
    public sealed record Line(
        string LoanId, string CustomerId, string ProductCode, string Status, MoneyAnswer Requested, MoneyAnswer? Sanctioned, MoneyAnswer? Net,
        MoneyAnswer PrincipalOutstanding, MoneyAnswer Overdue, MoneyAnswer Payoff, int DaysPastDue, DateOnly? NextDueOn, int PaymentsWaiting,
        string AssetClass, MoneyAnswer? Limit, MoneyAnswer? Available, MoneyAnswer? MinimumDue)
    {
        /// <summary>The bucket of a running loan, in the set that the Brand reads lists in.</summary>
        public string? Bucket { get; init; }
    }

    /// <summary>Count is of all pages; Next is the value of after for the following page, null on the last one.</summary>
    public sealed record Answer(IReadOnlyList<Line> Loans, int Count, string? Next);

    public static void Map(RouteGroupBuilder staff) => staff.MapGet("/loans", HandleAsync).WithName("StaffListLoans")
        .WithSummary("Loans of the Brand, the newest number first, in pages; status filters, as PENDING, and so do assetClass, as Npa, bucket, the name of one of the Brand's for lists, product, and with it lateBand, a band of its late charges; classification lists those that stand in one of the Brand's penalty classifications");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        StaffCaller caller, LoanListQuery query, Brands brands, Lending.Data.Products products, PenaltyClassifications classifications, CancellationToken cancellationToken, [FromQuery] string? status = null,
        [FromQuery] AssetClass? assetClass = null, [FromQuery, StringLength(40)] string? product = null, [FromQuery, StringLength(60)] string? lateBand = null,
        [FromQuery, StringLength(40)] string? bucket = null, [FromQuery, StringLength(40)] string? classification = null,
        [FromQuery, StringLength(400)] string? after = null, [FromQuery, Range(1, 200)] int limit = 50)
    {
        var statuses = Enum.GetValues<PublishedStatus>().Where(value => LoanViews.NameOf(value) == status).ToArray();
        if (status is not null && statuses.Length == 0)
            return Problems.Of(400, "invalid_input", "There is no such status.", "status");
        var filter = new LoanFilter([.. statuses], product, Classes: assetClass is { } only ? [only] : []);
        var buckets = (await brands.GetAsync(caller.Brand, cancellationToken)).Settings.Buckets.OfLists;
        if (bucket is not null)
        {
            if (filter.InBucket(buckets, bucket) is not { } inBucket) return Problems.Of(400, "invalid_input", "The Brand has no such bucket.", "bucket");
            filter = inBucket;
        }

        if (lateBand is not null)
        {
            var newest = product is null ? null : await products.NewestAsync(caller.Brand, product, cancellationToken);
            if (newest is null || filter.InBand(newest, lateBand) is not { } inBand) return Problems.Of(400, "invalid_input", "The product has no such band.", "lateBand");
            filter = inBand;
        }

        if (classification is not null)
        {
            if ((await classifications.OfAsync(caller.Brand, classification, cancellationToken)).Count == 0)
                return Problems.Of(400, "invalid_input", "There is no such classification.", "classification");
            filter = filter with { Classified = await classifications.DaysAsync(caller.Brand, classification, cancellationToken) };
        }

        var list = await query.RunAsync(
            caller.Brand, filter, LoanSort.Id, descending: true, after, limit, cancellationToken);
        return TypedResults.Ok(new Answer([.. list.Rows.Select(row => LineOf(row, buckets))], list.Count, list.Next));
    }

    private static Line LineOf(LoanListRow row, ImmutableArray<Bucket> buckets) => new(
        row.Id, row.CustomerId, row.ProductCode, LoanViews.NameOf(row.Status), MoneyAnswer.Of(row.Requested), MoneyAnswer.Of(row.Sanctioned),
        MoneyAnswer.Of(row.Net), MoneyAnswer.Of(row.PrincipalOutstanding), MoneyAnswer.Of(row.Overdue), MoneyAnswer.Of(row.Payoff), row.Dpd,
        row.NextDueOn, row.PaymentsWaiting, LoanViews.NameOf(row.AssetClass), MoneyAnswer.Of(row.Limit),
        MoneyAnswer.Of(row.Available), MoneyAnswer.Of(row.MinimumDue))
    {
        Bucket = row.Account is AccountState.Active ? BucketSets.Of(buckets, row.Dpd).Name : null,
    };
}
