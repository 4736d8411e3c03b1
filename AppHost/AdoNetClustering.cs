using Aspire.Hosting.Orleans;

namespace Lending.AppHost;

/// <summary>Silos find each other through a PostgreSQL database. Aspire by itself cannot name Orleans' ADO.NET provider.</summary>
internal sealed class AdoNetClustering(IResourceBuilder<IResourceWithConnectionString> database) : IProviderConfiguration
{
    /// <inheritdoc />
    public void ConfigureResource<T>(IResourceBuilder<T> resourceBuilder, string configSectionPath) where T : IResourceWithEnvironment
    {
        resourceBuilder.WithEnvironment($"Orleans__{configSectionPath}__ProviderType", "AdoNet");
        resourceBuilder.WithEnvironment($"Orleans__{configSectionPath}__Invariant", "Npgsql");
        resourceBuilder.WithEnvironment($"Orleans__{configSectionPath}__ConnectionName", database.Resource.Name);
        resourceBuilder.WithReference(database);
    }
}
