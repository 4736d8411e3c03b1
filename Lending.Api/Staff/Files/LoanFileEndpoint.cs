using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.Files;

public static class LoanFileEndpoint
{
    private const int LedgerLines = 2_000;

    private const int TimelineLines = 200;

    public static void Map(RouteGroupBuilder loan) => loan.MapGet("", HandleAsync).WithName("StaffGetLoan")
        .WithSummary("A loan's file: where it stands, figures, schedule, ledger and timeline");

    private static async Task<Results<Ok<LoanFileAnswer>, ProblemHttpResult>> HandleAsync(
        string loanId, StaffCaller caller, StaffCommands loans, LoanViews views, LedgerQuery ledger, TimelineQuery timeline,
        CancellationToken cancellationToken, [FromQuery, Range(0, int.MaxValue)] int ledgerAfter = 0)
    {
        var found = await loans.FindAsync(caller, loanId, cancellationToken);
        if (found.IsRefused) return Problems.From(found.Refusal);
        var loan = found.Value;
        var (brand, figures, offered) = await views.FiguresAsync(caller.Brand, loan, cancellationToken);
        var lines = await ledger.RunAsync(caller.Brand, loanId, ledgerAfter, LedgerLines, cancellationToken);
        var events = await timeline.RunAsync(caller.Brand, loanId, null, TimelineLines, withoutDays: true, cancellationToken);
        return TypedResults.Ok(new LoanFileAnswer(
            loan.CustomerId, loan.Version, LoanAnswer.Of(loanId, loan, figures, brand, offered), loan.Note, ScheduleEndpoint.LinesOf(loan, figures),
            [.. loan.ProposedPayments.Values.Select(WaitingPayment.Of)], [.. lines.Rows.Select(LedgerEntry.Of)], lines.Next,
            [.. events.Rows.Select(TimelineLine.Of)])
        {
            ProposedTerms = offered is null ? [] : LoanAnswer.TermsOf(offered, loan, loan.ProposedOverrides), ChargedOff = ChargeOffAnswer.Of(loan.ChargedOff),
            Bucket = loan.Account is AccountState.Active ? BucketSets.Of(brand.Settings.Buckets.OfLists, figures.Dpd).Name : null,
        });
    }
}
