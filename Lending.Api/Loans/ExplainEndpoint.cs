using System.Collections.Immutable;
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
        if (found.IsRefused) return Problems.From(found.Refusal);

        var explained = Explaining.Explain(figure, found.Value.Events, found.Value.Product, found.Value.On);
        return TypedResults.Ok(new Answer(owned.LoanId, of, explained.On, MoneyAnswer.Of(explained.Total), [.. explained.Steps.Select(step => new Step(
            step.From, step.To, step.FirstVersion, step.LastVersion, step.Text, MoneyAnswer.Of(step.Amount), step.ExactMinor))]));
    }

    private static ExplainedFigure? FigureOf(string name) => name switch
    {
        "principalOutstanding" => ExplainedFigure.PrincipalOutstanding,
        "interestDue" => ExplainedFigure.InterestDue,
        "penaltyDue" => ExplainedFigure.PenaltyDue,
        "payoff" => ExplainedFigure.Payoff,
        _ => null,
    };
}
