using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lending.Api.Description;

/// <summary>Title, what every request has in common, and how to sign in.</summary>
internal sealed class DocumentFacts : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Lending: borrower and staff API",
            Version = "v1",
            Description = """
                Sign up with a code, complete the onboarding steps, apply, sign, and pay back. Staff sign in with a password, decide, pay out and
                record payments; what moves money needs the six digits of their authenticator.

                Amounts are whole minor units with an ISO 4217 code; answers add the text to show. Every change carries an `Idempotency-Key` of the caller's
                own (8 to 64 letters, digits, `-` or `_`): the same key and body again gets the first answer, another body is refused with 409.
                `X-Correlation-Id` (a GUID) follows a request through the platform and comes back in every answer. Errors are `application/problem+json`
                with a stable `code`.
                """,
        };
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "The access token of /api/v1/otp/verify or, under /api/v1/staff, of /api/v1/staff/sign-in. Valid for 15 minutes.",
        };
        return Task.CompletedTask;
    }
}
