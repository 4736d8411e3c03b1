namespace Aspire.Hosting.ApplicationModel;

/// <summary>A PostgreSQL server.</summary>
public sealed class PostgresServerResource(string name, ParameterResource password) : ContainerResource(name), IResourceWithConnectionString
{
    /// <summary>The server's superuser.</summary>
    public string UserName => "postgres";

    /// <summary>The superuser's password.</summary>
    public ParameterResource PasswordParameter => password;

    /// <summary>Where it listens.</summary>
    public EndpointReference PrimaryEndpoint => new(this, "tcp");

    /// <inheritdoc />
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"Host={PrimaryEndpoint.Property(EndpointProperty.Host)};Port={PrimaryEndpoint.Property(EndpointProperty.Port)};Username={UserName};Password={PasswordParameter}");
}

/// <summary>A database of a PostgreSQL server; made at the first start.</summary>
public sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource server)
    : Resource(name), IResourceWithParent, IResourceWithConnectionString
{
    /// <summary>The server.</summary>
    public PostgresServerResource Parent => server;

    /// <summary>The name within the server.</summary>
    public string DatabaseName => databaseName;

    IResource IResourceWithParent.Parent => server;

    /// <inheritdoc />
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{new ConnectionStringOf(server)};Database={databaseName}");
}

// The manifest refers to the server's string as a whole instead of repeating its parts.
internal sealed class ConnectionStringOf(IResourceWithConnectionString resource) : IValueProvider, IManifestExpressionProvider
{
    public string ValueExpression => resource.ValueExpression;

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => resource.GetConnectionStringAsync(cancellationToken);
}
