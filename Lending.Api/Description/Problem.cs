using System.Text.Json.Nodes;

namespace Lending.Api.Description;

/// <summary>An error answer. Code is stable; field names the input at fault, errors every one of them.</summary>
public sealed record Problem(
    string Type, string Title, int Status, string Code, string? Field, IReadOnlyDictionary<string, string[]>? Errors, Guid CorrelationId);

/// <summary>One true answer for each status.</summary>
internal static class ProblemExamples
{
    public static JsonNode Of(int status)
    {
        var (code, title, field) = status switch
        {
            400 => ("invalid_input", "Some of the input is not in the right form.", "amount.minor"),
            401 => ("not_signed_in", "Sign in first: the access token is missing, not valid or too old.", null),
            404 => ("loan_not_found", "There is no such loan.", null),
            409 => ("command_id_reused", "This command id was used before for something else.", null),
            413 => ("body_too_large", "The body is larger than 64 KB.", null),
            422 => ("amount_out_of_range", "The product allows INR 15000.00 to INR 500000.00.", "amount"),
            429 => ("too_many_requests", "Too many requests. Try again later.", null),
            _ => ("unavailable", "Something we depend on does not answer. Try again with the same Idempotency-Key.", (string?)null),
        };
        var problem = new JsonObject
        {
            ["type"] = $"urn:lending:problem:{code}", ["title"] = title, ["status"] = status, ["code"] = code,
            ["correlationId"] = "0f8fad5b-d9cb-469f-a165-70867728950e",
        };
        if (field is not null) problem["field"] = field;
        return problem;
    }
}
