using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Azure;

/// <summary>A storage account: the Azurite emulator while developing, Azure when published.</summary>
public sealed class AzureStorageResource(string name) : Resource(name), IResourceWithEndpoints, IResourceWithWaitSupport
{
    // The emulator's account and key are public and the same everywhere.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>True after <c>RunAsEmulator</c>.</summary>
    public bool IsEmulator { get; internal set; }

    internal EndpointReference BlobEndpoint => new(this, "blob");

    internal ReferenceExpression EmulatorConnectionString => ReferenceExpression.Create(
        $"DefaultEndpointsProtocol=http;AccountName={EmulatorAccount};AccountKey={EmulatorKey};BlobEndpoint={BlobEndpoint.Property(EndpointProperty.Url)}/{EmulatorAccount};");
}

/// <summary>The emulator inside <c>RunAsEmulator(…)</c>.</summary>
public sealed class AzureStorageEmulatorResource(AzureStorageResource storage) : Resource(storage.Name)
{
    internal AzureStorageResource Storage => storage;
}

/// <summary>The blobs of a storage account.</summary>
public sealed class AzureBlobStorageResource(string name, AzureStorageResource storage) : Resource(name), IResourceWithParent, IResourceWithConnectionString
{
    /// <summary>The account.</summary>
    public AzureStorageResource Parent => storage;

    IResource IResourceWithParent.Parent => storage;

    /// <inheritdoc />
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{new BlobConnection(storage)}");
}

internal sealed class BlobConnection(AzureStorageResource storage) : IValueProvider, IManifestExpressionProvider
{
    public string ValueExpression => $"{{{storage.Name}.outputs.blobEndpoint}}";

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        storage.EmulatorConnectionString.GetValueAsync(cancellationToken);
}
