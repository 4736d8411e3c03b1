using System.ComponentModel.DataAnnotations;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.Books;

/// <summary>The loans behind an account of the trial balance.</summary>
public static class AccountLoansEndpoint
{
    /// <summary>Balance is debit less credit.</summary>
    public sealed record Line(string LoanId, MoneyAnswer Debit, MoneyAnswer Credit, MoneyAnswer Balance);

    /// <summary>Next is the loan to go on from; null on the last page.</summary>
    public sealed record Answer(string Account, string Name, DateOnly AsOf, IReadOnlyList<Line> Loans, string? Next);

    public static void Map(RouteGroupBuilder books) => books.MapGet("/trial-balance/{number:regex(^[A-Za-z0-9.-]{{3,20}}$)}/loans", HandleAsync)
        .WithName("GetAccountLoans").NeedsOneOf((Permission.MasterReports, Level.Read), (Permission.LoanOps, Level.Write))
        .WithSummary("The loans behind an account's balance, by their number; those that add up to nothing only when all are asked for");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        string number, StaffCaller caller, Brands brands, Charts charts, AccountLoansQuery query, CancellationToken cancellationToken,
        [FromQuery] DateOnly? asOf = null, [FromQuery] bool all = false, [FromQuery, RegularExpression("^LN-[0-9]{4}-[0-9]{1,9}$")] string? after = null,
        [FromQuery, Range(1, 500)] int limit = 100)
    {
        if ((await charts.GetAsync(caller.Brand, cancellationToken)).Find(number) is not { } account) return Problems.From(new AccountNotFound(number));
        var day = asOf ?? (await brands.GetAsync(caller.Brand, cancellationToken)).BusinessDate;
        var page = await query.RunAsync(caller.Brand, number, day, !all, after, limit, cancellationToken);
        return TypedResults.Ok(new Answer(number, account.Name, day,
            [.. page.Rows.Select(line => new Line(line.LoanId, MoneyAnswer.Of(line.Debit), MoneyAnswer.Of(line.Credit), MoneyAnswer.Of(line.Balance)))], page.Next));
    }
}
