using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Loans;

public static class ListLoansEndpoint
{
    public sealed record Line(
        string LoanId, string ProductCode, string Status, MoneyAnswer Requested, MoneyAnswer? Sanctioned, MoneyAnswer? Payoff, DateTimeOffset StartedAt,
        MoneyAnswer? Limit, MoneyAnswer? Available);

    public sealed record Answer(IReadOnlyList<Line> Loans);

    public static void Map(RouteGroupBuilder loans) => loans.MapGet("", HandleAsync).WithName("ListLoans")
        .WithSummary("All loans and applications of the signed-in customer, the newest first");

    private static async Task<Ok<Answer>> HandleAsync(Caller caller, BorrowerLoansQuery query, CancellationToken cancellationToken)
    {
        var loans = await query.RunAsync(caller.Brand, caller.CustomerId, cancellationToken);
        return TypedResults.Ok(new Answer([.. loans.Select(LineOf)]));
    }

    private static Line LineOf(BorrowerLoan loan) => new(
        loan.Id, loan.State.ProductCode, LoanViews.NameOf(loan.Status), MoneyAnswer.Of(loan.State.Requested), MoneyAnswer.Of(loan.State.Sanctioned),
        loan.State.Account is AccountState.Active ? MoneyAnswer.Of(LoanFigures.PayoffOf(loan.State)) : null, loan.StartedAt,
        MoneyAnswer.Of(LineFigures.Of(loan.State, default)?.Limit), MoneyAnswer.Of(LineFigures.Of(loan.State, default)?.Available));
}
