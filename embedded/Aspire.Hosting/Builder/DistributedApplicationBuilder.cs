using System.Reflection;
using Aspire.Dashboard.Embedded;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

internal sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private const string FreshFlag = "--fresh";

    private readonly HostApplicationBuilder _host;
    private readonly AppHostInterception? _interception;

    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        _interception = AppHostInterception.Current;
        _interception?.Creating(options);
        var args = options.Args ?? [];
        var assembly = options.AssemblyName is { } name ? Assembly.Load(name) : _interception?.AppHostAssembly ?? Assembly.GetEntryAssembly();

        _host = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            Args = [.. args.Where(arg => arg != FreshFlag)],
            EnvironmentName = System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Development,
            ContentRootPath = AppContext.BaseDirectory,
        });
        if (args.Contains(FreshFlag)) _host.Configuration["Fresh"] = bool.TrueString;

        AppHostDirectory = options.ProjectDirectory
            ?? assembly?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(known => known.Key == "apphostprojectpath")?.Value
            ?? Directory.GetCurrentDirectory();
        ExecutionContext = new DistributedApplicationExecutionContext(
            _host.Configuration["publisher"] is { Length: > 0 } ? DistributedApplicationOperation.Publish : DistributedApplicationOperation.Run);

        // The host itself has little to say; its lines would only stand between those of the resources.
        _host.Logging.ClearProviders();
        _host.Logging.AddSimpleConsole(console => console.SingleLine = true);
        _host.Logging.SetMinimumLevel(LogLevel.Warning);
        _host.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = TimeSpan.FromMinutes(1);
            host.StartupTimeout = Timeout.InfiniteTimeSpan;
        });
        Options = options;
        Parameters = new ParameterStore(_host.Configuration, () => DataFolder.PathOf(_host.Configuration, AppHostDirectory));
    }

    public ConfigurationManager Configuration => _host.Configuration;

    public string AppHostDirectory { get; }

    public IHostEnvironment Environment => _host.Environment;

    public IServiceCollection Services => _host.Services;

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    public IResourceCollection Resources { get; } = new ResourceCollection();

    internal DistributedApplicationOptions Options { get; }

    internal ParameterStore Parameters { get; }

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        if (Resources.Any(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new DistributedApplicationException($"Cannot add resource '{resource.Name}': a resource with that name already exists.");
        }
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource => new ResourceBuilder<T>(this, resource);

    public DistributedApplication Build()
    {
        _interception?.Building(this);

        var board = new ResourceBoard();
        var model = new DistributedApplicationModel(Resources);
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(board);
        Services.AddSingleton(model);
        Services.AddSingleton(ExecutionContext);
        Services.AddSingleton(new ResourceNotificationService(Resources, board));
        Services.AddSingleton(services => new ApplicationRunner(
            this, services.GetRequiredService<ResourceNotificationService>(), board, services.GetRequiredService<TimeProvider>()));
        Services.AddSingleton(new ManifestWriter(model, ExecutionContext, AppHostDirectory));

        // First in the list: other hosted services may count on running resources being on their way.
        if (ExecutionContext.IsRunMode)
        {
            Services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(services => services.GetRequiredService<ApplicationRunner>()));
        }
        var application = new DistributedApplication(_host.Build(), _interception);
        _interception?.Built(application);
        return application;
    }
}

/// <summary>The resources of a built application.</summary>
public sealed class DistributedApplicationModel(IResourceCollection resources)
{
    /// <summary>The resources, in the order they were added.</summary>
    public IResourceCollection Resources => resources;
}
