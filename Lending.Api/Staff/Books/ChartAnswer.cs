using System.Collections.Immutable;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Staff.Books;

/// <summary>An account of the chart. Standard accounts are every Brand's; Balances are debit less credit today, one per currency, none before anything is posted.</summary>
public sealed record AccountAnswer(
    string Number, string Name, string Kind, string Purpose, bool IsStandard, DateOnly? ActiveFrom, DateOnly? RetiredOn, ImmutableArray<MoneyAnswer> Balances)
{
    public static AccountAnswer Of(Account account, TrialBalance? books = null) => new(
        account.Number, account.Name, LoanViews.NameOf(account.Kind), LoanViews.NameOf(account.Purpose), Accounts.All.Contains(account), account.ActiveFrom,
        account.RetiredOn, books is null ? [] : [.. books.Accounts.Where(line => line.Account == account).Select(line => MoneyAnswer.Of(line.Balance))]);
}

/// <summary>Where loans paid out from now on post a purpose, or a channel of it.</summary>
public sealed record ChosenAccountAnswer(string Purpose, string? Part, string Account);

/// <summary>A change of a choice. State is waiting, approved or turned_down; Account is null where the choice is taken back.</summary>
public sealed record AccountChoiceAnswer(
    string Id, string Purpose, string? Part, string? Account, string State, string AskedBy, DateTimeOffset AskedAt, string? DecidedBy, DateTimeOffset? DecidedAt)
{
    public static AccountChoiceAnswer Of(AccountChoice choice) => new(
        choice.Id, LoanViews.NameOf(choice.Purpose), choice.Part, choice.Number, LoanViews.NameOf(choice.State), choice.AskedBy, choice.AskedAt, choice.DecidedBy,
        choice.DecidedAt);
}

/// <summary>The chart with what is on it, which account serves each purpose for loans to come, and the changes of that.</summary>
public sealed record ChartAnswer(ImmutableArray<AccountAnswer> Accounts, ImmutableArray<ChosenAccountAnswer> Chosen, ImmutableArray<AccountChoiceAnswer> Changes)
{
    public static ChartAnswer Of(ChartOfAccounts chart, TrialBalance books, IReadOnlyList<AccountChoice> changes) => new(
        [.. chart.Accounts.Select(account => AccountAnswer.Of(account, books))],
        [
            .. Enum.GetValues<LedgerPurpose>().Select(purpose => new ChosenAccountAnswer(LoanViews.NameOf(purpose), null, chart.For(purpose).Number)),
            .. chart.Mapping.Where(each => each.Part is not null).Select(each => new ChosenAccountAnswer(LoanViews.NameOf(each.Purpose), each.Part, each.Number)),
        ],
        [.. changes.Select(AccountChoiceAnswer.Of)]);
}
