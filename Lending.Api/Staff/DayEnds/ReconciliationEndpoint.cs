using System.Collections.Immutable;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.DayEnds;

public static class ReconciliationEndpoint
{
    /// <summary>Debit less credit in the ledger, and the same from the loans; null where no loan keeps it.</summary>
    public sealed record Line(string Account, string Name, MoneyAnswer Ledger, MoneyAnswer? Loans);

    /// <summary>A loan whose own balance is not what the ledger holds for it.</summary>
    public sealed record Difference(string LoanId, string Account, MoneyAnswer Ledger, MoneyAnswer Loan);

    /// <summary>Agrees: debits equal credits and every balance is the same on both sides. At most 500 differences.</summary>
    public sealed record Answer(
        DateOnly Date, DateTimeOffset MadeAt, int TookMs, int Loans, bool Agrees, ImmutableArray<Line> Accounts, ImmutableArray<Difference> Differences);

    public static void Map(RouteGroupBuilder staff) => staff.MapGet("/reconciliation", HandleAsync).WithName("GetReconciliation")
        .Needs(Permission.MasterReports, Level.Read).WithSummary("The whole book against the ledger after a day's end, the newest unless a date is named");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        StaffCaller caller, ReconciliationQuery query, CancellationToken cancellationToken, [FromQuery] DateOnly? date = null) =>
        await query.RunAsync(caller.Brand, date, cancellationToken) is { } found
            ? TypedResults.Ok(new Answer(
                found.Date, found.MadeAt, (int)found.Took.TotalMilliseconds, found.Loans, found.Agrees, [.. found.Accounts.Select(LineOf)],
                [.. found.Differences.Select(DifferenceOf)]))
            : Problems.From(new NotReconciled());

    private static Line LineOf(ReconciledAccount line) => new(
        line.Account.Number, line.Account.Name, MoneyAnswer.Of(line.Ledger), line.Loans is { } loans ? MoneyAnswer.Of(loans) : null);

    private static Difference DifferenceOf(ReconciliationDifference difference) => new(
        difference.LoanId, difference.Account.Number, MoneyAnswer.Of(difference.Ledger), MoneyAnswer.Of(difference.Loan));
}
