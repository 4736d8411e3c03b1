using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Shell;
using Lending.Portal.SignIn;

namespace Lending.Portal.Ledger;

/// <summary>The Brand's accounts with what is on them, where loans to come are booked, and who changed that.</summary>
public sealed partial class ChartPage(Charts charts, ChartDesk desk, AccountChoices choices, TrialBalanceQuery books, Administration administration, StaffNames staff) : StaffPage
{
    private static readonly (string, string)[] Views = [("accounts", "Accounts"), ("booked", "Booked on"), ("log", "Log")];

    private ChartOfAccounts? _chart;
    private TrialBalance? _books;
    private IReadOnlyList<AccountChoice> _choices = [];
    private IReadOnlyList<AdministrativeAct> _acts = [];
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();
    private AccountDialog? _account;
    private AccountChoiceDialog? _choose;
    private string _view = "accounts";
    private string? _currency, _problem, _done;
    private bool _sending;

    private bool MayWrite => Person?.Grants.May(Permission.BrandSettings, Level.Write) is true;

    private bool MayDecide => Person?.Grants.May(Permission.BrandSettings, Level.All) is true;

    private IReadOnlyList<AccountChoice> Waiting => [.. _choices.Where(choice => choice.State is AccountChoiceState.Waiting)];

    private IReadOnlyList<string> Currencies => [.. _books!.Accounts.Select(line => line.Balance.Currency.Code).Distinct(StringComparer.Ordinal)];

    private string Shown => _currency ?? Currencies.FirstOrDefault(Currency.Inr.Code);

    private Money Debit => _chart!.Accounts.Select(BalanceOf).Aggregate(Money.Zero(Currency.Of(Shown)), (sum, balance) => balance.IsPositive ? sum + balance : sum);

    private Money Credit => _chart!.Accounts.Select(BalanceOf).Aggregate(Money.Zero(Currency.Of(Shown)), (sum, balance) => balance.IsNegative ? sum - balance : sum);

    private IEnumerable<(LedgerPurpose Purpose, string? Part)> Booked => Enum.GetValues<LedgerPurpose>()
        .SelectMany(purpose => (string?[])[null, .. _chart!.Mapping.Where(each => each.Purpose == purpose && each.Part is not null).Select(each => each.Part)], (purpose, part) => (purpose, part));

    protected override async Task LoadAsync()
    {
        _books = await books.RunAsync(Brand, Today, Leaving);
        _choices = await choices.ListAsync(Brand, Leaving);
        _acts = await administration.OfAccountsAsync(Brand, Leaving);
        _names = await staff.LoadAsync(Leaving);
        _chart = await charts.GetAsync(Brand, Leaving);
    }

    private Money BalanceOf(Account account) =>
        _books!.Accounts.FirstOrDefault(line => line.Account == account && line.Balance.Currency.Code == Shown)?.Balance ?? Money.Zero(Currency.Of(Shown));

    private bool IsChosen(Account account) => _chart!.For(account.Purpose) == account || _chart.Mapping.Any(each => each.Number == account.Number);

    private string NameOf(string id) => _names.GetValueOrDefault(id, id);

    private static string ActOf(string what) => what switch
    {
        Administration.AccountAdded => "Account added",
        Administration.AccountRenamed => "Account renamed",
        Administration.AccountRetired => "Account retired",
        Administration.AccountChoiceAsked => "Other account asked for",
        Administration.AccountChosen => "Other account in force",
        Administration.AccountChoiceTurnedDown => "Other account turned down",
        _ => what,
    };

    /// <summary>Adds the account, or calls it otherwise when it is there; answers what went wrong, or null.</summary>
    private async Task<string?> SaveAsync(Account account, bool isNew, string commandId)
    {
        var by = StaffSession.ContextOf(Person!, commandId);
        var saved = isNew ? await desk.AddAsync(account, by, Leaving) : await desk.RenameAsync(account.Number, account.Name, by, Leaving);
        if (saved.IsRefused) return Sentence(saved.Refusal);
        await SayAsync(isNew ? $"Account {account.Number} is in the chart. Nothing is booked on it until it is chosen." : $"Account {account.Number} is called {account.Name}.");
        return null;
    }

    private async Task<string?> AskAsync(LedgerPurpose purpose, string? part, string? number, string commandId)
    {
        var asked = await desk.AskAsync(purpose, part, number, StaffSession.ContextOf(Person!, commandId), Leaving);
        if (asked.IsRefused) return Sentence(asked.Refusal);
        await SayAsync("It is booked there once somebody else puts it in force, for loans paid out from then on.");
        return null;
    }

    private Task DecideAsync(AccountChoice choice, bool approved) => DoAsync(async by =>
    {
        var decided = await desk.DecideAsync(choice.Id, approved, by, Leaving);
        return decided.IsRefused ? (Sentence(decided.Refusal), null)
            : (null, approved ? $"{LedgerWords.NameOf(choice.Purpose, choice.Part)} of loans paid out from now on is booked there." : "It stays as it was.");
    });

    private Task RetireAsync(Account account) => DoAsync(async by =>
    {
        var retired = await desk.RetireAsync(account.Number, by, Leaving);
        return retired.IsRefused ? (Sentence(retired.Refusal), null) : (null, $"Account {account.Number} is retired. Loans that post to it go on.");
    });

    private async Task DoAsync(Func<CommandContext, Task<(string? Problem, string? Done)>> act)
    {
        if (_sending) return;
        _sending = true;
        var (problem, done) = await act(StaffSession.ContextOf(Person!, $"chart-{Guid.CreateVersion7():N}"));
        _sending = false;
        if (done is not null) await SayAsync(done);
        else (_problem, _done) = (problem, null);
    }

    private async Task SayAsync(string done)
    {
        await ReloadAsync();
        (_problem, _done) = (null, done);
        StateHasChanged();
    }

    private static string Sentence(Refusal refusal) =>
        refusal is SecondPersonNeeded ? "You asked for this, so another person has to put it in force." : refusal is InputInvalid invalid ? $"{invalid.Input}: {invalid.Problem}" : refusal.Message;
}
