using System.Collections.Immutable;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Loans;

/// <summary>The loan on a past day.</summary>
public static class AsOfEndpoint
{
    /// <summary>How the loan, its figures and its instalments stood at the end of the day, before its night.</summary>
    public sealed record Answer(
        string LoanId, DateOnly On, int Version, string Status, MoneyAnswer PrincipalOutstanding, MoneyAnswer InterestDue, MoneyAnswer PenaltyDue, MoneyAnswer FeeDue,
        MoneyAnswer DueNow, MoneyAnswer Overdue, MoneyAnswer Payoff, int DaysPastDue, ImmutableArray<ScheduleEndpoint.Line> Instalments);

    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/as-of/{on}", HandleAsync).WithName("GetLoanAsOf")
        .WithSummary("The loan, its figures and its schedule as they stood on a past day");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        OwnedLoan owned, DateOnly on, LookingBack past, CancellationToken cancellationToken)
    {
        var found = await past.FindAsync(owned, on, cancellationToken);
        return found.IsRefused
            ? Problems.From(found.Refusal)
            : TypedResults.Ok(AnswerOf(owned.LoanId, LoanEvolution.Replay(found.Value.Events), found.Value.On, found.Value.Product));
    }

    internal static Answer AnswerOf(string loanId, Loan loan, DateOnly on, LoanProduct product)
    {
        var figures = LoanFigures.Of(loan, on, product);
        return new(
            loanId, on, loan.Version, LoanViews.NameOf(figures.Status), MoneyAnswer.Of(figures.PrincipalOutstanding),
            MoneyAnswer.Of(figures.InterestDue), MoneyAnswer.Of(figures.PenaltyDue), MoneyAnswer.Of(figures.FeeDue), MoneyAnswer.Of(figures.DueNow), MoneyAnswer.Of(figures.OverdueAmount),
            MoneyAnswer.Of(figures.Payoff), loan.Account is AccountState.Active ? figures.Dpd : 0, ScheduleEndpoint.LinesOf(loan, figures));
    }
}
