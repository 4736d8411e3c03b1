using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Quotes;

public static class ListProductsEndpoint
{
    /// <summary>TenureUnit is days, months or instalments; RatePercent is per RatePeriod; Repaid says how often.</summary>
    public sealed record Line(
        string Code, int Version, string Name, string Plan, MoneyAnswer AmountMin, MoneyAnswer AmountMax, int TenureMin, int TenureMax, string TenureUnit,
        decimal RatePercent, string RatePeriod, decimal PenaltyDailyPercent,
        string Repaid, string? Category, string? Description, string LateCharges);

    public sealed record Answer(IReadOnlyList<Line> Products);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/products", HandleAsync).WithName("ListProducts").WithTags("Products and quotes")
        .WithSummary("The products of the borrower's Brand");

    private static async Task<Ok<Answer>> HandleAsync(Caller caller, Products products, CancellationToken cancellationToken)
    {
        var all = await products.ListAsync(caller.Brand, cancellationToken);
        return TypedResults.Ok(new Answer([.. all.OrderBy(product => product.Code, StringComparer.Ordinal).Select(LineOf)]));
    }

    private static Line LineOf(LoanProduct product) => new(
            product.Code, product.Version, product.Name, LoanViews.NameOf(product.Plan), MoneyAnswer.Of(product.AmountMin), MoneyAnswer.Of(product.AmountMax),
            product.TenureMin, product.TenureMax, Tenures.UnitOf(product).Many, product.RatePercent, product.Plan is RepaymentPlan.Payday ? "day" : "year",
            product.Penalty.DailyPercent, ProductWords.EveryOf(product), product.Category, product.Description, ProductWords.LateChargesOf(product));
}
