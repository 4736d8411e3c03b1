using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Books;

/// <summary>
/// The Brand's chart of accounts. Reading needs BrandSettings Read, adding, renaming and asking Write, retiring and deciding All; who asked for a change of
/// where money is booked does not decide it.
/// </summary>
public static class ChartEndpoints
{
    private const string OneAccount = "/chart-of-accounts/accounts/{number:regex(^[A-Za-z0-9.-]{{3,20}}$)}";
    private const string OneChange = "/chart-of-accounts/changes/{id:regex(^AC-[0-9A-F]{{16}}$)}";

    public sealed record AddRequest(
        [StringLength(20, MinimumLength = 3)] string Number, [StringLength(60, MinimumLength = 1)] string Name, LedgerPurpose Purpose, DateOnly? ActiveFrom = null);

    public sealed record RenameRequest([StringLength(60, MinimumLength = 1)] string Name);

    /// <summary>Account is left out to take the choice back: the standard account serves again, or for a channel whatever the purpose is booked on otherwise.</summary>
    public sealed record AskRequest(LedgerPurpose Purpose, [StringLength(30, MinimumLength = 1)] string? Part = null, [StringLength(20, MinimumLength = 3)] string? Account = null);

    /// <summary>Something done with the chart, by whom and when.</summary>
    public sealed record LogLine(string What, string Subject, string Actor, DateTimeOffset At);

    public sealed record LogAnswer(IReadOnlyList<LogLine> Acts);

    public static void Map(RouteGroupBuilder books)
    {
        books.MapGet("/chart-of-accounts", GetAsync).WithName("GetChartOfAccounts").Needs(Permission.BrandSettings, Level.Read)
            .WithSummary("Every account with its purpose and balance today, and where loans to come are booked");
        books.MapGet("/chart-of-accounts/log", LogAsync).WithName("GetChartLog").Needs(Permission.BrandSettings, Level.Read)
            .WithSummary("What was done with the chart, the newest first (at most 200)");

        var changes = books.MapChanges();
        changes.MapPost("/chart-of-accounts/accounts", AddAsync).WithName("AddAccount").Needs(Permission.BrandSettings, Level.Write)
            .WithSummary("Add an account; nothing is booked on it until it is chosen");
        changes.MapPost($"{OneAccount}/rename", RenameAsync).WithName("RenameAccount").Needs(Permission.BrandSettings, Level.Write)
            .WithSummary("Call an account otherwise; its number and purpose never change");
        changes.MapPost($"{OneAccount}/retire", RetireAsync).WithName("RetireAccount").Needs(Permission.BrandSettings, Level.All)
            .WithSummary("Let nothing new be booked on an account; loans that post to it go on");
        changes.MapPost("/chart-of-accounts/changes", AskAsync).WithName("AskAccountChoice").Needs(Permission.BrandSettings, Level.Write)
            .WithSummary("Ask that loans paid out from then on post a purpose, or a channel of it, to another account");
        changes.MapPost($"{OneChange}/approve", (string id, StaffCaller caller, ChartDesk desk, CancellationToken cancellationToken) => DecideAsync(id, true, caller, desk, cancellationToken))
            .WithName("ApproveAccountChoice").Needs(Permission.BrandSettings, Level.All).WithSummary("Put such a change in force; not by the one who asked");
        changes.MapPost($"{OneChange}/reject", (string id, StaffCaller caller, ChartDesk desk, CancellationToken cancellationToken) => DecideAsync(id, false, caller, desk, cancellationToken))
            .WithName("RejectAccountChoice").Needs(Permission.BrandSettings, Level.All).WithSummary("Turn such a change down");
    }

    private static async Task<Ok<ChartAnswer>> GetAsync(
        StaffCaller caller, Charts charts, AccountChoices choices, TrialBalanceQuery books, Brands brands, CancellationToken cancellationToken)
    {
        var today = (await brands.GetAsync(caller.Brand, cancellationToken)).BusinessDate;
        return TypedResults.Ok(ChartAnswer.Of(
            await charts.GetAsync(caller.Brand, cancellationToken), await books.RunAsync(caller.Brand, today, cancellationToken),
            await choices.ListAsync(caller.Brand, cancellationToken)));
    }

    private static async Task<Ok<LogAnswer>> LogAsync(StaffCaller caller, Administration administration, CancellationToken cancellationToken) =>
        TypedResults.Ok(new LogAnswer([.. (await administration.OfAccountsAsync(caller.Brand, cancellationToken)).Select(act => new LogLine(act.What, act.Subject, act.Actor.Name, act.At))]));

    private static async Task<Results<Created<AccountAnswer>, ProblemHttpResult>> AddAsync(
        AddRequest request, StaffCaller caller, ChartDesk desk, Brands brands, CancellationToken cancellationToken)
    {
        var purpose = request.Purpose;
        var from = request.ActiveFrom ?? (await brands.GetAsync(caller.Brand, cancellationToken)).BusinessDate;
        var added = await desk.AddAsync(new(request.Number, request.Name, Accounts.For(purpose).Kind, purpose) { ActiveFrom = from }, caller.Command(), cancellationToken);
        return added.IsRefused ? Problems.From(added.Refusal) : TypedResults.Created($"{StaffApi.Path}/chart-of-accounts", AccountAnswer.Of(added.Value));
    }

    private static async Task<Results<Ok<AccountAnswer>, ProblemHttpResult>> RenameAsync(
        string number, RenameRequest request, StaffCaller caller, ChartDesk desk, CancellationToken cancellationToken) =>
        AnswerOf(await desk.RenameAsync(number, request.Name, caller.Command(), cancellationToken));

    private static async Task<Results<Ok<AccountAnswer>, ProblemHttpResult>> RetireAsync(
        string number, StaffCaller caller, ChartDesk desk, CancellationToken cancellationToken) =>
        AnswerOf(await desk.RetireAsync(number, caller.Command(), cancellationToken));

    private static async Task<Results<Created<AccountChoiceAnswer>, ProblemHttpResult>> AskAsync(
        AskRequest request, StaffCaller caller, ChartDesk desk, CancellationToken cancellationToken)
    {
        var asked = await desk.AskAsync(request.Purpose, request.Part, request.Account, caller.Command(), cancellationToken);
        return asked.IsRefused ? Problems.From(asked.Refusal) : TypedResults.Created($"{StaffApi.Path}/chart-of-accounts", AccountChoiceAnswer.Of(asked.Value));
    }

    private static async Task<Results<Ok<AccountChoiceAnswer>, ProblemHttpResult>> DecideAsync(
        string id, bool approved, StaffCaller caller, ChartDesk desk, CancellationToken cancellationToken)
    {
        var decided = await desk.DecideAsync(id, approved, caller.Command(), cancellationToken);
        return decided.IsRefused ? Problems.From(decided.Refusal) : TypedResults.Ok(AccountChoiceAnswer.Of(decided.Value));
    }

    private static Results<Ok<AccountAnswer>, ProblemHttpResult> AnswerOf(Outcome<Account> outcome) =>
        outcome.IsRefused ? Problems.From(outcome.Refusal) : TypedResults.Ok(AccountAnswer.Of(outcome.Value));
}
