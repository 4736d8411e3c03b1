using System.Collections.Immutable;
using System.Text.Json;
using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Shell;
using Lending.Portal.SignIn;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.ProductEditing;

/// <summary>One product: its settings to read and to change into the next version, and putting a version in force.</summary>
public sealed partial class ProductPage(ProductVersions store, ProductDesk desk, Brands brands, Charts charts, PenaltyClassifications classifications) : StaffPage
{
    private IReadOnlyList<ProductVersion> _versions = [];
    private ProductVersion? _from;
    private LoanProduct? _draft;
    private ImmutableArray<InputInvalid> _faults = [];
    private BusinessCalendar _calendar = BusinessCalendar.EveryDay;
    private ChartOfAccounts _chart = ChartOfAccounts.Standard;
    private IReadOnlyList<PenaltyClassification> _catalogue = [];
    private bool _missing, _sending;
    private string? _problem, _done;
    private string _commandId = NewCommandId();

    [Parameter] public string? Code { get; set; }

    /// <summary>Which version to start from; the newest when left out.</summary>
    [SupplyParameterFromQuery(Name = "version")] public int? Version { get; set; }

    private LoanProduct? Live => _versions.FirstOrDefault(each => each.State is ProductVersionState.InForce)?.Product;

    private bool MayWrite => Person?.Grants.May(Permission.BrandSettings, Level.Write) is true;

    private bool MayActivate => Person?.Grants.May(Permission.BrandSettings, Level.All) is true;

    private bool IsDirty => _draft is not null && _from is not null && TextOf(_draft) != TextOf(ProductSettling.Settle(_from.Product));

    private string Standing => _from is null
        ? "takes no loans until somebody else puts it in force"
        : Live is not { } live ? "no version is in force: no new loans"
        : $"{(live.Version == _from.Product.Version ? "" : $"version {live.Version} is in force, ")}{MoneyFormat.Count(_versions.Sum(each => each.RunningLoans))} open loans keep their version";

    protected override async Task LoadAsync()
    {
        _chart = await charts.GetAsync(Brand, Leaving);
        _catalogue = await classifications.InForceAsync(Brand, Leaving);
        _calendar = (await brands.GetAsync(Brand, Leaving)).Settings.Calendar;
        if (Code is null)
        {
            _draft ??= New();
        }
        else
        {
            _versions = await store.OfAsync(Brand, Code, Leaving);
            _from = _versions.FirstOrDefault(each => each.Product.Version == Version) ?? _versions.FirstOrDefault();
            _missing = _from is null;
            if (_from is not null) _draft = ProductSettling.Settle(_from.Product);
        }

        if (_draft is not null) _faults = FaultsOf(_draft);
    }

    private void Changed(LoanProduct product)
    {
        (_draft, _problem, _done) = (product, null, null);
        _faults = FaultsOf(product);
    }

    /// <summary>What is wrong with the settings, and with the accounts and classifications they name in chart and catalogue as these are.</summary>
    private ImmutableArray<InputInvalid> FaultsOf(LoanProduct product) => ProductRules.Check(product) is { IsEmpty: false } faults ? faults
        : [.. ClassificationRules.Check(product, _catalogue), .. AccountRules.Check(_chart, product, Today)];

    private Task SaveAsync() => DoAsync(async by =>
    {
        if (!_faults.IsEmpty)
        {
            _problem = $"{_faults[0].Input}: {_faults[0].Problem}";
            return;
        }

        var added = _from is null ? await desk.AddAsync(_draft!, by, Leaving) : await desk.AddVersionAsync(Code!, _draft!, by, Leaving);
        if (added.IsRefused)
        {
            _problem = added.Refusal.Message;
            return;
        }

        if (_from is null) Navigation.NavigateTo($"/products/{added.Value.Code}");
        Version = added.Value.Version;
        _done = $"Version {added.Value.Version} is kept. It takes loans once somebody else puts it in force.";
        await ReloadIfKnownAsync();
    });

    private Task ActivateAsync() => DoAsync(async by =>
    {
        var activated = await desk.ActivateAsync(Code!, _from!.Product.Version, by, Leaving);
        (string? problem, string? done) = activated.IsRefused
            ? ((string?)(activated.Refusal is SecondPersonNeeded ? "You added this version, so another person has to put it in force." : activated.Refusal.Message), (string?)null)
            : (null, $"New loans are made under version {activated.Value.Product.Version} from now on.");
        (_problem, _done) = (problem, done);
        await ReloadIfKnownAsync();
    });

    private Task DeactivateAsync() => DoAsync(async by =>
    {
        var all = await desk.DeactivateAsync(Code!, by, Leaving);
        (string? problem, string? done) = all.IsRefused
            ? ((string?)all.Refusal.Message, (string?)null)
            : (null, $"No new loans are made. {MoneyFormat.Count(all.Value.Sum(each => each.RunningLoans))} open loans go on.");
        (_problem, _done) = (problem, done);
        await ReloadIfKnownAsync();
    });

    private Task ReloadIfKnownAsync() => Code is null ? Task.CompletedTask : ReloadAsync();

    private async Task DoAsync(Func<CommandContext, Task> act)
    {
        if (_sending) return;
        _sending = true;
        try
        {
            await act(StaffSession.ContextOf(Person!, _commandId));
            _commandId = NewCommandId();
        }
        finally
        {
            _sending = false;
        }
    }

    private static string NewCommandId() => $"product-{Guid.CreateVersion7():N}";

    private static string TextOf(LoanProduct product) => JsonSerializer.Serialize(product, LendingJson.Options);

    private static LoanProduct New() => new(
        "", 0, "", RepaymentPlan.Emi, Money.Inr(15_000_00), Money.Inr(5_00_000_00), 3, 24, 18m, [], new PenaltyTerms(0.08m)) { Instalments = InstalmentTerms.Monthly };
}
