namespace Lending.Providers.Calls;

/// <summary>A provider's "no" to a command, as a stable snake_case code. The message is safe to show and to log.</summary>
public sealed record ProviderRefusal(string Code, string Message)
{
    /// <summary>The client reference was used before with another content. Never a second payout or message.</summary>
    public const string ReferenceReused = "reference_reused";
}
