using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// A Brand's accounts by number, the standard ones among them, and which of them serve a purpose for loans paid out from now on. What loans
/// paid out before post to is each loan's own.
/// </summary>
public sealed record ChartOfAccounts(ImmutableArray<Account> Accounts, ImmutableArray<AccountMapping> Mapping)
{
    public static readonly ChartOfAccounts Standard = Of([], []);

    /// <summary>The standard chart with a Brand's own rows: accounts it added, and standard ones it renamed or retired.</summary>
    public static ChartOfAccounts Of(IEnumerable<Account> own, ImmutableArray<AccountMapping> mapping)
    {
        var accounts = Domain.Accounts.All.ToDictionary(static account => account.Number, StringComparer.Ordinal);
        foreach (var account in own) accounts[account.Number] = account;
        return new([.. accounts.Values.OrderBy(static account => account.Number, StringComparer.Ordinal)], mapping);
    }

    public Account? Find(string number) => Accounts.FirstOrDefault(account => account.Number == number);

    /// <summary>The account of a number that was posted to.</summary>
    public Account Of(string number) => Find(number) ?? Domain.Accounts.Of(number);

    /// <summary>The account that new loans post to, where their product names no other.</summary>
    public Account For(LedgerPurpose purpose, string? part = null) => Of(LoanAccounts.NumberOf(Mapping, purpose, part));

    /// <summary>Every account that ever served a purpose: its balance is the sum of theirs.</summary>
    public IEnumerable<Account> Serving(LedgerPurpose purpose) => Accounts.Where(account => account.Purpose == purpose);

    /// <summary>The line with its account called as this Brand calls it.</summary>
    public Posting Named(Posting line) => line with { Account = Of(line.Account.Number) };
}
