using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.Products;

/// <summary>
/// The Brand's penalty classifications (UBU-055). Reading needs BrandSettings Read, adding Write, putting in force and retiring All; who added a version does
/// not put it in force.
/// </summary>
public static class ClassificationEndpoints
{
    private const string OneCode = "/penalty-classifications/{code:regex(^[A-Za-z0-9-]{{1,40}}$)}";

    /// <summary>ToDpd left out has no end. Percent or fixedMinor, in the smallest unit of the currency; code is in the address for a version.</summary>
    public sealed record Request(
        [StringLength(60, MinimumLength = 1)] string Name, [RegularExpression("^[A-Z]{3}$")] string Currency, [Range(1, 3_650)] int FromDpd, [Range(1, 3_650)] int? ToDpd = null,
        [Range(0, 36)] decimal? Percent = null, [Range(0L, 1_000_000_000_000L)] long? FixedMinor = null, [RegularExpression("^[A-Za-z0-9-]{1,40}$")] string? Code = null);

    /// <summary>State is draft, in_force, replaced or retired.</summary>
    public sealed record Line(
        string Code, int Version, string Name, string Currency, int FromDpd, int? ToDpd, decimal? Percent, MoneyAnswer? Fixed, string State, string AddedBy,
        DateTimeOffset AddedAt, string? ActivatedBy, DateTimeOffset? ActivatedAt);

    public sealed record Answer(IReadOnlyList<Line> Classifications);

    /// <summary>Something done with the catalogue, by whom and when.</summary>
    public sealed record LogLine(string What, string Subject, string Actor, DateTimeOffset At);

    public sealed record LogAnswer(IReadOnlyList<LogLine> Acts);

    public static void Map(RouteGroupBuilder staff)
    {
        staff.MapGet("/penalty-classifications", ListAsync).WithName("ListPenaltyClassifications").Needs(Permission.BrandSettings, Level.Read)
            .WithSummary("Every version of every penalty classification, the newest of a code first (at most 500)");
        staff.MapGet("/penalty-classifications/log", LogAsync).WithName("GetPenaltyClassificationLog").Needs(Permission.BrandSettings, Level.Read)
            .WithSummary("What was done with the penalty classifications, or with one, the newest first (at most 200)");

        var changes = staff.MapChanges();
        changes.MapPost("/penalty-classifications", (Request request, StaffCaller caller, ClassificationDesk desk, CancellationToken cancellationToken) =>
            AddAsync(request.Code ?? "", request, true, caller, desk, cancellationToken)).WithName("AddPenaltyClassification").Needs(Permission.BrandSettings, Level.Write)
            .WithSummary("Add a classification; products can take it once somebody else puts it in force");
        changes.MapPost($"{OneCode}/versions", (string code, Request request, StaffCaller caller, ClassificationDesk desk, CancellationToken cancellationToken) =>
            AddAsync(code, request, false, caller, desk, cancellationToken)).WithName("AddPenaltyClassificationVersion").Needs(Permission.BrandSettings, Level.Write)
            .WithSummary("Add the next version of a classification; products and loans keep the one they have");
        changes.MapPost($"{OneCode}/versions/{{version:int:min(1)}}/activate", ActivateAsync).WithName("ActivatePenaltyClassification").Needs(Permission.BrandSettings, Level.All)
            .WithSummary("Let products take this version; not by the one who added it");
        changes.MapPost($"{OneCode}/retire", RetireAsync).WithName("RetirePenaltyClassification").Needs(Permission.BrandSettings, Level.All)
            .WithSummary("Let no product take the classification any more; loans that have it go on");
    }

    private static async Task<Ok<Answer>> ListAsync(StaffCaller caller, PenaltyClassifications catalogue, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Answer([.. (await catalogue.ListAsync(caller.Brand, cancellationToken)).Select(LineOf)]));

    private static async Task<Ok<LogAnswer>> LogAsync(
        StaffCaller caller, Administration administration, CancellationToken cancellationToken, [FromQuery, StringLength(40)] string? code = null) =>
        TypedResults.Ok(new LogAnswer([.. (await administration.OfClassificationsAsync(caller.Brand, code, cancellationToken))
            .Select(act => new LogLine(act.What, act.Subject, act.Actor.Name, act.At))]));

    private static async Task<Results<Created<Line>, ProblemHttpResult>> AddAsync(
        string code, Request request, bool isNew, StaffCaller caller, ClassificationDesk desk, CancellationToken cancellationToken)
    {
        if (!Currency.TryOf(request.Currency, out var currency)) return Problems.From(new InputInvalid("currency", "one that the platform knows"));
        if (request.Code is { } named && named != code) return Problems.From(new InputInvalid("code", "the code of the address"));
        var added = await desk.AddAsync(new(
            code, 1, request.Name, currency, request.FromDpd, request.ToDpd, request.Percent, request.FixedMinor is { } minor ? new Money(minor, currency) : null), isNew, caller.Command(), cancellationToken);
        return added.IsRefused ? Problems.From(added.Refusal) : TypedResults.Created($"{StaffApi.Path}/penalty-classifications", LineOf(added.Value));
    }

    private static async Task<Results<Ok<Line>, ProblemHttpResult>> ActivateAsync(
        string code, int version, StaffCaller caller, ClassificationDesk desk, CancellationToken cancellationToken) =>
        AnswerTo(await desk.ActivateAsync(code, version, caller.Command(), cancellationToken));

    private static async Task<Results<Ok<Line>, ProblemHttpResult>> RetireAsync(string code, StaffCaller caller, ClassificationDesk desk, CancellationToken cancellationToken) =>
        AnswerTo(await desk.RetireAsync(code, caller.Command(), cancellationToken));

    private static Results<Ok<Line>, ProblemHttpResult> AnswerTo(Outcome<ClassificationVersion> done) => done.IsRefused ? Problems.From(done.Refusal) : TypedResults.Ok(LineOf(done.Value));

    private static Line LineOf(ClassificationVersion each) => new(
        each.Classification.Code, each.Classification.Version, each.Classification.Name, each.Classification.Currency.Code, each.Classification.FromDpd, each.Classification.ToDpd,
        each.Classification.Percent, each.Classification.Fixed is { } sum ? MoneyAnswer.Of(sum) : null, LoanViews.NameOf(each.State), each.AddedBy, each.AddedAt, each.ActivatedBy, each.ActivatedAt);
}
