using Lending.Data;
using Lending.Domain;
using Lending.Portal.Approvals;
using Lending.Portal.Changes;
using Lending.Portal.Commands;
using Lending.Portal.Customers;
using Lending.Portal.Gallery;
using Lending.Portal.Live;
using Lending.Portal.Loans;
using Lending.Portal.Search;
using Lending.Portal.Shell;
using Lending.Portal.SignIn;
using Lending.Portal.Unmatched;

namespace Lending.Portal;

/// <summary>The staff portal: what it needs, and what every request passes through.</summary>
public static class PortalApp
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddRedisDistributedCache("redis");
        builder.AddAzureBlobServiceClient("documents");
        builder.Services.AddLendingData();
        builder.AddGrainHosting(LendingJson.Options);
        builder.AddSignIn();

        var services = builder.Services;
        services.AddSingleton<RecordWatch>().AddSingleton<FilePresence>();
        services.AddScoped<LoanDesk>().AddScoped<MatchDesk>().AddScoped<ChangeDesk>().AddScoped<ClearValues>().AddScoped<SecondFactor>();
        services.AddScoped<Components.IDrafts, StaffDrafts>().AddScoped<Components.ITableViews, StaffTableViews>();
        services.AddScoped<Components.IExportLog, StaffExportLog>();
        services.AddScoped<Components.IPaletteSource, RecordPalette>();
        services.AddPortalComponents(StaffShell.LoadAsync);
    }

    /// <summary>Without a database, on a developer's machine, there is the component gallery and nothing else.</summary>
    public static void AddGallery(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthorization();
        builder.Services.AddPortalComponents(GalleryShell.LoadAsync);
    }

    public static void UsePortal(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapSignOut();
        DocumentEndpoint.Map(app);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }

    public static void UseGallery(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
