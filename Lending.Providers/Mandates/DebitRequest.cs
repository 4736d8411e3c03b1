namespace Lending.Providers.Mandates;

/// <summary>One debit under a mandate, on a day: first announced to the borrower, then presented, by the same reference.</summary>
public sealed record DebitRequest(string ClientReference, string MandateReference, long AmountMinor, string Currency, DateOnly DebitOn);
