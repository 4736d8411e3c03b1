namespace Sandbox.Mandates;

/// <summary>A standing order of a payer to their bank, and how their account behaves when a debit comes.</summary>
internal sealed record Mandate(
    string ClientReference,
    string RequestHash,
    string ProviderReference,
    MandateOrder Order,
    MandateState State,
    int Sequence,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt,
    string? Number = null,
    PayerAccount Account = PayerAccount.Pays);

/// <summary>All but pending and active are final.</summary>
internal enum MandateState
{
    Pending,
    Active,
    Declined,
    Revoked,
    Expired,
    Cancelled,
}

/// <summary>What becomes of a debit: it is paid, there is no money, or it waits for somebody on the bank page.</summary>
internal enum PayerAccount
{
    Pays,
    NoFunds,
    Waits,
}

/// <summary>What the lender asks for.</summary>
internal sealed record MandateOrder(
    string ClientReference, long MostMinor, string Currency, string Frequency, DateOnly ValidUntil, string Description, string PayerName, string? PayerMobile,
    DateTimeOffset ApproveBy, Uri? CallbackUrl, Uri? DebitCallbackUrl);
