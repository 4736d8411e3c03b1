using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Requests;

/// <summary>Writes each problem with its correlation id, whatever the caller said it accepts, and gives plain ones a code.</summary>
public sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var details = context.ProblemDetails;
        if (details is HttpValidationProblemDetails invalid) details = OfValidation(invalid);
        details.Status ??= http.Response.StatusCode;
        if (!details.Extensions.ContainsKey("code"))
        {
            var (code, title) = CodeOf(details.Status.Value);
            details.Extensions["code"] = code;
            (details.Type, details.Title) = ($"urn:lending:problem:{code}", title);
        }

        details.Extensions["correlationId"] = Correlation.Of(http);
        http.Response.StatusCode = details.Status.Value;
        http.Response.ContentType = Problems.ContentType;
        await JsonSerializer.SerializeAsync(http.Response.Body, details, WireJson.Options, http.RequestAborted);
    }

    private static ProblemDetails OfValidation(HttpValidationProblemDetails invalid)
    {
        var errors = invalid.Errors.ToDictionary(error => FieldName(error.Key), error => error.Value, StringComparer.Ordinal);
        var details = Problems.Details(
            StatusCodes.Status400BadRequest, "invalid_input", "Some of the input is not in the right form.", errors.Keys.FirstOrDefault());
        details.Extensions["errors"] = errors;
        return details;
    }

    // "Amount.Minor" is "amount.minor" on the wire.
    private static string FieldName(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static (string Code, string Title) CodeOf(int status) => status switch
    {
        400 => ("invalid_request", "The request could not be read."),
        401 => ("not_signed_in", "Sign in first: the access token is missing, not valid or too old."),
        403 => ("not_permitted", "This is not permitted."),
        404 => ("not_found", "There is nothing at this address."),
        405 => ("method_not_allowed", "This address does not take this method."),
        413 => ("body_too_large", "The body is larger than 64 KB."),
        415 => ("media_type_not_supported", "Send application/json."),
        429 => ("too_many_requests", "Too many requests. Try again later."),
        503 => ("unavailable", "Something we depend on does not answer. Try again with the same Idempotency-Key."),
        >= 400 and < 500 => ("invalid_request", "The request could not be served."),
        _ => ("internal_error", "Something went wrong on our side."),
    };
}
