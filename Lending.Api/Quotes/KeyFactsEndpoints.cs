using System.Collections.Immutable;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Documents;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Quotes;

/// <summary>The Key Fact Statement of an offer (RBI/2024-25/18), as JSON and as PDF.</summary>
public static class KeyFactsEndpoints
{
    public sealed record Line(int Number, DateOnly PayBy, MoneyAnswer Outstanding, MoneyAnswer Principal, MoneyAnswer Interest, MoneyAnswer? Fee, MoneyAnswer Instalment);

    /// <summary>Penal charges for delay: percent a day of what is overdue, after the grace days, never more than the cap.</summary>
    public sealed record Penalty(decimal DailyPercent, int GraceDays, MoneyAnswer? Cap);

    public sealed record Grievance(string Officer, string Phone, string Email);

    /// <summary>
    /// Cost is interest and fees together; AprPercent is the yearly rate at which the instalments are worth what arrives, less TdsBooked, the TDS in it that the
    /// borrower withholds for the tax office.
    /// </summary>
    public sealed record Answer(
        string Lender, string LoanType, MoneyAnswer Amount, string Disbursal, int Term, string TermUnit, int InstalmentCount, MoneyAnswer Instalment,
        DateOnly FirstPayBy, decimal AnnualRatePercent, string RateType, ImmutableArray<ChargeAnswer> Charges, MoneyAnswer ChargesTotal, MoneyAnswer Net,
        MoneyAnswer InterestTotal, MoneyAnswer RepaymentTotal, MoneyAnswer Cost, decimal AprPercent, Penalty PenalCharges, DateOnly ValidThrough,
        int CoolingOffDays, Grievance GrievanceOfficer, bool MayTransferLoans, ImmutableArray<Line> Schedule,
        string InstalmentEvery, MoneyAnswer? InstalmentFees, string LateCharges, string Foreclosure, string Prepayment, ImmutableArray<string> Notes,
        MoneyAnswer? TdsBooked);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/quotes/key-facts", ReadAsync).WithName("KeyFacts").WithTags("Products and quotes")
            .WithSummary("The Key Fact Statement of an offer: rate, fees, APR, penal charges, schedule");
        api.MapPost("/quotes/key-facts.pdf", PrintAsync).WithName("KeyFactsPdf").WithTags("Products and quotes")
            .WithSummary("The Key Fact Statement of an offer (PDF)").Produces(StatusCodes.Status200OK, contentType: "application/pdf");
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> ReadAsync(
        QuoteRequest request, Caller caller, Brands brands, Products products, CancellationToken cancellationToken)
    {
        var quoted = await request.QuoteAsync(caller, brands, products, cancellationToken);
        return quoted.IsRefused ? Problems.From(quoted.Refusal) : TypedResults.Ok(AnswerOf(FactsOf(quoted.Value)));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> PrintAsync(
        QuoteRequest request, Caller caller, Brands brands, Products products, CancellationToken cancellationToken)
    {
        var quoted = await request.QuoteAsync(caller, brands, products, cancellationToken);
        return quoted.IsRefused
            ? Problems.From(quoted.Refusal)
            : TypedResults.File(KeyFactStatement.Write(FactsOf(quoted.Value)), "application/pdf", "key-fact-statement.pdf");
    }

    private static KeyFacts FactsOf(Quoted quoted) => KeyFacts.Of(quoted.Brand, quoted.Product, quoted.Quote);

    private static Answer AnswerOf(KeyFacts facts) => new(
        facts.Lender, facts.ProductName, MoneyAnswer.Of(facts.Quote.Amount), facts.Disbursal, facts.Quote.Tenure, facts.TermUnit, facts.InstalmentCount,
        MoneyAnswer.Of(facts.Instalment), facts.FirstPayBy, facts.AnnualRatePercent, "fixed", [.. facts.Quote.Charges.Select(ChargeAnswer.Of)],
        MoneyAnswer.Of(facts.Quote.ChargesTotal), MoneyAnswer.Of(facts.Quote.Net), MoneyAnswer.Of(facts.Quote.InterestTotal),
        MoneyAnswer.Of(facts.Quote.RepaymentTotal), MoneyAnswer.Of(facts.Quote.Cost), facts.AprPercent,
        new(facts.PenaltyDailyPercent, facts.PenaltyGraceDays, facts.PenaltyCap is { } cap ? MoneyAnswer.Of(cap) : null), facts.ValidThrough,
        facts.CoolingOffDays, new(facts.GrievanceOfficer, facts.GrievancePhone, facts.GrievanceEmail), facts.MayTransferLoans,
        [.. facts.Schedule.Select(line => new Line(
            line.Number, line.PayBy, MoneyAnswer.Of(line.Outstanding), MoneyAnswer.Of(line.Principal), MoneyAnswer.Of(line.Interest), MoneyAnswer.Of(line.Fee), MoneyAnswer.Of(line.Instalment)))],
        facts.InstalmentEvery, MoneyAnswer.Of(facts.Quote.InstalmentFees), facts.LateCharges, facts.Foreclosure, facts.Prepayment, facts.Notes,
        MoneyAnswer.Of(facts.Quote.TdsBooked));
}
