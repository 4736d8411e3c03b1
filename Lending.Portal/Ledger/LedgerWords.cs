using System.Collections.Immutable;
using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Ledger;

/// <summary>Purposes, and the parts that tell accounts apart within one, as pages call them.</summary>
public static class LedgerWords
{
    /// <summary>Channels by which money comes and goes, as it is written when it is recorded.</summary>
    public static readonly ImmutableArray<string> Collections = ["UPI", "NEFT", "Cash", "Cheque", "Card", "Net banking", "Autopay", "Branch"];

    public static IReadOnlyList<string> ChannelsOf(LedgerPurpose purpose) => purpose is LedgerPurpose.PayoutClearing ? PayoutChannels.Offered : Collections;

    public static readonly IReadOnlyList<Choice<LedgerPurpose>> Purposes = [.. Enum.GetValues<LedgerPurpose>().Where(AccountRules.MayBeChosen).Select(purpose => new Choice<LedgerPurpose>(purpose, NameOf(purpose)))];

    public static string NameOf(LedgerPurpose purpose) => purpose switch
    {
        LedgerPurpose.PayoutClearing => "Bank account for payouts",
        LedgerPurpose.CollectionClearing => "Bank account for collections",
        LedgerPurpose.RefinanceClearing => "Loans that pay off loans",
        LedgerPurpose.Principal => "Principal",
        LedgerPurpose.InterestReceivable => "Interest receivable",
        LedgerPurpose.PenaltyReceivable => "Penalty receivable",
        LedgerPurpose.FeesReceivable => "Fees receivable",
        LedgerPurpose.Provision => "Provision",
        LedgerPurpose.CustomerAdvances => "Overpayments and advances",
        LedgerPurpose.InterestSuspense => "Interest in suspense",
        LedgerPurpose.GstPayable => "GST payable",
        LedgerPurpose.InterestIncome => "Interest income",
        LedgerPurpose.FeeIncome => "Fee income",
        LedgerPurpose.PenaltyIncome => "Penalty income",
        LedgerPurpose.Recoveries => "Recoveries",
        LedgerPurpose.WrittenOff => "Write-offs",
        LedgerPurpose.Waivers => "Waivers",
        LedgerPurpose.Goodwill => "Goodwill",
        LedgerPurpose.ProvisionExpense => "Provision expense",
        LedgerPurpose.ChargedOff => "Charged off, still owed",
        LedgerPurpose.ChargeOffs => "Charge-offs",
        LedgerPurpose.TdsReceivable => "TDS receivable",
        _ => StatusLooks.Of(purpose.ToString()).Word,
    };

    /// <summary>The purpose, and the channel or fee it is narrowed to.</summary>
    public static string NameOf(LedgerPurpose purpose, string? part) => part switch
    {
        null => NameOf(purpose),
        AccountMapping.EarlyCharge => $"{NameOf(purpose)}, charges for paying early",
        AccountMapping.InstalmentFee => $"{NameOf(purpose)}, fees of instalments",
        _ => $"{NameOf(purpose)}, {part}",
    };

    public static string Called(Account account) => $"{account.Number} {account.Name}";

    /// <summary>The accounts that can be chosen for a purpose on a day.</summary>
    public static IReadOnlyList<Choice<string>> AccountsFor(ChartOfAccounts chart, LedgerPurpose purpose, DateOnly day, string? chosen = null) =>
        [.. chart.Serving(purpose).Where(account => account.Number == chosen || account.IsActiveOn(day)).Select(account => new Choice<string>(account.Number, Called(account)))];
}
