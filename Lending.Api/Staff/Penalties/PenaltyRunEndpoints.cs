using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.Penalties;

/// <summary>Runs of late charges over all loans (UBU-058): what is missing, asking for a run, and starting it by another person with the six digits.</summary>
public static class PenaltyRunEndpoints
{
    private const string OneRun = "/penalty-runs/{id:regex(^PR-[0-9A-F]{{16}}$)}";

    /// <summary>Loans would be charged; setAside were left behind by day end; unreadable could not be looked at. One amount for each currency.</summary>
    public sealed record PreviewAnswer(DateOnly Date, int Loans, int SetAside, int Unreadable, ImmutableArray<MoneyAnswer> Amounts);

    /// <summary>State is asked, requested, running, done, failed, turned_down, cancelled or over, the business date having ended first. Charged is what was charged by hand.</summary>
    public sealed record Line(
        string Id, DateOnly Date, string State, string AskedBy, DateTimeOffset AskedAt, int ExpectedLoans, ImmutableArray<MoneyAnswer> Expected, string? DecidedBy, DateTimeOffset? DecidedAt,
        int Total, int Done, int Failed, int ChargedLoans, ImmutableArray<MoneyAnswer> Charged, DateTimeOffset? FinishedAt);

    public sealed record Answer(IReadOnlyList<Line> Runs);

    /// <summary>A loan that a run set aside, with a refusal code or an exception's type.</summary>
    public sealed record FailureLine(string LoanId, string Reason);

    public sealed record FailuresAnswer(IReadOnlyList<FailureLine> Failures);

    /// <summary>What a run charged one loan.</summary>
    public sealed record ChargeLine(string LoanId, MoneyAnswer Amount);

    public sealed record ChargesAnswer(IReadOnlyList<ChargeLine> Charges);

    public sealed record Approval([RegularExpression("^[0-9]{6}$")] string Code);

    public static void Map(RouteGroupBuilder books)
    {
        books.MapGet("/penalty-runs/preview", PreviewAsync).WithName("PreviewPenaltyRun").Needs(Permission.PenaltyRuns, Level.Read)
            .WithSummary("What a run would charge on the business date: nothing where day end has made every charge");
        books.MapGet("/penalty-runs", ListAsync).WithName("ListPenaltyRuns").Needs(Permission.PenaltyRuns, Level.Read).WithSummary("Runs of late charges, the newest first");
        books.MapGet($"{OneRun}/failures", FailuresAsync).WithName("PenaltyRunFailures").Needs(Permission.PenaltyRuns, Level.Read).WithSummary("Loans that a run set aside, at most 200");

        books.MapGet($"{OneRun}/charges", ChargesAsync).WithName("PenaltyRunCharges").Needs(Permission.PenaltyRuns, Level.Read)
            .WithSummary("What a run charged by hand, loan by loan; the next ones with after, the last loan of the answer");

        var changes = books.MapChanges();
        changes.MapPost("/penalty-runs", AskAsync).WithName("AskPenaltyRun").Needs(Permission.PenaltyRuns, Level.Write).WithSummary("Ask for a run of the business date; another person starts it");
        changes.MapPost($"{OneRun}/approve", ApproveAsync).WithName("StartPenaltyRun").Needs(Permission.PenaltyRuns, Level.All)
            .WithSummary("Start a run, by another person than asked for it, with the six digits; the workers do it, GET tells how far they are");
        changes.MapPost($"{OneRun}/reject", RejectAsync).WithName("RejectPenaltyRun").Needs(Permission.PenaltyRuns, Level.All).WithSummary("Turn a run down; nothing is charged");
        changes.MapPost($"{OneRun}/cancel", CancelAsync).WithName("CancelPenaltyRun").Needs(Permission.PenaltyRuns, Level.Write)
            .WithSummary("Withdraw a run that waits or stop one under way; what it charged stays charged");
    }

