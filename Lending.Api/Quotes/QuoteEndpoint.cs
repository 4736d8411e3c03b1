using System.Collections.Immutable;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Quotes;

public static class QuoteEndpoint
{
    public sealed record Line(int Number, DateOnly Due, DateOnly PayBy, MoneyAnswer Principal, MoneyAnswer Interest, MoneyAnswer? Fee, MoneyAnswer Total);

    /// <summary>
    /// What would arrive and what would be paid back if the loan were paid out today. Discount is what the coupon took off the charges; InstalmentFees
    /// come with the instalments, tax inside; Cost is interest, charges and fees. TdsBooked is the TDS in Net that the borrower withholds for the tax office; null
    /// when there is none. AprPercent is the yearly cost of all of it on what arrives, less that TDS.
    /// </summary>
    public sealed record Answer(
        string ProductCode, MoneyAnswer Amount, int Tenure, DateOnly DisbursedOn, ImmutableArray<ChargeAnswer> Charges, MoneyAnswer ChargesTotal,
        MoneyAnswer Net, ImmutableArray<Line> Schedule, MoneyAnswer InterestTotal, MoneyAnswer RepaymentTotal, decimal AprPercent,
        string TenureUnit, MoneyAnswer? Discount, MoneyAnswer? InstalmentFees, MoneyAnswer Cost, ImmutableArray<string> Notes, MoneyAnswer? TdsBooked);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/quotes", HandleAsync).WithName("Quote").WithTags("Products and quotes")
        .WithSummary("Preview a loan: charges line by line, what arrives, the schedule and the totals");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        QuoteRequest request, Caller caller, Brands brands, Products products, CancellationToken cancellationToken)
    {
        var quoted = await request.QuoteAsync(caller, brands, products, cancellationToken);
        return quoted.IsRefused ? Problems.From(quoted.Refusal) : TypedResults.Ok(AnswerOf(quoted.Value.Product, quoted.Value.Quote));
    }

    internal static Answer AnswerOf(LoanProduct product, LoanQuote quote) => new(
        product.Code, MoneyAnswer.Of(quote.Amount), quote.Tenure, quote.DisbursedOn, [.. quote.Charges.Select(ChargeAnswer.Of)],
        MoneyAnswer.Of(quote.ChargesTotal), MoneyAnswer.Of(quote.Net),
        [.. quote.Schedule.Select(line => new Line(
            line.Number, line.Due, line.PayBy, MoneyAnswer.Of(line.Principal), MoneyAnswer.Of(line.Interest), MoneyAnswer.Of(line.Fee),
            MoneyAnswer.Of(line.Principal + line.Interest + (line.Fee ?? Money.Zero(line.Principal.Currency)))))],
        MoneyAnswer.Of(quote.InterestTotal), MoneyAnswer.Of(quote.RepaymentTotal), AnnualRates.AprPercentOf(product, quote),
        Tenures.UnitOf(product).Many, MoneyAnswer.Of(quote.Discount), MoneyAnswer.Of(quote.InstalmentFees), MoneyAnswer.Of(quote.Cost), ProductWords.NotesOf(product),
        MoneyAnswer.Of(quote.TdsBooked));
}
