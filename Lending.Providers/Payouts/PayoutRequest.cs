using Lending.Providers.Calls;

namespace Lending.Providers.Payouts;

/// <summary>Sends money to a bank account, or to a UPI address when the rail is UPI.</summary>
/// <param name="ClientReference">Ours; the same reference never pays twice.</param>
/// <param name="AmountMinor">In minor units of <paramref name="Currency"/>.</param>
/// <param name="AccountNumber">Null only for UPI.</param>
/// <param name="Vpa">The UPI address; null unless the rail is UPI.</param>
public sealed record PayoutRequest(
    string ClientReference,
    PayoutRail Rail,
    long AmountMinor,
    string Currency,
    string HolderName,
    string? AccountNumber,
    string? Ifsc,
    string? Vpa,
    string Narration)
{
    public override string ToString() => $"{nameof(PayoutRequest)} {ClientReference} {Mask.Tail(AccountNumber ?? Vpa)}";
}
