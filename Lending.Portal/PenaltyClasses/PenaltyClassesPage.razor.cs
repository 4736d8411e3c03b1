using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Shell;
using Lending.Portal.SignIn;

namespace Lending.Portal.PenaltyClasses;

/// <summary>The Brand's catalogue of penalty classifications, which products and loans are charged by them, and who changed it (UBU-055, UBU-056).</summary>
public sealed partial class PenaltyClassesPage(
    PenaltyClassifications catalogue, ClassificationDesk desk, ProductVersions products, Administration administration) : StaffPage
{
    private static readonly (string, string)[] Views = [("now", "In force and drafts"), ("all", "All versions"), ("log", "Log")];

    private IReadOnlyList<ClassificationVersion>? _all;
    private IReadOnlyList<ProductVersion> _products = [];
    private IReadOnlyDictionary<string, int> _loans = new Dictionary<string, int>();
    private IReadOnlyList<AdministrativeAct> _acts = [];
    private PenaltyClassDialog? _dialog;
    private PenaltyClassification? _retiring;
    private string _view = "now";
    private string? _text, _currency, _problem, _done;
    private decimal? _min, _max;
    private bool _sending;

    private bool MayWrite => Person?.Grants.May(Permission.BrandSettings, Level.Write) is true;

    private bool MayDecide => Person?.Grants.May(Permission.BrandSettings, Level.All) is true;

    private bool MaySeeLoans => Person?.Grants.May(Permission.Loans, Level.Read) is true;

    private IReadOnlyList<string?> Currencies => [.. _all!.Select(each => each.Classification.Currency.Code).Distinct(StringComparer.Ordinal)];

    private IEnumerable<ClassificationVersion> Found => _all!.Where(each =>
        (_view is "all" || each.State is ClassificationState.InForce or ClassificationState.Draft)
        && (_currency is null || each.Classification.Currency.Code == _currency)
        && (_min is not { } min || each.Classification.FromDpd >= min) && (_max is not { } max || (each.Classification.ToDpd ?? int.MaxValue) <= max)
        && (string.IsNullOrWhiteSpace(_text) || $"{each.Classification.Name} {each.Classification.Code}".Contains(_text.Trim(), StringComparison.OrdinalIgnoreCase)));

    protected override async Task LoadAsync()
    {
        _products = await products.ListAsync(Brand, Leaving);
        _loans = await catalogue.LoansAsync(Brand, Leaving);
        _acts = await administration.OfClassificationsAsync(Brand, null, Leaving);
        _all = await catalogue.ListAsync(Brand, Leaving);
    }

    /// <summary>Products in force that have this very version.</summary>
    private IEnumerable<ProductVersion> UsersOf(PenaltyClassification item) => _products.Where(each => each.State is ProductVersionState.InForce
        && each.Product.LateCharges is { } late && late.Bands.Any(band => band.Classification == item.Code && band.ClassificationVersion == item.Version));

    /// <summary>Loans are counted by code, whatever version they have, and shown once.</summary>
    private bool IsFirst(ClassificationVersion each) => ReferenceEquals(Found.First(other => other.Classification.Code == each.Classification.Code), each);

    private async Task<string?> SaveAsync(PenaltyClassification asked, bool isNew, string commandId)
    {
        var added = await desk.AddAsync(asked, isNew, StaffSession.ContextOf(Person!, commandId), Leaving);
        if (added.IsRefused) return Sentence(added.Refusal);
        await SayAsync($"Version {added.Value.Classification.Version} of {asked.Code} is kept. Products can take it once somebody else puts it in force.");
        return null;
    }

    private Task ActivateAsync(PenaltyClassification item) => DoAsync(async by =>
    {
        var activated = await desk.ActivateAsync(item.Code, item.Version, by, Leaving);
        return activated.IsRefused ? (Sentence(activated.Refusal), null)
            : (null, $"Version {item.Version} of {item.Code} is in force. Products take it with their next version; loans keep what they have.");
    });

    private Task RetireAsync(PenaltyClassification item) => DoAsync(async by =>
    {
        var retired = await desk.RetireAsync(item.Code, by, Leaving);
        _retiring = null;
        return retired.IsRefused ? (Sentence(retired.Refusal), null) : (null, $"{item.Code} is retired. Loans that have it go on.");
    });

    private async Task DoAsync(Func<CommandContext, Task<(string? Problem, string? Done)>> act)
    {
        if (_sending) return;
        _sending = true;
        var (problem, done) = await act(StaffSession.ContextOf(Person!, $"class-{Guid.CreateVersion7():N}"));
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

    private static string Sentence(Refusal refusal) => refusal switch
    {
        SecondPersonNeeded => "You added this version, so another person has to put it in force.",
        InputInvalid invalid => $"{invalid.Input}: {invalid.Problem}",
        _ => refusal.Message,
    };

    private static string ActOf(string what) => what switch
    {
        Administration.ClassificationAdded => "Version added",
        Administration.ClassificationActivated => "Put in force",
        Administration.ClassificationRetired => "Retired",
        _ => what,
    };

    private static StatusLook LookOf(ClassificationState state) => state switch
    {
        ClassificationState.InForce => new("In force", Tone.Good, "checkmark_circle_16_regular"),
        ClassificationState.Draft => new("Draft", Tone.Info, "clock_16_regular"),
        ClassificationState.Replaced => new("Replaced", Tone.Neutral, "history_16_regular"),
        _ => new("Retired", Tone.Warn, "prohibited_16_regular"),
    };
}
