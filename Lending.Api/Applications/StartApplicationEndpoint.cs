using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Lending.Grains;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Applications;

public static class StartApplicationEndpoint
{
    /// <summary>Tenure is in the product's tenureUnit. Coupon is a code that lowers a fee. Refinances is the borrower's running loan that this one pays off.</summary>
    public sealed record Request(
        [RegularExpression("^[A-Za-z0-9-]{1,40}$")] string ProductCode, MoneyDto Amount, [Range(1, 1_000)] int Tenure,
        [RegularExpression("^[A-Za-z0-9]{3,20}$")] string? Coupon = null,
        [RegularExpression("^LN-[0-9]{4}-[0-9]{1,9}$")] string? Refinances = null);

    public static void Map(RouteGroupBuilder changes) => changes.MapPost("/applications", HandleAsync).WithName("StartApplication").WithTags("Applications")
        .WithSummary("Start an application; its id is also the loan's");

    private static async Task<Results<Created<LoanAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, Caller caller, IGrainFactory grains, Journal journal, Numbers numbers, Brands brands, Products products, LoanViews views,
        CancellationToken cancellationToken)
    {
        if (await products.FindAsync(caller.Brand, request.ProductCode, null, cancellationToken) is not { } product)
            return Problems.From(new ProductNotFound());
        var amount = request.Amount.In(product.Currency);
        if (amount.IsRefused) return Problems.From(amount.Refusal);

        // A retry goes to the loan its first try made; only a new key takes a new number. Two tries at the same moment take two numbers, but
        // the journal takes one of them, and the other one asks again at that loan.
        var context = caller.Command();
        var command = new StartApplication(caller.CustomerId, product.Code, amount.Value, request.Tenure) { Coupon = request.Coupon, Refinances = request.Refinances };
        Task<Outcome<Loan>> StartAsync(string id) =>
            grains.GetGrain<ILoanGrain>(GrainKeys.Of(caller.Brand, id)).ExecuteAsync(new LoanRequest(command, context), cancellationToken);

        var earlier = await journal.FindCommandAsync(caller.Brand, context.CommandId, cancellationToken);
        var brand = await brands.GetAsync(caller.Brand, cancellationToken);
        var newId = earlier?.Id ?? await numbers.NextAsync(caller.Brand, "LN", brand.BusinessDate, cancellationToken);
        var outcome = await StartAsync(newId);
        if (outcome.Refusal is CommandIdReused && await journal.FindCommandAsync(caller.Brand, context.CommandId, cancellationToken) is { } first && first.Id != newId)
            outcome = await StartAsync(first.Id);
        if (outcome.IsRefused) return Problems.From(outcome.Refusal);

        var loanId = outcome.Value.Id;
        return TypedResults.Created($"/api/v1/loans/{loanId}", await views.AnswerAsync(caller.Brand, loanId, outcome.Value, cancellationToken));
    }
}
