namespace Lending.Api.Description;

/// <summary>The OpenAPI document at /openapi/v1.json and its reader at /docs.</summary>
public static class ApiDescription
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer<DocumentFacts>();
        options.AddOperationTransformer<OperationFacts>();
        options.AddSchemaTransformer<SchemaExamples>();
    });

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
}
