using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lending.AppHost;

/// <summary>Prints where everything is once it can be used.</summary>
internal sealed class Welcome(ResourceNotificationService notifications, Welcome.Places places) : BackgroundService
{
    /// <summary>The resources that people open.</summary>
    public sealed record Places(EndpointReference Api, EndpointReference Portal, EndpointReference Sandbox, bool HasDemo)
    {
        /// <summary>Their names in the app model.</summary>
        public IReadOnlyList<string> Names => [Api.Resource.Name, Portal.Resource.Name, Sandbox.Resource.Name];
    }

    private const string FirstBrand =
        "No demo data. docs/runbook.md makes the first Brand: dotnet run --project Lending.Workers -- add-brand --code …";

    private static string Demo => $"""
        Demo log-ins, password {DemoLogins.Password}:
        {string.Join(Environment.NewLine, DemoLogins.All.Select(login => $"  {login.Email,-22} {login.Role}"))}
        """;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var name in places.Names) await notifications.WaitForResourceHealthyAsync(name, stoppingToken);
        }
        catch (DistributedApplicationException)
        {
            return; // What failed has been told already.
        }

        Console.WriteLine($"""

            Everything is up.
              Staff portal   {places.Portal.Url}
              Borrower API   {places.Api.Url}/docs
              Sandbox        {places.Sandbox.Url}

            {(places.HasDemo ? Demo : FirstBrand)}

            Ctrl+C stops everything.

            """);
    }
}

/// <summary>Adds the welcome.</summary>
internal static class WelcomeExtensions
{
    /// <summary>Prints addresses, and log-ins where there is a demo, when these three are healthy.</summary>
    public static void AddWelcome(
        this IDistributedApplicationBuilder builder,
        IResourceBuilder<ProjectResource> api, IResourceBuilder<ProjectResource> portal, IResourceBuilder<ProjectResource> sandbox,
        bool hasDemo)
    {
        if (builder.ExecutionContext.IsPublishMode) return;
        builder.Services.AddSingleton(new Welcome.Places(api.GetEndpoint("http"), portal.GetEndpoint("http"), sandbox.GetEndpoint("http"), hasDemo));
        builder.Services.AddHostedService<Welcome>();
    }
}
