using System.Security.Cryptography;
using System.Text;
using Lending.Domain;

namespace Lending.Data;

/// <summary>
/// Changes of a Brand's chart of accounts, one way for portal and API. An account that is added or called otherwise moves no money, so one person does it;
/// which account a purpose is booked on is asked for by one person and decided by another.
/// </summary>
public sealed class ChartDesk(Charts charts, AccountChoices choices, ProductVersions versions, Brands brands, Administration administration, TimeProvider clock)
{
    public async Task<Outcome<Account>> AddAsync(Account account, CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.BrandSettings, Level.Write)) return new NotPermitted("BrandSettings Write");
        var chart = await charts.GetAsync(by.Brand, cancellationToken);
        if (chart.Find(account.Number ?? "") is { } there && IsSame(there, account)) return there;
        if (AccountRules.CheckNew(chart, account) is { } refusal) return refusal;
        return await administration.AddAccountAsync(account, by, cancellationToken) ? account : new AccountExists();
    }

    public async Task<Outcome<Account>> RenameAsync(string number, string name, CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.BrandSettings, Level.Write)) return new NotPermitted("BrandSettings Write");
        if ((await charts.GetAsync(by.Brand, cancellationToken)).Find(number) is not { } account) return new AccountNotFound(number);
        if (AccountRules.CheckName(name) is { } refusal) return refusal;
        if (account.Name != name) await administration.RenameAccountAsync(account, name, by, cancellationToken);
        return account with { Name = name };
    }

    /// <summary>Nothing new is booked on it. Refused while new loans would be; loans that post to it go on, and it stays in the books for ever.</summary>
    public async Task<Outcome<Account>> RetireAsync(string number, CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.BrandSettings, Level.All)) return new NotPermitted("BrandSettings All");
        var chart = await charts.GetAsync(by.Brand, cancellationToken);
        if (chart.Find(number) is not { } account) return new AccountNotFound(number);
        if (account.RetiredOn is not null) return account;
        if (await UsedByAsync(chart, account, by.Brand, cancellationToken) is { } used) return new AccountInUse(used);
        var today = (await brands.GetAsync(by.Brand, cancellationToken)).BusinessDate;
        await administration.RetireAccountAsync(account, today, by, cancellationToken);
        return account with { RetiredOn = today };
    }

    /// <summary>Asks that loans paid out from then on post a purpose to another account; null takes the choice back.</summary>
    public async Task<Outcome<AccountChoice>> AskAsync(LedgerPurpose purpose, string? part, string? number, CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.BrandSettings, Level.Write)) return new NotPermitted("BrandSettings Write");
        var id = IdOf(by.CommandId);
        if (await choices.FindAsync(by.Brand, id, cancellationToken) is { } before)
            return (before.Purpose, before.Part, before.Number) == (purpose, part, number) ? before : new CommandIdReused();
        if (await RefusedAsync(new(purpose, number ?? Accounts.For(purpose).Number) { Part = part }, number is null, by.Brand, cancellationToken) is { } refusal) return refusal;
        var choice = new AccountChoice(id, purpose, part, number, AccountChoiceState.Waiting, by.Actor.Id, clock.GetUtcNow(), null, null);
        return await administration.AskAccountChoiceAsync(choice, by, cancellationToken) ? choice : new AccountChoiceWaiting();
    }

    /// <summary>Puts a change in force, or turns it down. Not by the one who asked.</summary>
    public async Task<Outcome<AccountChoice>> DecideAsync(string id, bool approved, CommandContext by, CancellationToken cancellationToken)
    {
        if (!by.Grants.May(Permission.BrandSettings, Level.All)) return new NotPermitted("BrandSettings All");
        if (await choices.FindAsync(by.Brand, id, cancellationToken) is not { } choice) return new AccountChoiceNotFound();
        var wanted = approved ? AccountChoiceState.Approved : AccountChoiceState.TurnedDown;
        if (choice.State is not AccountChoiceState.Waiting) return choice.State == wanted ? choice : new AccountChoiceNotFound();
        if (choice.AskedBy == by.Actor.Id && approved) return new SecondPersonNeeded();
        var mapping = new AccountMapping(choice.Purpose, choice.Number ?? Accounts.For(choice.Purpose).Number) { Part = choice.Part };
        if (approved && await RefusedAsync(mapping, choice.Number is null, by.Brand, cancellationToken) is { } refusal) return refusal;
        return await administration.DecideAccountChoiceAsync(choice, approved, by, cancellationToken)
            ? (await choices.FindAsync(by.Brand, id, cancellationToken))! : new AccountChoiceNotFound();
    }

    /// <summary>A choice that is taken back needs the account that serves instead; for a part that is whatever the rest of the purpose is booked on.</summary>
    private async Task<Refusal?> RefusedAsync(AccountMapping mapping, bool takesBack, string brand, CancellationToken cancellationToken)
    {
        var chart = await charts.GetAsync(brand, cancellationToken);
        var today = (await brands.GetAsync(brand, cancellationToken)).BusinessDate;
        if (takesBack && mapping.Part is not null) mapping = mapping with { Number = chart.For(mapping.Purpose).Number };
        return AccountRules.CheckChoice(chart, mapping, today);
    }

    /// <summary>What still sends new loans there: the Brand's choice, or a product that makes loans or has applications under way.</summary>
    private async Task<string?> UsedByAsync(ChartOfAccounts chart, Account account, string brand, CancellationToken cancellationToken)
    {
        if (!AccountRules.MayBeChosen(account.Purpose) || chart.For(account.Purpose) == account) return "the Brand's choice";
        if (chart.Mapping.FirstOrDefault(each => each.Number == account.Number) is { } choice) return $"the Brand's choice for {choice.Part}";
        var product = (await versions.ListAsync(brand, cancellationToken)).FirstOrDefault(each =>
            (each.State is ProductVersionState.InForce || each.OpenApplications > 0) && each.Product.Accounts.Any(named => named.Number == account.Number));
        return product is null ? null : $"product {product.Product.Code} version {product.Product.Version}";
    }

    /// <summary>The same command asks for the same change, however often it is sent.</summary>
    private static string IdOf(string commandId) => $"AC-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(commandId)))[..16]}";

    private static bool IsSame(Account there, Account asked) =>
        (there.Number, there.Name, there.Purpose, there.ActiveFrom, there.RetiredOn) == (asked.Number, asked.Name, asked.Purpose, asked.ActiveFrom, asked.RetiredOn);
}
