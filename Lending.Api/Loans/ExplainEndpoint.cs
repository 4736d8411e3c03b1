using System.Collections.Immutable;
using Lending.Data;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Loans;

/// <summary>Where a figure comes from.</summary>
public static class ExplainEndpoint
{
    /// <summary>Days and events (by version) of one step; ExactMinor is what a run of nights accrued before rounding, in minor units.</summary>
    public sealed record Step(DateOnly From, DateOnly To, int FirstVersion, int LastVersion, string Text, MoneyAnswer Amount, decimal? ExactMinor);

    /// <summary>The steps add up to the total.</summary>
    public sealed record Answer(string LoanId, string Of, DateOnly On, MoneyAnswer Total, ImmutableArray<Step> Steps);

    /// <summary>The name is none of the figures that can be explained.</summary>
    public sealed record FigureUnknown()
        : Refusal(RefusalKind.Unprocessable, "figure_unknown", "Ask for principalOutstanding, interestDue, penaltyDue or payoff.", "of");

    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/explain", HandleAsync).WithName("ExplainFigure")
        .WithSummary("How a figure came about: the nights, rates, balances, payments and events it adds up from");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        OwnedLoan owned, [FromQuery] string of, [FromQuery] DateOnly? on, LookingBack past, CancellationToken cancellationToken)
    {
        if (FigureOf(of) is not { } figure) return Problems.From(new FigureUnknown());
        var found = await past.FindAsync(owned, on, cancellationToken);
        return found.IsRefused ? Problems.From(found.Refusal) : TypedResults.Ok(AnswerOf(owned.LoanId, of, figure, found.Value));
    }

    internal static Answer AnswerOf(string loanId, string of, ExplainedFigure figure, LoanOnDay day)
    {
        var explained = Explaining.Explain(figure, day.Events, day.Product, day.On);
        return new(loanId, of, explained.On, MoneyAnswer.Of(explained.Total), [.. explained.Steps.Select(step => new Step(
            step.From, step.To, step.FirstVersion, step.LastVersion, step.Text, MoneyAnswer.Of(step.Amount), step.ExactMinor))]);
    }

    internal static ExplainedFigure? FigureOf(string name) => name switch
    {
        "principalOutstanding" => ExplainedFigure.PrincipalOutstanding,
        "interestDue" => ExplainedFigure.InterestDue,
        "penaltyDue" => ExplainedFigure.PenaltyDue,
        "payoff" => ExplainedFigure.Payoff,
        _ => null,
    };
}