    private static async Task<Ok<PreviewAnswer>> PreviewAsync(StaffCaller caller, PenaltyPreviewQuery query, CancellationToken cancellationToken)
    {
        var preview = await query.RunAsync(caller.Brand, cancellationToken);
        return TypedResults.Ok(new PreviewAnswer(preview.Date, preview.Loans, preview.SetAside, preview.Unreadable, [.. preview.Amounts.Select(MoneyAnswer.Of)]));
    }

    private static async Task<Ok<Answer>> ListAsync(StaffCaller caller, PenaltyRuns runs, CancellationToken cancellationToken, [FromQuery, Range(1, 200)] int limit = 20) =>
        TypedResults.Ok(new Answer([.. (await runs.ListAsync(caller.Brand, limit, cancellationToken)).Select(LineOf)]));

    private static async Task<Ok<FailuresAnswer>> FailuresAsync(string id, StaffCaller caller, PenaltyRuns runs, CancellationToken cancellationToken) =>
        TypedResults.Ok(new FailuresAnswer([.. (await runs.FailuresAsync(caller.Brand, id, cancellationToken)).Select(each => new FailureLine(each.LoanId, each.Reason))]));

    private static async Task<Ok<ChargesAnswer>> ChargesAsync(
        string id, StaffCaller caller, PenaltyRuns runs, CancellationToken cancellationToken, [FromQuery, StringLength(40)] string? after = null, [FromQuery, Range(1, 200)] int limit = 100) =>
        TypedResults.Ok(new ChargesAnswer([.. (await runs.ChargesAsync(caller.Brand, id, after, limit, cancellationToken)).Select(each => new ChargeLine(each.LoanId, MoneyAnswer.Of(each.Amount)))]));

    private static async Task<Results<Accepted<Line>, ProblemHttpResult>> CancelAsync(string id, StaffCaller caller, PenaltyRunDesk desk, CancellationToken cancellationToken) =>
        Decided(await desk.CancelAsync(id, caller.Command(), cancellationToken));

    private static async Task<Results<Accepted<Line>, ProblemHttpResult>> AskAsync(StaffCaller caller, PenaltyRunDesk desk, CancellationToken cancellationToken)
    {
        var asked = await desk.AskAsync(caller.Command(), cancellationToken);
        return asked.IsRefused ? Problems.From(asked.Refusal) : TypedResults.Accepted($"{StaffApi.Path}/penalty-runs", LineOf(asked.Value));
    }

    private static async Task<Results<Accepted<Line>, ProblemHttpResult>> ApproveAsync(
        Approval request, string id, StaffCaller caller, TotpCheck codes, PenaltyRuns runs, PenaltyRunDesk desk, CancellationToken cancellationToken)
    {
        // A code is good once: who has started the run already is answered again without it.
        if (await runs.FindAsync(caller.Brand, id, cancellationToken) is { State: not PenaltyRunState.Asked } there && there.DecidedBy == caller.Id)
            return Decided(await desk.DecideAsync(id, true, caller.Command(), cancellationToken));
        return await codes.CheckAsync(caller, request.Code, cancellationToken) is { } wrong ? Problems.From(wrong) : Decided(await desk.DecideAsync(id, true, caller.Command(), cancellationToken));
    }

    private static async Task<Results<Accepted<Line>, ProblemHttpResult>> RejectAsync(string id, StaffCaller caller, PenaltyRunDesk desk, CancellationToken cancellationToken) =>
        Decided(await desk.DecideAsync(id, false, caller.Command(), cancellationToken));

    private static Results<Accepted<Line>, ProblemHttpResult> Decided(Outcome<PenaltyRun> run) =>
        run.IsRefused ? Problems.From(run.Refusal) : TypedResults.Accepted($"{StaffApi.Path}/penalty-runs", LineOf(run.Value));

    private static Line LineOf(PenaltyRun run) => new(
        run.Id, run.Date, LoanViews.NameOf(run.State), run.AskedBy, run.AskedAt, run.ExpectedLoans, [.. run.Expected.Select(MoneyAnswer.Of)], run.DecidedBy, run.DecidedAt, run.Total, run.Done,
        run.Failed, run.ChargedLoans, [.. run.Charged.Select(MoneyAnswer.Of)], run.FinishedAt);
}
