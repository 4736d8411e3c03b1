using System.Collections.Immutable;
using System.Text.Json;
using Lending.Domain;

namespace Lending.Data;

/// <summary>
/// The accounts that hold a loan's balances, as the read model keeps them: JSON by purpose, null where all are the standard chart's. Loans of
/// the same accounts have the same text, so the book is added up by it.
/// </summary>
internal static class HoldingAccounts
{
    public static string? Of(Loan loan)
    {
        if (loan.LedgerAccounts is not { } own) return null;
        var held = own.Where(static each => each.Part is null && LoanBalances.Kept.Contains(each.Purpose)).OrderBy(static each => each.Purpose)
            .ToDictionary(static each => each.Purpose.ToString(), static each => each.Number);
        return held.Count == 0 ? null : JsonSerializer.Serialize(held, JournalJson.Options);
    }

    /// <summary>The number that holds each purpose in loans of this text.</summary>
    public static string NumberIn(string? text, LedgerPurpose purpose) =>
        text is not null && JsonSerializer.Deserialize<ImmutableDictionary<string, string>>(text, JournalJson.Options)!.TryGetValue(purpose.ToString(), out var number)
            ? number : Accounts.For(purpose).Number;

    /// <summary>The same in SQL.</summary>
    public static string Sql(LedgerPurpose purpose) => $"coalesce(ledger_accounts::jsonb ->> '{purpose}', '{Accounts.For(purpose).Number}') COLLATE \"C\"";
}
