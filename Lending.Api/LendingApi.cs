using Lending.Api.Applications;
using Lending.Api.BankAccounts;
using Lending.Api.Consent;
using Lending.Api.Description;
using Lending.Api.Kyc;
using Lending.Api.Lines;
using Lending.Api.Loans;
using Lending.Api.Onboarding;
using Lending.Api.Payments;
using Lending.Api.Profile;
using Lending.Api.Quotes;
using Lending.Api.Requests;
using Lending.Api.SignUp;
using Lending.Api.Simulations;
using Lending.Api.Staff;
using Lending.Api.Webhooks;
using Lending.Data;
using Lending.Domain;
using Lending.Providers;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Lending.Api;

/// <summary>The API of borrowers and staff: what it needs, what every request passes through, and where each feature is mapped.</summary>
public static class LendingApi
{
    // Staff tokens open the staff addresses and no others, borrowers' tokens the rest.
    private const string TokenOfTheAddress = "token-of-the-address";

    public static void AddLendingApi(this WebApplicationBuilder builder)
    {
        builder.AddRedisDistributedCache("redis");
        builder.AddAzureBlobServiceClient("documents");
        builder.Services.AddLendingData();
        builder.AddGrainHosting(LendingJson.Options);

        var services = builder.Services;
        services.AddLendingProviders(builder.Configuration);
        services.KeepProviderCalls(provider => provider.GetRequiredService<ProviderCalls>().AddAsync);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = BodyLimit.BytesMax;
            kestrel.AddServerHeader = false;
        });
        services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddValidation();
        services.AddRateLimits(builder.Configuration, builder.Environment);
        services.AddAuthentication(TokenOfTheAddress)
            .AddPolicyScheme(TokenOfTheAddress, null, scheme => scheme.ForwardDefaultSelector = http =>
                http.Request.Path.StartsWithSegments(StaffApi.Path) ? StaffTokens.Scheme : JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(bearer => AccessTokens.Configure(bearer, builder.Configuration))
            .AddJwtBearer(StaffTokens.Scheme, bearer => StaffTokens.Configure(bearer, builder.Configuration));
        services.AddAuthorization();
        services.AddApiDescription();

        services.AddSignUp();
        services.AddStaffApi();
        services.AddSingleton<OnboardingCustomer>().AddSingleton<AadhaarSessions>().AddSingleton<LoanViews>().AddSingleton<LookingBack>().AddSingleton<BorrowerCommands>()
            .AddSingleton<StatementQuery>().AddSingleton<LoanDocuments>().AddSingleton<PaymentReceipts>().AddSingleton<StatementPrinting>();
    }

    /// <summary>In the order a request passes through it.</summary>
    public static void UseLendingApi(this WebApplication app)
    {
        app.UseCorrelation();
        app.UseSecurityHeaders();
        app.UseMiddleware<FaultAnswers>();
        app.UseBodyLimit();
        app.UseStatusCodePages();
        app.UseDefaultFiles();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
    }

    public static void MapLendingApi(this WebApplication app)
    {
        app.MapApiDescription();
        app.MapWebhooksApi();

        app.MapStaffApi();
        app.MapSimulationsApi();

        // Closed unless a feature opens it by name.
        var api = app.MapGroup("/api/v1").RequireAuthorization();
        api.MapSignUpApi();
        api.MapQuotesApi();
        api.MapLoansApi();

        var me = api.MapGroup("/me");
        var changes = me.MapChanges();
        me.MapProfileApi(changes);
        changes.MapKycApi();
        changes.MapBankAccountsApi();
        changes.MapConsentApi();
        api.MapChanges().MapApplicationsApi();
    }
}
