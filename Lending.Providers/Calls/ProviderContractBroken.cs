using System.Globalization;

namespace Lending.Providers.Calls;

/// <summary>
/// The provider answered outside the agreed contract: an unexpected status or a body that does not read.
/// A bug on one side, so it is neither retried nor a business outcome.
/// </summary>
public sealed class ProviderContractBroken(Capability capability, int status, string requestId, Exception? inner = null)
    : Exception(
        string.Create(CultureInfo.InvariantCulture, $"The {capability} provider answered {status} outside its contract (request {requestId})."),
        inner)
{
    public Capability Capability { get; } = capability;

    public string RequestId { get; } = requestId;
}
