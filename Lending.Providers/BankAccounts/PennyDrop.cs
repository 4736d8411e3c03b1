namespace Lending.Providers.BankAccounts;

/// <summary>What the bank said when Rs 1 arrived.</summary>
/// <param name="NameAtBank">The account holder's name as the bank has it; only for a valid account.</param>
/// <param name="NameMatchPercent">How alike the two names are, 0 to 100.</param>
/// <param name="Utr">The bank's reference of the rupee, when it arrived.</param>
public sealed record PennyDrop(
    PennyDropOutcome Outcome, string? NameAtBank, bool NameMatches, int NameMatchPercent, string? Utr, string ProviderReference)
{
    public override string ToString() => $"{nameof(PennyDrop)} {Outcome} ({ProviderReference})";
}
