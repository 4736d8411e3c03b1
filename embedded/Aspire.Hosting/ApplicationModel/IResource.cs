namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something the application consists of: a process, a server, a database in it, a secret.</summary>
public interface IResource
{
    /// <summary>Unique in the app model; also the name other resources use in configuration.</summary>
    string Name { get; }

    /// <summary>What the app model says about the resource.</summary>
    ResourceAnnotationCollection Annotations { get; }
}

/// <summary>A resource that environment variables can be given to.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that command line arguments can be given to.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource that listens.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource whose start can wait for others.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that others find at <c>services:{name}:{scheme}:0</c>.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

/// <summary>A resource that lives inside another and starts with it.</summary>
public interface IResourceWithParent : IResource
{
    /// <summary>The resource it lives in.</summary>
    IResource Parent { get; }
}

/// <summary>A resource that others find at <c>ConnectionStrings:{name}</c>.</summary>
public interface IResourceWithConnectionString : IResource, IValueProvider, IManifestExpressionProvider
{
    /// <summary>How the connection string is made of other values.</summary>
    ReferenceExpression ConnectionStringExpression { get; }

    /// <summary>The connection string, or null when there is nothing to connect to.</summary>
    ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ConnectionStringExpression.GetValueAsync(cancellationToken);

    ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) => GetConnectionStringAsync(cancellationToken);

    string IManifestExpressionProvider.ValueExpression => $"{{{Name}.connectionString}}";
}
