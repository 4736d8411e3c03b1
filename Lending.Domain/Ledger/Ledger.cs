using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>What an account counts; decides the side on which its balance normally stands.</summary>
public enum AccountKind { Asset, Liability, Income, Expense }

/// <summary>An account of the Brand's chart: a four-digit number and a name.</summary>
public sealed record Account(string Number, string Name, AccountKind Kind);

/// <summary>The chart of accounts every Brand starts with.</summary>
public static class Accounts
{
    public static readonly Account PayoutClearing = new("1010", "Payout clearing", AccountKind.Asset);
    public static readonly Account CollectionClearing = new("1020", "Collection clearing", AccountKind.Asset);
    public static readonly Account RefinanceClearing = new("1030", "Refinance clearing", AccountKind.Asset);
    public static readonly Account Principal = new("1101", "Loans to customers, principal", AccountKind.Asset);
    public static readonly Account InterestReceivable = new("1102", "Interest receivable", AccountKind.Asset);
    public static readonly Account PenaltyReceivable = new("1103", "Penalty receivable", AccountKind.Asset);
    public static readonly Account FeeReceivable = new("1104", "Fees receivable", AccountKind.Asset);
    public static readonly Account ProvisionForLoans = new("1191", "Provision for loans", AccountKind.Asset);
    public static readonly Account ChargedOffLoans = new("1192", "Loans charged off", AccountKind.Asset);
    public static readonly Account CustomerAdvances = new("2101", "Customer advances", AccountKind.Liability);
    public static readonly Account GstPayable = new("2301", "GST payable", AccountKind.Liability);
    public static readonly Account InterestSuspense = new("2201", "Interest in suspense", AccountKind.Liability);
    public static readonly Account InterestIncome = new("4001", "Interest income", AccountKind.Income);
    public static readonly Account FeeIncome = new("4101", "Fee income", AccountKind.Income);
    public static readonly Account PenaltyIncome = new("4201", "Penalty income", AccountKind.Income);
    public static readonly Account Recoveries = new("4301", "Recoveries of written-off loans", AccountKind.Income);
    public static readonly Account LoansWrittenOff = new("5001", "Loans written off", AccountKind.Expense);
    public static readonly Account Waivers = new("5002", "Interest, penalty and fees waived", AccountKind.Expense);
    public static readonly Account GoodwillCredits = new("5003", "Goodwill credits", AccountKind.Expense);
    public static readonly Account LoansChargedOff = new("5004", "Charge-offs", AccountKind.Expense);
    public static readonly Account ProvisionExpense = new("5101", "Provision expense", AccountKind.Expense);

    public static ImmutableArray<Account> All { get; } =
    [
        PayoutClearing, CollectionClearing, RefinanceClearing, Principal, InterestReceivable, PenaltyReceivable, FeeReceivable, ProvisionForLoans, ChargedOffLoans,
        CustomerAdvances, InterestSuspense, GstPayable, InterestIncome, FeeIncome, PenaltyIncome, Recoveries, LoansWrittenOff, Waivers, GoodwillCredits, LoansChargedOff, ProvisionExpense,
    ];

    public static Account Of(string number) => All.First(account => account.Number == number);
}

/// <summary>One line of double entry: exactly one of Debit and Credit is positive, the other is zero. Memo says what for, without names.</summary>
public readonly record struct Posting(Account Account, Money Debit, Money Credit, string Memo)
{
    public static Posting Dr(Account account, Money amount, string memo) => new(account, amount, Money.Zero(amount.Currency), memo);

    public static Posting Cr(Account account, Money amount, string memo) => new(account, Money.Zero(amount.Currency), amount, memo);
}
