using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.History;

public static class StaffAsOfEndpoint
{
    /// <summary>What was known on KnownOn of how the loan stood on the day.</summary>
    public sealed record Answer(DateOnly KnownOn, AsOfEndpoint.Answer Loan);

    /// <summary>What is known of a day is asked of that day or a later one, at the latest of today.</summary>
    public sealed record KnownDayNotTold(DateOnly First, DateOnly Last)
        : Refusal(RefusalKind.Unprocessable, "day_not_told", $"Choose a day from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}.", "knownOn");

    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/as-of/{on}", HandleAsync).WithName("StaffGetLoanAsOf")
        .WithSummary("The loan, its figures and its schedule as they stood on a past day, as known that day or, with knownOn, on a later one");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        string loanId, DateOnly on, StaffCaller caller, StaffCommands loans, LookingBack past, Brands brands, CancellationToken cancellationToken,
        [FromQuery] DateOnly? knownOn = null)
    {
        var loan = await loans.FindAsync(caller, loanId, cancellationToken);
        if (loan.IsRefused) return Problems.From(loan.Refusal);
        var found = await past.FindAsync(caller.Brand, loanId, loan.Value, on, cancellationToken);
        if (found.IsRefused) return Problems.From(found.Refusal);

        var brand = await brands.GetAsync(caller.Brand, cancellationToken);
        var today = LoanProjection.TodayOf(loan.Value, brand.BusinessDate);
        if (knownOn is { } known && (known < on || known > today)) return Problems.From(new KnownDayNotTold(on, today));

        var now = new Circumstances(caller.Command("look"), loanId, brand, DateTimeOffset.MinValue, found.Value.Product, null);
        var stood = LoanHistory.AsKnown(found.Value.History, on, knownOn ?? on, now);
        return TypedResults.Ok(new Answer(knownOn ?? on, AsOfEndpoint.AnswerOf(loanId, stood, on, found.Value.Product)));
    }
}
