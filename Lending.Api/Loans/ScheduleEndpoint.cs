using System.Collections.Immutable;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Loans;

public static class ScheduleEndpoint
{
    /// <summary>Outstanding is what is left of principal, contracted interest, penalty and fee.</summary>
    public sealed record Line(
        int Number, DateOnly From, DateOnly Due, DateOnly PayBy, string State, MoneyAnswer Principal, MoneyAnswer Interest, MoneyAnswer Penalty, MoneyAnswer Fee,
        MoneyAnswer Paid, MoneyAnswer Outstanding, DateOnly? PaidOn);

    /// <summary>Revisions counts how often the instalments were planned anew after they were agreed.</summary>
    public sealed record Answer(string LoanId, int Revisions, ImmutableArray<Line> Instalments);

    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/schedule", HandleAsync).WithName("GetSchedule")
        .WithSummary("The instalments and how each stands; empty until the loan is paid out");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        OwnedLoan owned, LoanViews views, CancellationToken cancellationToken)
    {
        var (_, figures, _) = await views.FiguresAsync(owned.Caller.Brand, owned.Loan, cancellationToken);
        return TypedResults.Ok(new Answer(owned.LoanId, owned.Loan.Revisions, LinesOf(owned.Loan, figures)));
    }

    // Numbers that a revised schedule needs no more are kept in the loan, but are nothing to pay. Of a line, what no statement has asked for is not to pay yet.
    internal static ImmutableArray<Line> LinesOf(Loan loan, LoanFigures figures) =>
        [.. InstalmentRow.Shown(loan).Zip(figures.Instalments).Where(pair => !pair.First.IsVoid).Select(pair => LineOf(pair.First, pair.Second))];

    private static Line LineOf(Instalment instalment, InstalmentState state) => new(
        instalment.Number, instalment.From, instalment.Due, instalment.PayBy, LoanViews.NameOf(state), MoneyAnswer.Of(instalment.Principal),
        MoneyAnswer.Of(instalment.Interest), MoneyAnswer.Of(instalment.PenaltyAccrued),
        MoneyAnswer.Of(instalment.Fee?.Amount ?? Money.Zero(instalment.Principal.Currency)), MoneyAnswer.Of(instalment.PaidInAll), MoneyAnswer.Of(instalment.Outstanding),
        instalment.PaidOn);
}
