using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orleans;

/// <summary>A cluster of grains. Not a resource: it is told to the services that make it up.</summary>
public sealed class OrleansService(IDistributedApplicationBuilder builder, string name)
{
    /// <summary>The builder of the whole application.</summary>
    public IDistributedApplicationBuilder Builder => builder;

    /// <summary>The name in the app model.</summary>
    public string Name => name;

    /// <summary>How silos find each other.</summary>
    public IProviderConfiguration? Clustering { get; set; }

    /// <summary>Which cluster a silo belongs to.</summary>
    public object ClusterId { get; set; } = "default";

    /// <summary>Which service the cluster serves, over all its clusters.</summary>
    public object ServiceId { get; set; } = "default";
}

/// <summary>Writes the settings of one Orleans provider into a service's environment.</summary>
public interface IProviderConfiguration
{
    /// <summary>Adds variables under <c>Orleans__{configSectionPath}</c>.</summary>
    void ConfigureResource<T>(IResourceBuilder<T> resourceBuilder, string configSectionPath) where T : IResourceWithEnvironment;
}
