namespace Sandbox.Mandates;

/// <summary>A mandate as it is told to the lender.</summary>
internal sealed record MandateAnswer(string ClientReference, string ProviderReference, Uri Url, MandateState State, string? Number)
{
    internal static MandateAnswer From(Mandate mandate, HttpRequest request) => new(
        mandate.ClientReference, mandate.ProviderReference, new Uri($"{request.Scheme}://{request.Host}/mandate/{mandate.ProviderReference}"), mandate.State, mandate.Number);
}

/// <summary>A debit as it is told to the lender.</summary>
internal sealed record DebitAnswer(
    string ClientReference, string MandateReference, DebitState State, long AmountMinor, string Currency, DateOnly DebitOn, string? PaymentReference, string? Utr,
    string? FailureCode)
{
    internal static DebitAnswer From(Debit debit) => new(
        debit.ClientReference, debit.MandateReference, debit.State, debit.AmountMinor, debit.Order.Currency, debit.Order.DebitOn, debit.PaymentReference, debit.Utr, debit.FailureCode);
}

/// <summary>A change of a mandate, in a webhook.</summary>
internal sealed record MandateNews(
    string EventId, DateTimeOffset OccurredAt, int Sequence, string ClientReference, string ProviderReference, MandateState State, string? Number);

/// <summary>The end of a debit, in a webhook.</summary>
internal sealed record DebitNews(
    string EventId, DateTimeOffset OccurredAt, int Sequence, string ClientReference, string MandateReference, DebitState State, long AmountMinor, string Currency,
    string? PaymentReference, string? Utr, string? FailureCode, string? FailureReason);
