using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Requests;

/// <summary>Every error answer: RFC 9457, with a stable code. Refusals become HTTP here and nowhere else.</summary>
public static class Problems
{
    public const string ContentType = "application/problem+json";

    public static ProblemHttpResult From(Refusal refusal) =>
        Of(StatusOf(refusal.Kind), refusal.Code, refusal.Message, refusal.Field);

    public static ProblemHttpResult Of(int status, string code, string title, string? field = null) =>
        TypedResults.Problem(Details(status, code, title, field));

    public static ProblemDetails Details(int status, string code, string title, string? field = null)
    {
        var details = new ProblemDetails { Status = status, Title = title, Type = $"urn:lending:problem:{code}" };
        details.Extensions["code"] = code;
        if (field is not null) details.Extensions["field"] = field;
        return details;
    }

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
    };
}
