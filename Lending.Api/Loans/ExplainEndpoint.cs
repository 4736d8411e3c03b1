using System.Collections.Immutable;
using System.Text.Json;
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

    /// <summary>The steps add up to the total. Instalment is the number of the one asked about.</summary>
    public sealed record Answer(string LoanId, string Of, DateOnly On, MoneyAnswer Total, ImmutableArray<Step> Steps, int? Instalment = null);

    /// <summary>The name is none of the figures that can be explained.</summary>
    public sealed record FigureUnknown(bool ForStaff = false) : Refusal(
        RefusalKind.Unprocessable, "figure_unknown", $"Ask for one of: {string.Join(", ", Names.Where(name => ForStaff || !IsInternal(name.Value)).Select(name => name.Key))}.", "of");

    /// <summary>A figure of one instalment was asked for without its number, or with one that the loan has not.</summary>
    public sealed record InstalmentNotNamed(int Count) : Refusal(
        RefusalKind.Unprocessable, "instalment_not_named", Count == 0 ? "The loan has no instalments on that day." : $"Add instalment, a number from 1 to {Count}.", "instalment");

    private static readonly OrderedDictionary<string, ExplainedFigure> Names =
        new(Enum.GetValues<ExplainedFigure>().Select(figure => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(figure.ToString()), figure)), StringComparer.Ordinal);

    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/explain", HandleAsync).WithName("ExplainFigure")
        .WithSummary("How a figure came about: the nights, rates, balances, payments and events it adds up from");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        OwnedLoan owned, [FromQuery] string of, [FromQuery] DateOnly? on, [FromQuery] int? instalment, LookingBack past, CancellationToken cancellationToken)
    {
        if (FigureOf(of) is not { } figure || IsInternal(figure)) return Problems.From(new FigureUnknown());
        var found = await past.FindAsync(owned, on, cancellationToken);
        return found.IsRefused ? Problems.From(found.Refusal) : Answered(owned.LoanId, of, figure, instalment, found.Value);
    }

    internal static Results<Ok<Answer>, ProblemHttpResult> Answered(string loanId, string of, ExplainedFigure figure, int? instalment, LoanOnDay day)
    {
        var instalments = figure.IsOfInstalment() ? LoanEvolution.Replay(day.Events).Instalments.Length : 0;
        if (figure.IsOfInstalment() && !(instalment >= 1 && instalment <= instalments)) return Problems.From(new InstalmentNotNamed(instalments));

        var explained = Explaining.Explain(figure, day.Events, day.Product, day.On, instalment ?? 0);
        var steps = explained.Steps.Select(step => new Step(
            step.From, step.To, step.FirstVersion, step.LastVersion, step.Text, MoneyAnswer.Of(step.Amount), step.ExactMinor));
        return TypedResults.Ok(new Answer(loanId, of, explained.On, MoneyAnswer.Of(explained.Total), [.. steps], figure.IsOfInstalment() ? instalment : null));
    }

    /// <summary>How the lender values the loan in its own books is no matter of the borrower's.</summary>
    private static bool IsInternal(ExplainedFigure figure) => figure is ExplainedFigure.SuspendedInterest or ExplainedFigure.Provision;

    internal static ExplainedFigure? FigureOf(string name) => Names.TryGetValue(name, out var figure) ? figure : null;
}
