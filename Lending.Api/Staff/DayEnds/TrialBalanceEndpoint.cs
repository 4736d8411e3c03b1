using System.Collections.Immutable;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.DayEnds;

public static class TrialBalanceEndpoint
{
    /// <summary>Balance is debit less credit.</summary>
    public sealed record Line(string Account, string Name, MoneyAnswer Debit, MoneyAnswer Credit, MoneyAnswer Balance);

    /// <summary>The sums of one currency; Debit and Credit are equal in sound books.</summary>
    public sealed record Total(string Currency, MoneyAnswer Debit, MoneyAnswer Credit, bool IsBalanced);

    public sealed record Answer(string Brand, DateOnly AsOf, ImmutableArray<Line> Accounts, ImmutableArray<Total> Totals);

    public static void Map(RouteGroupBuilder staff) => staff.MapGet("/trial-balance", HandleAsync).WithName("GetTrialBalance")
        .NeedsOneOf((Permission.MasterReports, Level.Read), (Permission.LoanOps, Level.Write)).WithSummary("All accounts of the Brand as of the end of a business date, today unless said");

    private static async Task<Ok<Answer>> HandleAsync(
        StaffCaller caller, Brands brands, TrialBalanceQuery query, CancellationToken cancellationToken, [FromQuery] DateOnly? asOf = null)
    {
        var day = asOf ?? (await brands.GetAsync(caller.Brand, cancellationToken)).BusinessDate;
        var balance = await query.RunAsync(caller.Brand, day, cancellationToken);
        return TypedResults.Ok(new Answer(
            caller.Brand, day, [.. balance.Accounts.Select(LineOf)],
            [.. balance.Accounts.GroupBy(account => account.Debit.Currency).Select(TotalOf)]));
    }

    private static Line LineOf(AccountBalance line) => new(
        line.Account.Number, line.Account.Name, MoneyAnswer.Of(line.Debit), MoneyAnswer.Of(line.Credit), MoneyAnswer.Of(line.Balance));

    private static Total TotalOf(IGrouping<Currency, AccountBalance> accounts)
    {
        var zero = Money.Zero(accounts.Key);
        var (debit, credit) = accounts.Aggregate((Debit: zero, Credit: zero), (sum, line) => (sum.Debit + line.Debit, sum.Credit + line.Credit));
        return new(accounts.Key.Code, MoneyAnswer.Of(debit), MoneyAnswer.Of(credit), debit == credit);
    }
}
