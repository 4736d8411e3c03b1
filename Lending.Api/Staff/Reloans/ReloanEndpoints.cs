using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.Reloans;

/// <summary>The re-loan log, and what staff decide about offers (LOS-034 to LOS-037).</summary>
public static class ReloanEndpoints
{
    /// <summary>What one rule found and what it allows, as text; null where there is nothing to say.</summary>
    public sealed record Finding(string Rule, bool Passed, string? Found, string? Allowed);

    /// <summary>An offer as it stands. State is pending, approved, rejected or cancelled; ApplicationId is what an accepted one became.</summary>
    public sealed record Offer(
        string State, MoneyAnswer Previous, MoneyAnswer Amount, int Tenure, DateOnly Until, string? Ending, DateOnly? DecidedOn, string? DecidedBy, string? Reason,
        string? ApplicationId, MoneyAnswer? Taken);

    /// <summary>One check, its reasons, and the offer that came of it; null is none.</summary>
    public sealed record Check(
        string LoanId, int Number, string CustomerId, DateOnly On, string By, DateTimeOffset RecordedAt, ImmutableArray<Finding> Findings, Offer? Offer);

    /// <summary>Count is of all pages; Next is the value of after for the following page, null on the last one.</summary>
    public sealed record Answer(IReadOnlyList<Check> Checks, int Count, string? Next);

    public sealed record Approval([CleanText(500)] string Note);

    public sealed record Refused([CleanText(500)] string Reason);

    public static void MapReading(RouteGroupBuilder staff, RouteGroupBuilder loan)
    {
        staff.MapGet("/reloans", ListAsync).WithName("StaffListReloans").WithTags("Staff re-loans")
            .WithSummary("The re-loan log: every check with its reasons, newest first, in pages; state narrows to offers, as pending, noOffer to checks without one, customer to one of them");
        loan.MapGet("/reloans", OfLoanAsync).WithName("StaffLoanReloans").WithTags("Staff re-loans").WithSummary("The checks for another loan after this one, newest first");
    }

    public static void MapChanging(RouteGroupBuilder loan)
    {
        loan.MapPost("/reloans/check", CheckAsync).WithName("CheckReloan")
            .WithSummary("Look whether another loan can be offered; an offer that staff make waits for another person, whatever the Brand's setting");
        loan.MapPost("/reloans/{number:int:range(1,1000)}/approve", ApproveAsync).WithName("ApproveReloan").WithSummary("Let an offer go out; the borrower is told");
        loan.MapPost("/reloans/{number:int:range(1,1000)}/reject", RejectAsync).WithName("RejectReloan").WithSummary("Turn an offer down before the borrower hears of it");
        loan.MapPost("/reloans/{number:int:range(1,1000)}/cancel", CancelAsync).WithName("CancelReloan").WithSummary("Take back an offer that nobody has taken; a borrower who knew of it is told");
    }

    private static async Task<Ok<Answer>> ListAsync(
        StaffCaller caller, ReloansQuery query, CancellationToken cancellationToken, [FromQuery] ReloanState? state = null, [FromQuery] bool noOffer = false,
        [FromQuery, RegularExpression("^CU-[0-9]{4}-[0-9]{1,9}$")] string? customer = null, [FromQuery, StringLength(400)] string? after = null,
        [FromQuery, Range(1, 200)] int limit = 50)
    {
        var filter = new ReloanFilter(state is { } only ? [only] : [], noOffer, customer);
        return TypedResults.Ok(AnswerOf(await query.RunAsync(caller.Brand, filter, after, limit, cancellationToken)));
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> OfLoanAsync(
        string loanId, StaffCaller caller, StaffCommands loans, ReloansQuery query, CancellationToken cancellationToken)
    {
        var found = await loans.FindAsync(caller, loanId, cancellationToken);
        return found.IsRefused
            ? Problems.From(found.Refusal)
            : TypedResults.Ok(AnswerOf(await query.RunAsync(caller.Brand, ReloanFilter.All with { LoanId = loanId }, null, 200, cancellationToken)));
    }

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> CheckAsync(
        string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new CheckReloan(), cancellationToken);

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> ApproveAsync(
        Approval request, string loanId, int number, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new ApproveReloan(number, request.Note), cancellationToken);

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> RejectAsync(
        Refused request, string loanId, int number, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new RejectReloan(number, request.Reason), cancellationToken);

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> CancelAsync(
        Refused request, string loanId, int number, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new CancelReloan(number, request.Reason), cancellationToken);

    private static Answer AnswerOf(ReloanList list) => new([.. list.Rows.Select(CheckOf)], list.Count, list.Next);

    private static Check CheckOf(ReloanLine line) => new(
        line.LoanId, line.Number, line.CustomerId, line.On, line.ByName ?? line.By, line.RecordedAt,
        [.. line.Findings.Select(finding => new Finding(LoanViews.NameOf(finding.Rule), finding.Passed, finding.Found, finding.Allowed))],
        line.Offer is { } offer
            ? new Offer(
                LoanViews.NameOf(offer.State), MoneyAnswer.Of(offer.Terms.Previous), MoneyAnswer.Of(offer.Terms.Amount), offer.Terms.Tenure, offer.Terms.Until,
                offer.Ending is { } ending ? LoanViews.NameOf(ending) : null, offer.DecidedOn, offer.DecidedBy, offer.Reason, offer.Application, MoneyAnswer.Of(offer.Taken))
            : null);
}
