using Aspire.Hosting.Azure;

namespace Lending.AppHost.Walk;

/// <summary>Where servers keep their data: in a named volume, except for a walk, which leaves nothing behind.</summary>
internal static class Volumes
{
    public static IResourceBuilder<PostgresServerResource> WithVolume(this IResourceBuilder<PostgresServerResource> server, WalkRun? walk, string name) =>
        walk is null ? server.WithDataVolume(name) : server;

    public static IResourceBuilder<AzureStorageEmulatorResource> WithVolume(
        this IResourceBuilder<AzureStorageEmulatorResource> emulator, WalkRun? walk, string name) =>
        walk is null ? emulator.WithDataVolume(name) : emulator;
}
