using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds PostgreSQL.</summary>
public static class PostgresBuilderExtensions
{
    /// <summary>Adds a server; user and password are made up unless given.</summary>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? password = null, int? port = null)
    {
        var secret = password?.Resource ?? ParameterResourceBuilderExtensions.Create(
            builder, $"{name}-password", new GenerateParameterDefault { MinLength = 22 }, secret: true, persist: true);
        var server = new PostgresServerResource(name, secret) { Image = "docker.io/library/postgres:18.3" };

        return builder.AddResource(server)
            .WithEndpoint(port, targetPort: 5432, scheme: "tcp", name: "tcp")
            .WithEnvironment("POSTGRES_HOST_AUTH_METHOD", "scram-sha-256")
            .WithEnvironment("POSTGRES_INITDB_ARGS", "--auth-host=scram-sha-256 --auth-local=scram-sha-256")
            .WithEnvironment("POSTGRES_USER", server.UserName)
            .WithEnvironment(context => context.EnvironmentVariables["POSTGRES_PASSWORD"] = secret);
    }

    /// <summary>Adds a database, which is made at the first start.</summary>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null) =>
        builder.ApplicationBuilder.AddResource(new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource));

    /// <summary>Keeps the data over restarts. Here it always sits in the data folder; a container gets a volume of this name.</summary>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(
        this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) =>
        builder.WithAnnotation(new DataVolumeAnnotation(name ?? $"{builder.Resource.Name}-data", "/var/lib/postgresql", isReadOnly));
}
