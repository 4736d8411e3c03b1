namespace Lending.Providers.Calls;

/// <summary>
/// A third party could not be asked: no connection, no answer in time, a 5xx, or the circuit is open.
/// Whether the call took effect is not known; asking again with the same client reference is safe.
/// </summary>
public sealed class ProviderUnavailable(Capability capability, ProviderCallOutcome outcome, string requestId, Exception? inner = null)
    : Exception($"The {capability} provider is not available ({outcome}, request {requestId}).", inner)
{
    public Capability Capability { get; } = capability;

    public ProviderCallOutcome Outcome { get; } = outcome;

    /// <summary>Finds the call in the call log and with the provider.</summary>
    public string RequestId { get; } = requestId;
}
