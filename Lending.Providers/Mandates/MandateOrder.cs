namespace Lending.Providers.Mandates;

/// <summary>A mandate as the provider has it.</summary>
/// <param name="Url">Where the borrower approves, and later sees and revokes it.</param>
/// <param name="Number">The banks' unique mandate number, once approved.</param>
public sealed record MandateOrder(string ClientReference, string ProviderReference, Uri Url, MandateStatus State, string? Number = null);
