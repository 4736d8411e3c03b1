using Sandbox.People;

namespace Sandbox.Payouts;

/// <summary>What was ordered.</summary>
internal sealed record PayoutOrder(
    string ClientReference, string Rail, long AmountMinor, string Currency, string HolderName,
    string? AccountNumber, string? Ifsc, string? Vpa, string Narration, Uri? CallbackUrl)
{
    /// <summary>Nobody has decided such a payout until somebody does it on the bank page.</summary>
    internal bool Waits => Rail == "upi"
        ? Vpa!.StartsWith(Magic.VpaWaits, StringComparison.OrdinalIgnoreCase)
        : Magic.Ending(AccountNumber!) == Magic.AccountPayoutWaits;

    internal bool Fails => Rail == "upi"
        ? Vpa!.StartsWith(Magic.VpaFails, StringComparison.OrdinalIgnoreCase)
        : Magic.Ending(AccountNumber!) == Magic.AccountPayoutFails;

    /// <summary>Why the bank does not take it, or null.</summary>
    internal IResult? Refuse()
    {
        if (AmountMinor <= 0 || !Formats.Currency.IsMatch(Currency))
            return Refused.Unprocessable("invalid_amount", "The amount must be positive, with a currency such as INR.");
        if (AmountMinor > Magic.PayoutMostMinor)
            return Refused.Unprocessable("insufficient_balance", "The account does not hold this much.");

        var reachable = Rail switch
        {
            "upi" => Vpa is { } vpa && Formats.Vpa.IsMatch(vpa),
            "imps" or "neft" => AccountNumber is { } account && Formats.Account.IsMatch(account)
                && Ifsc is { } ifsc && Formats.Ifsc.IsMatch(ifsc)
                && Magic.Ending(account) != Magic.AccountPayoutRefused,
            _ => false,
        };
        return reachable ? null : Refused.Unprocessable("invalid_destination", "The bank cannot pay to this destination.");
    }
}
