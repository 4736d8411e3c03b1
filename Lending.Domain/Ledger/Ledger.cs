using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>What an account counts; decides the side on which its balance normally stands.</summary>
public enum AccountKind { Asset, Liability, Income, Expense }

/// <summary>What an account is for. An account serves one purpose for as long as it exists; a purpose can be served by several accounts.</summary>
public enum LedgerPurpose
{
    PayoutClearing, CollectionClearing, RefinanceClearing, Principal, InterestReceivable, PenaltyReceivable, FeesReceivable, Provision,
    CustomerAdvances, InterestSuspense, GstPayable, InterestIncome, FeeIncome, PenaltyIncome, Recoveries, WrittenOff, Waivers, Goodwill, ProvisionExpense,
    ChargedOff, ChargeOffs, TdsReceivable,
}

/// <summary>
/// An account of a Brand's chart. The number is what it is known by: postings name it, and it never changes its purpose, so two accounts of one number are
/// the same one whatever they are called.
/// </summary>
public sealed record Account(string Number, string Name, AccountKind Kind, LedgerPurpose Purpose)
{
    /// <summary>The first day on which it can be chosen; null for those that were always there.</summary>
    public DateOnly? ActiveFrom { get; init; }

    /// <summary>The day from which it cannot be chosen any more. Loans that post to it go on doing so.</summary>
    public DateOnly? RetiredOn { get; init; }

    /// <summary>For a line that is told apart within its purpose: the code of a fee. Null for all others.</summary>
    internal string? Part { get; init; }

    public bool IsActiveOn(DateOnly day) => RetiredOn is null && !(ActiveFrom > day);

    public bool Equals(Account? other) => other?.Number == Number;

    public override int GetHashCode() => Number.GetHashCode(StringComparison.Ordinal);
}

/// <summary>The standard chart: one account for every purpose, which every Brand has and starts with. What a rule posts, it posts to one of these; the loan's own mapping says which account that is.</summary>
public static class Accounts
{
    public static readonly Account PayoutClearing = new("1010", "Payout clearing", AccountKind.Asset, LedgerPurpose.PayoutClearing);
    public static readonly Account CollectionClearing = new("1020", "Collection clearing", AccountKind.Asset, LedgerPurpose.CollectionClearing);
    public static readonly Account RefinanceClearing = new("1030", "Refinance clearing", AccountKind.Asset, LedgerPurpose.RefinanceClearing);
    public static readonly Account Principal = new("1101", "Loans to customers, principal", AccountKind.Asset, LedgerPurpose.Principal);
    public static readonly Account InterestReceivable = new("1102", "Interest receivable", AccountKind.Asset, LedgerPurpose.InterestReceivable);
    public static readonly Account PenaltyReceivable = new("1103", "Penalty receivable", AccountKind.Asset, LedgerPurpose.PenaltyReceivable);
    public static readonly Account FeeReceivable = new("1104", "Fees receivable", AccountKind.Asset, LedgerPurpose.FeesReceivable);
    public static readonly Account ProvisionForLoans = new("1191", "Provision for loans", AccountKind.Asset, LedgerPurpose.Provision);
    public static readonly Account ChargedOffLoans = new("1192", "Loans charged off", AccountKind.Asset, LedgerPurpose.ChargedOff);
    public static readonly Account TdsReceivable = new("1201", "TDS receivable", AccountKind.Asset, LedgerPurpose.TdsReceivable);
    public static readonly Account CustomerAdvances = new("2101", "Customer advances", AccountKind.Liability, LedgerPurpose.CustomerAdvances);
    public static readonly Account GstPayable = new("2301", "GST payable", AccountKind.Liability, LedgerPurpose.GstPayable);
    public static readonly Account InterestSuspense = new("2201", "Interest in suspense", AccountKind.Liability, LedgerPurpose.InterestSuspense);
    public static readonly Account InterestIncome = new("4001", "Interest income", AccountKind.Income, LedgerPurpose.InterestIncome);
    public static readonly Account FeeIncome = new("4101", "Fee income", AccountKind.Income, LedgerPurpose.FeeIncome);
    public static readonly Account PenaltyIncome = new("4201", "Penalty income", AccountKind.Income, LedgerPurpose.PenaltyIncome);
    public static readonly Account Recoveries = new("4301", "Recoveries of written-off loans", AccountKind.Income, LedgerPurpose.Recoveries);
    public static readonly Account LoansWrittenOff = new("5001", "Loans written off", AccountKind.Expense, LedgerPurpose.WrittenOff);
    public static readonly Account Waivers = new("5002", "Interest, penalty and fees waived", AccountKind.Expense, LedgerPurpose.Waivers);
    public static readonly Account GoodwillCredits = new("5003", "Goodwill credits", AccountKind.Expense, LedgerPurpose.Goodwill);
    public static readonly Account LoansChargedOff = new("5004", "Charge-offs", AccountKind.Expense, LedgerPurpose.ChargeOffs);
    public static readonly Account ProvisionExpense = new("5101", "Provision expense", AccountKind.Expense, LedgerPurpose.ProvisionExpense);

    public static ImmutableArray<Account> All { get; } =
    [
        PayoutClearing, CollectionClearing, RefinanceClearing, Principal, InterestReceivable, PenaltyReceivable, FeeReceivable, ProvisionForLoans, ChargedOffLoans, TdsReceivable,
        CustomerAdvances, InterestSuspense, GstPayable, InterestIncome, FeeIncome, PenaltyIncome, Recoveries, LoansWrittenOff, Waivers, GoodwillCredits, LoansChargedOff, ProvisionExpense,
    ];

    private static readonly Account[] ByPurpose = [.. Enum.GetValues<LedgerPurpose>().Select(purpose => All.Single(account => account.Purpose == purpose))];

    /// <summary>The standard account of a purpose. It is the one posted to where no mapping names another.</summary>
    public static Account For(LedgerPurpose purpose) => ByPurpose[(int)purpose];

    /// <summary>The account of a stored number, as far as the number alone tells: names, and purposes of a Brand's own accounts, are its chart's.</summary>
    public static Account Of(string number) => All.FirstOrDefault(account => account.Number == number) ?? new(number, number, AccountKind.Asset, LedgerPurpose.Principal);
}

/// <summary>One line of double entry: exactly one of Debit and Credit is positive, the other is zero. Memo says what for, without names.</summary>
public readonly record struct Posting(Account Account, Money Debit, Money Credit, string Memo)
{
    public static Posting Dr(Account account, Money amount, string memo) => new(account, amount, Money.Zero(amount.Currency), memo);

    public static Posting Cr(Account account, Money amount, string memo) => new(account, Money.Zero(amount.Currency), amount, memo);
}
