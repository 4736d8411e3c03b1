using System.Collections.Immutable;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.Books;

/// <summary>The book by days past due (LMS-029).</summary>
public static class BucketsEndpoint
{
    /// <summary>ToDpd is left out for the last bucket, which has no end.</summary>
    public sealed record Line(string Bucket, int FromDpd, int? ToDpd, int Loans, MoneyAnswer PrincipalOutstanding, MoneyAnswer Overdue, MoneyAnswer Payoff);

    public sealed record Answer(string Brand, DateOnly AsOf, BucketUse Set, ImmutableArray<Line> Buckets);

    /// <summary>There is no such set of buckets.</summary>
    public sealed record BucketSetUnknown()
        : Refusal(RefusalKind.Unprocessable, "bucket_set_unknown", "Ask for collections, portfolio or risk.", "set");

    public static void Map(RouteGroupBuilder books) => books.MapGet("/buckets", HandleAsync).WithName("GetBuckets").Needs(Permission.Loans, Level.Read)
        .WithSummary("Running loans by days past due, in the buckets of the Brand's set for collections, the portfolio or risk");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        StaffCaller caller, Brands brands, BucketsQuery query, CancellationToken cancellationToken, [FromQuery] string set = "portfolio")
    {
        if (!Enum.TryParse<BucketUse>(set, ignoreCase: true, out var use) || !Enum.IsDefined(use) || char.IsDigit(set[0])) return Problems.From(new BucketSetUnknown());
        var brand = await brands.GetAsync(caller.Brand, cancellationToken);
        var lines = await query.RunAsync(caller.Brand, brand.Settings.Buckets.For(use), cancellationToken);
        return TypedResults.Ok(new Answer(caller.Brand, brand.BusinessDate, use, [.. lines.Select(line => new Line(
            line.Bucket.Name, line.Bucket.FromDpd, line.ToDpd, line.Loans, MoneyAnswer.Of(line.PrincipalOutstanding), MoneyAnswer.Of(line.Overdue), MoneyAnswer.Of(line.Payoff)))]));
    }
}
