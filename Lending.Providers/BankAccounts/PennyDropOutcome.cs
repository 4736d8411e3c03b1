namespace Lending.Providers.BankAccounts;

/// <summary>Whether money can reach the account.</summary>
public enum PennyDropOutcome
{
    Valid,

    /// <summary>The bank has no such account.</summary>
    AccountNotFound,

    /// <summary>The account is closed or blocked.</summary>
    AccountClosed,

    /// <summary>The borrower's bank did not answer; later it may.</summary>
    BankOffline,
}
