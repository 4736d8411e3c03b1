using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Lending.Domain;

/// <summary>What a Brand may add to its chart, and which account may serve which purpose.</summary>
public static partial class AccountRules
{
    public const int AccountsMax = 500;

    /// <summary>Money that one loan holds back for another passes through one account, whatever the two loans were made under.</summary>
    public static bool MayBeChosen(LedgerPurpose purpose) => Enum.IsDefined(purpose) && purpose is not LedgerPurpose.RefinanceClearing;

    /// <summary>Whether a purpose can be told apart by channel.</summary>
    public static bool HasChannels(LedgerPurpose purpose) => purpose is LedgerPurpose.PayoutClearing or LedgerPurpose.CollectionClearing;

    /// <summary>Null when the account can be added.</summary>
    public static Refusal? CheckNew(ChartOfAccounts chart, Account account)
    {
        var broken = new InputRules()
            .Must(account.Number is not null && NumberForm().IsMatch(account.Number), "number", "3 to 20 letters, digits, dots and hyphens")
            .Must(account.Number is null || !StandardNumber().IsMatch(account.Number), "number", "four digits are kept for the standard chart; write for example 1101-01")
            .Text(account.Name, 60, "name")
            .Must(MayBeChosen(account.Purpose), "purpose", "one of the purposes an account can be chosen for").Broken;
        return !broken.IsEmpty ? broken[0]
            : chart.Find(account.Number!) is not null ? new AccountExists()
            : chart.Accounts.Length >= AccountsMax ? new ChartFull(AccountsMax) : null;
    }

    public static Refusal? CheckName(string name) => new InputRules().Text(name, 60, "name").Broken is { IsEmpty: false } broken ? broken[0] : null;

    /// <summary>Null when the Brand can choose this account for loans to come. A part is a channel; a product alone tells fees apart.</summary>
    public static Refusal? CheckChoice(ChartOfAccounts chart, AccountMapping choice, DateOnly today) =>
        !MayBeChosen(choice.Purpose) ? new PurposeNotChosen()
        : choice.Part is not null && (!HasChannels(choice.Purpose) || !IsPart(choice.Part)) ? new InputInvalid("part", "a channel of 1 to 30 letters, digits, spaces, underscores and hyphens, for clearing accounts only")
        : Serves(chart, choice, today);

    /// <summary>What is wrong with the accounts a product names, by themselves: the form, not the Brand's chart.</summary>
    internal static void Check(InputRules rules, LoanProduct product)
    {
        rules.Must(!product.Accounts.IsDefault && product.Accounts.Length <= 60 && !product.Accounts.Any(static each => each is null), "accounts", "a list of at most 60");
        if (product.Accounts.IsDefault || product.Accounts.Any(static each => each is null)) return;
        foreach (var (index, each) in product.Accounts.Index())
        {
            var at = At(index);
            rules.Must(MayBeChosen(each.Purpose), $"{at}.purpose", "one of the purposes an account can be chosen for")
                .Must(each.Number is not null && NumberForm().IsMatch(each.Number), $"{at}.number", "the number of an account of the chart")
                .Must(each.Part is null || (HasChannels(each.Purpose) && IsPart(each.Part)) || (each.Purpose is LedgerPurpose.FeeIncome && IsFee(product, each.Part)), $"{at}.part",
                    "a channel of a clearing account, or for fee income a fee that is taken at payout, prepayment, or instalments")
                .Must(!product.Accounts.Take(index).Any(other => other.Answers(each.Purpose, each.Part)), at, "each purpose and part once");
        }
    }

    /// <summary>What is wrong with the accounts a product names in this Brand's chart; empty when its loans can be booked (UBU-042).</summary>
    public static ImmutableArray<InputInvalid> Check(ChartOfAccounts chart, LoanProduct product, DateOnly today) =>
    [
        .. product.Accounts.Index().Select(each => (At: At(each.Index), Refusal: Serves(chart, each.Item, today)))
            .Where(static each => each.Refusal is not null).Select(static each => new InputInvalid($"{each.At}.number", each.Refusal!.Message)),
    ];

    private static Refusal? Serves(ChartOfAccounts chart, AccountMapping choice, DateOnly today) =>
        chart.Find(choice.Number) is not { } account ? new AccountNotFound(choice.Number)
        : account.Purpose != choice.Purpose ? new AccountServesAnother(account.Number, account.Purpose)
        : !account.IsActiveOn(today) ? new AccountNotActive(account.Number) : null;

    private static bool IsFee(LoanProduct product, string part) =>
        part is AccountMapping.EarlyCharge or AccountMapping.InstalmentFee || (!product.Fees.IsDefault && product.Fees.Any(fee => fee?.Code == part && fee.When is FeeTime.Payout));

    private static bool IsPart(string part) => PartForm().IsMatch(part);

    private static string At(int index) => $"accounts[{index.ToString(CultureInfo.InvariantCulture)}]";

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.-]{2,19}\z")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^[0-9]{4}\z")]
    private static partial Regex StandardNumber();

    [GeneratedRegex(@"^[A-Za-z0-9](?:[A-Za-z0-9 _-]{0,28}[A-Za-z0-9])?\z")]
    private static partial Regex PartForm();
}
