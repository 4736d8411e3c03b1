using Lending.Providers.Calls;

namespace Lending.Providers.BankAccounts;

/// <summary>Sends Rs 1 to an account to learn whose it is.</summary>
/// <param name="ClientReference">Ours; the same reference never sends a second rupee.</param>
/// <param name="HolderName">As the borrower entered it.</param>
public sealed record PennyDropRequest(string ClientReference, string AccountNumber, string Ifsc, string HolderName)
{
    public override string ToString() => $"{nameof(PennyDropRequest)} {ClientReference} {Mask.Tail(AccountNumber)}";
}
