namespace Aspire.Hosting.ApplicationModel;

/// <summary>A Redis server. On a machine without one there is nothing to connect to, and caches live in each process.</summary>
public sealed class RedisResource(string name, ParameterResource password) : ContainerResource(name), IResourceWithConnectionString
{
    /// <summary>The password.</summary>
    public ParameterResource PasswordParameter => password;

    /// <summary>Where it listens.</summary>
    public EndpointReference PrimaryEndpoint => new(this, "tcp");

    /// <inheritdoc />
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create(
        $"{PrimaryEndpoint.Property(EndpointProperty.HostAndPort)},password={PasswordParameter}{new TlsSuffix(this)}");

    internal bool IsInProcess { get; set; }

    /// <inheritdoc />
    public async ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        IsInProcess ? null : await ConnectionStringExpression.GetValueAsync(cancellationToken);
}

// Aspire adds ",ssl=true" when its certificate is on. The manifest then names a conditional value of its own; here there is no TLS.
internal sealed class TlsSuffix(RedisResource redis) : IValueProvider, IManifestExpressionProvider
{
    public string Name => Publishing.ConditionalName.Of(
        redis.PrimaryEndpoint.Property(EndpointProperty.TlsEnabled).ValueExpression, ",ssl=true", "", bool.TrueString);

    public string ValueExpression => $"{{{Name}.connectionString}}";

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<string?>("");
}
