namespace Sandbox;

/// <summary>A provider's "no" on the wire: <c>{"code","message"}</c>.</summary>
internal sealed record Refused(string Code, string Message)
{
    internal static IResult ReferenceReused() => TypedResults.Json(
        new Refused("reference_reused", "This reference was used before with another content."),
        SandboxApp.Json, statusCode: StatusCodes.Status409Conflict);

    internal static IResult Conflict(string code, string message) => TypedResults.Json(
        new Refused(code, message), SandboxApp.Json, statusCode: StatusCodes.Status409Conflict);

    internal static IResult Unprocessable(string code, string message) => TypedResults.Json(
        new Refused(code, message), SandboxApp.Json, statusCode: StatusCodes.Status422UnprocessableEntity);

    internal static IResult NotFound() => TypedResults.Json(
        new Refused("not_found", "There is no such thing."), SandboxApp.Json, statusCode: StatusCodes.Status404NotFound);

    internal static IResult Down() => TypedResults.Json(
        new Refused("provider_down", "The provider is switched to fail."), SandboxApp.Json, statusCode: StatusCodes.Status503ServiceUnavailable);
}
