namespace Lending.Providers.Calls;

/// <summary>How a call to a third party ended, seen from here.</summary>
public enum ProviderCallOutcome
{
    /// <summary>The provider answered, also when the answer was "no".</summary>
    Answered,

    /// <summary>The provider refused the call itself (4xx).</summary>
    Refused,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>No connection, a 5xx or an answer that could not be read.</summary>
    Failed,

    /// <summary>Not even tried: the provider failed too often just before.</summary>
    CircuitOpen,

    /// <summary>The caller gave up.</summary>
    Cancelled,
}
