using Lending.Api.Staff;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Lending.Api.Simulations;

/// <summary>The loan engine for what-if questions. Nothing is stored, so no Idempotency-Key is asked for.</summary>
public static class SimulationsApi
{
    public const string Path = "/api/v1/loan-simulations";

    /// <summary>Open to anyone while developing; elsewhere borrowers and staff, whichever token they bring.</summary>
    public static void MapSimulationsApi(this WebApplication app)
    {
        var simulations = app.MapGroup(Path).WithTags("Simulations");
        if (app.Environment.IsDevelopment()) simulations.AllowAnonymous();
        else simulations.RequireAuthorization(policy => policy
            .AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme, StaffTokens.Scheme).RequireAuthenticatedUser());
        SimulateLoanEndpoint.Map(simulations);
    }
}
