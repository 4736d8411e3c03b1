using System.Collections.Immutable;

namespace Lending.Domain.Tests.Ledger;

/// <summary>Accounts chosen freely, by purpose, channel and fee.</summary>
internal static class RandomCharts
{
    /// <summary>About half of the purposes on another account than the standard one. Whose tells the accounts of a product and of a Brand apart.</summary>
    public static ImmutableArray<AccountMapping> Any(Random random, string whose, params ReadOnlySpan<string> fees)
    {
        var mapping = ImmutableArray.CreateBuilder<AccountMapping>();
        foreach (var purpose in Enum.GetValues<LedgerPurpose>().Where(AccountRules.MayBeChosen))
        {
            if (random.Next(2) == 0) mapping.Add(new(purpose, Number(purpose, "all")));
            if (purpose is LedgerPurpose.CollectionClearing) foreach (var channel in (string[])["upi", "cash", "NEFT"]) Sometimes(purpose, channel);
            if (purpose is LedgerPurpose.PayoutClearing) Sometimes(purpose, "imps");
        }

        foreach (var fee in fees) Sometimes(LedgerPurpose.FeeIncome, fee);
        return mapping.DrainToImmutable();

        void Sometimes(LedgerPurpose purpose, string part)
        {
            if (random.Next(2) == 0) mapping.Add(new(purpose, Number(purpose, part)) { Part = part });
        }

        string Number(LedgerPurpose purpose, string part) => $"{Accounts.For(purpose).Number}-{whose}-{part}";
    }
}
