using System.Text.Json;
using System.Text.RegularExpressions;
using Lending.Data;
using Lending.Providers.Calls;
using Npgsql;

namespace Lending.Api.Requests;

/// <summary>
/// The last catch: an unreadable body names its field, an outage is a 503, a bug a bare 500. Nothing of an exception reaches the
/// caller, and the messages of unreadable bodies are not logged, for they quote what was sent.
/// </summary>
public sealed partial class FaultAnswers(RequestDelegate next, IProblemDetailsService problems, ILogger<FaultAnswers> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller left; nobody reads the answer.
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, fault);
        }
    }

    private async Task AnswerAsync(HttpContext http, Exception fault)
    {
        var details = fault switch
        {
            BadHttpRequestException { StatusCode: 413 } => Problems.Details(413, "body_too_large", "The body is larger than 64 KB."),
            BadHttpRequestException { StatusCode: 415 } => Problems.Details(415, "media_type_not_supported", "Send application/json."),
            BadHttpRequestException { InnerException: JsonException json } => OfJson(json),
            BadHttpRequestException { InnerException: FormatException } => Problems.Details(400, "malformed_json", "The body is not JSON that can be read."),
            BadHttpRequestException bad => Problems.Details(
                bad.StatusCode is >= 400 and < 500 ? bad.StatusCode : 400, "invalid_request", "A part of the request is missing or has the wrong form.", ParameterOf(bad)),
            ProviderUnavailable or TimeoutException or OutcomeUnknownException or NpgsqlException { IsTransient: true } => Problems.Details(
                503, "unavailable", "Something we depend on does not answer. Try again with the same Idempotency-Key."),
            _ => Problems.Details(500, "internal_error", "Something went wrong on our side."),
        };
        if (details.Status >= 500) Failed(logger, fault, http.Request.Method, http.GetEndpoint()?.DisplayName ?? "", Correlation.Of(http));

        var (correlation, policy) = (http.Response.Headers[Correlation.Header], http.Response.Headers.ContentSecurityPolicy);
        http.Response.Clear();
        (http.Response.Headers[Correlation.Header], http.Response.Headers.ContentSecurityPolicy) = (correlation, policy);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = details.Status!.Value;
        if (details.Status is 503) http.Response.Headers.RetryAfter = "5";
        await problems.WriteAsync(new() { HttpContext = http, ProblemDetails = details });
    }

    private static Microsoft.AspNetCore.Mvc.ProblemDetails OfJson(JsonException json)
    {
        if (Missing().Match(json.Message) is { Success: true } missing)
        {
            var fields = Quoted().Matches(missing.Value).Select(name => name.Groups[1].Value).ToArray();
            var details = Problems.Details(400, "field_missing", "A field is missing.", Join(json.Path, fields[0]));
            details.Extensions["errors"] = fields.ToDictionary(name => Join(json.Path, name), string[] (_) => ["This field is required."]);
            return details;
        }

        if (Unmapped().Match(json.Message) is { Success: true } unmapped)
            return Problems.Details(400, "field_unknown", "There is no such field.", Bounded(Join(Parent(json.Path, unmapped.Groups[1].Value), unmapped.Groups[1].Value)));
        var field = Join(json.Path, null);
        return field.Length > 0
            ? Problems.Details(400, "field_invalid", "A field has a value of the wrong type or form.", Bounded(field))
            : Problems.Details(400, "malformed_json", "The body is not JSON that can be read.");
    }

    // "Failed to bind parameter \"DateOnly to\" from \"…\"." and "Required parameter \"string x\" was not provided from …": only the name is taken.
    private static string? ParameterOf(BadHttpRequestException bad) =>
        Parameter().Match(bad.Message) is { Success: true } match ? match.Groups[1].Value : null;

    private static string Join(string? path, string? name)
    {
        var start = path is null or "$" ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');
        return name is null ? start : start.Length == 0 ? name : $"{start}.{name}";
    }

    // The path of an unknown member may end with the member itself.
    private static string? Parent(string? path, string name) =>
        path is not null && path.EndsWith("." + name, StringComparison.Ordinal) ? path[..^(name.Length + 1)] : path;

    private static string Bounded(string field) => field.Length <= 80 ? field : field[..80];

    [GeneratedRegex("missing required properties including: .*$", RegexOptions.Singleline)]
    private static partial Regex Missing();

    [GeneratedRegex("'([A-Za-z0-9]+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("^The JSON property '(.*)' could not be mapped", RegexOptions.Singleline)]
    private static partial Regex Unmapped();

    [GeneratedRegex("parameter \"[^\" ]+ ([A-Za-z]+)\"")]
    private static partial Regex Parameter();

    [LoggerMessage(LogLevel.Error, "{Method} {Endpoint} failed ({CorrelationId})")]
    private static partial void Failed(ILogger logger, Exception fault, string method, string endpoint, Guid correlationId);
}
