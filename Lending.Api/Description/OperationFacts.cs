using Lending.Api.Requests;
using Lending.Api.SignUp;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lending.Api.Description;

/// <summary>What the route table knows and the handlers do not say: sign-in, headers and error answers.</summary>
internal sealed class OperationFacts : IOpenApiOperationTransformer
{
    private static readonly (int Status, string Text)[] ForEveryone =
        [(400, "Not readable or not in the right form; field and errors name what is wrong"), (429, "Too many requests; Retry-After says when to come back"), (503, "Something we depend on does not answer; try again with the same Idempotency-Key")];

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var isOpen = metadata.OfType<IAllowAnonymous>().Any();
        var isChange = context.Description.HttpMethod is "POST" or "PUT" && metadata.OfType<TakesIdempotencyKey>().Any();
        var path = context.Description.RelativePath ?? "";

        operation.Parameters ??= [];
        if (isChange) operation.Parameters.Add(Header(IdempotencyKey.Header, "Your own id of this change, 8 to 64 letters, digits, '-' or '_'", "apply-2026-11-22-01", isRequired: true));
        if (operation.Parameters.OfType<OpenApiParameter>().FirstOrDefault(parameter => parameter.Name == "X-Brand") is { } brand)
        {
            brand.Required = true;
            brand.Description = "The Brand to sign up with";
            brand.Example = "saffron";
        }

        operation.Parameters.Add(Header(Correlation.Header, "A GUID that follows the request", "0f8fad5b-d9cb-469f-a165-70867728950e", isRequired: false));
        if (!isOpen)
        {
            operation.Security =
                [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentFacts.Bearer, context.Document)] = [] }];
        }

        var schema = await context.GetOrCreateSchemaAsync(typeof(Problem), cancellationToken: cancellationToken);
        foreach (var (status, text) in ForEveryone) Add(operation, schema, status, text);
        if (!isOpen || path.Contains("refresh", StringComparison.Ordinal)) Add(operation, schema, 401, "Not signed in, or the token is too old");
        if (path.Contains("{loanId}", StringComparison.Ordinal)) Add(operation, schema, 404, "No such loan of this borrower, or no such document yet");
        if (operation.Parameters.Any(parameter => parameter.Name == "X-Brand")) Add(operation, schema, 404, "No such Brand");
        if (isChange)
        {
            Add(operation, schema, 409, "Not possible as things stand, or the Idempotency-Key was used for something else");
            Add(operation, schema, 413, "The body is larger than 64 KB");
        }

        if (operation.RequestBody is not null) Add(operation, schema, 422, "A rule of the product or the Brand refuses it; code says which");
    }

    private static OpenApiParameter Header(string name, string description, string example, bool isRequired) => new()
    {
        Name = name, In = ParameterLocation.Header, Required = isRequired, Description = description, Example = example,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static void Add(OpenApiOperation operation, OpenApiSchema schema, int status, string text)
    {
        operation.Responses ??= [];
        operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
        {
            Description = text,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Problems.ContentType] = new() { Schema = schema, Example = ProblemExamples.Of(status) },
            },
        };
    }
}
