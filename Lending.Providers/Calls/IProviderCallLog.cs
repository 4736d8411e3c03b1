namespace Lending.Providers.Calls;

/// <summary>
/// Keeps what was asked of whom and how it ended. Register your own before or after
/// <c>AddLendingProviders</c>; without one, calls go to the ordinary log. It may not throw.
/// </summary>
public interface IProviderCallLog
{
    /// <summary>Called once per call, after its last attempt.</summary>
    ValueTask RecordAsync(ProviderCall call, CancellationToken cancellationToken);
}
