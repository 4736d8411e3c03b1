using System.Collections.Immutable;
using System.Globalization;
using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Loans;

/// <summary>All loans and applications of the Brand. The filter lives in the address, the totals are of the whole filter.</summary>
public sealed partial class LoansPage(LoanListQuery loans, Products products, PenaltyClassifications classifications) : StaffPage
{
    private static readonly IReadOnlyList<SavedView> Views = [new("all", "All"), new("active", "Active"), new("late", "Late"), new("applications", "Applications"), new("closed", "Closed")];

    private static readonly ImmutableArray<PublishedStatus> Applications =
    [
        PublishedStatus.Onboarding, PublishedStatus.Pending, PublishedStatus.SentBack, PublishedStatus.CxApproved, PublishedStatus.SmApproved,
        PublishedStatus.Approved, PublishedStatus.AwaitingDisbursal,
    ];

    private IReadOnlyList<FilterDefinition> _filters = [];
    private IReadOnlyList<SortBy> _sort = [];
    private FilterValue _filter = FilterValue.None;
    private IReadOnlyList<LoanProduct> _offered = [];
    private IReadOnlyDictionary<string, ImmutableArray<ClassifiedDays>> _classified = ImmutableDictionary<string, ImmutableArray<ClassifiedDays>>.Empty;
    private string _summary = "";

    protected override async Task LoadAsync()
    {
        _filter = FilterValue.FromQuery(Navigation.Uri);
        var offered = _offered = await products.EveryAsync(Brand, Leaving);
        FilterOption[] bands = [.. offered.SelectMany(product => (product.LateCharges?.Bands ?? []).Select(band => new FilterOption($"{product.Code}/{band.Name}", $"{product.Name}: {band.Name}")))];
        FilterOption[] classes = [.. (await classifications.ListAsync(Brand, Leaving)).DistinctBy(each => each.Classification.Code)
            .Select(each => new FilterOption(each.Classification.Code, $"{each.Classification.Code}: {each.Classification.Name}"))];
        await LoadClassifiedAsync();
        _filters =
        [
            new("status", "State", [.. Enum.GetValues<PublishedStatus>().Select(status => new FilterOption(status.ToString(), StatusLooks.Of(status).Word))]),
            new("product", "Product", [.. offered.Select(product => new FilterOption(product.Code, product.Name))]),
            new("dpd", "Days past due", [.. Buckets(), .. AskedDays()]),
            new("class", "Class", [.. Enum.GetValues<AssetClass>().Select(value => new FilterOption(value.ToString(), ClassWords.Of(value)))]),
            .. classes.Length == 0 ? [] : (FilterDefinition[])[new("classification", "Penalty class", classes)],
            .. bands.Length == 0 ? [] : (FilterDefinition[])[new("band", "Late charge band", bands)],
        ];
    }

    private async Task<DataTablePage<LoanListRow>> LoadPageAsync(DataTableRequest request, CancellationToken cancellationToken)
    {
        var (sort, descending) = SortOf(request.Sorts);
        var page = await loans.RunAsync(Brand, FilterNow(request.Search), sort, descending, request.AfterKey, request.Take, cancellationToken);
        var totals = new Dictionary<string, string> { ["id"] = $"{MoneyFormat.Count(page.Count)} in all" };

        // Amounts of different currencies have no sum; then each currency would need a line of its own.
        if (page.Totals is [var total])
        {
            totals["outstanding"] = MoneyFormat.Cell(total.PrincipalOutstanding);
            totals["overdue"] = MoneyFormat.Cell(total.Overdue);
            totals["payoff"] = MoneyFormat.Cell(total.Payoff);
            if (request.AfterKey is null) Summarise(page.Count, total);
        }
        else if (request.AfterKey is null)
        {
            Summarise(page.Count, null);
        }

        return new(page.Rows, page.Count, totals, page.Next);
    }

    private void Summarise(int count, LoanTotals? total)
    {
        var text = total is null
            ? $"{MoneyFormat.Count(count)} in this filter"
            : $"{MoneyFormat.Count(count)} in this filter, {MoneyFormat.Compact(total.PrincipalOutstanding)} principal left, {MoneyFormat.Compact(total.Overdue)} overdue";
        if (text == _summary) return;
        _summary = text;
        StateHasChanged();
    }

    private LoanFilter FilterNow(string? text)
    {
        var chosen = _filter.Of("status");
        var statuses = chosen.Count > 0
            ? [.. chosen.Where(name => Enum.IsDefined(typeof(PublishedStatus), name)).Select(Enum.Parse<PublishedStatus>)]
            : _filter.View switch
            {
                "active" => [PublishedStatus.Active, PublishedStatus.PartiallyPaid, PublishedStatus.Overdue, PublishedStatus.Defaulted, PublishedStatus.Frozen, PublishedStatus.InDispute],
                "late" => [PublishedStatus.Overdue, PublishedStatus.Defaulted],
                "applications" => Applications,
                "closed" => [PublishedStatus.Completed, PublishedStatus.WrittenOff, PublishedStatus.Rejected, PublishedStatus.Cancelled],
                _ => ImmutableArray<PublishedStatus>.Empty,
            };
        var product = _filter.Of("product") is { Count: > 0 } codes ? codes[0] : null;
        var days = _filter.Of("dpd").Select(DpdBuckets.Read).OfType<(int From, int? To)>().ToList();
        var classes = _filter.Of("class").Where(name => Enum.IsDefined(typeof(AssetClass), name)).Select(Enum.Parse<AssetClass>);
        var filter = new LoanFilter(
            statuses, product, days.Count == 0 ? null : days.Min(range => range.From), days.Exists(range => range.To is null) ? null : days.Max(range => range.To), text, Classes: [.. classes])
        {
            Classified = _filter.Of("classification") is { Count: > 0 } named ? [.. named.SelectMany(code => _classified.GetValueOrDefault(code, []))] : default,
            Running = days.Count > 0, // An application is no day late, and is not what somebody who asks for a bucket means.
        };
        return _filter.Of("band") is { Count: > 0 } bands && bands[^1].Split('/', 2) is [var code, var band] && _offered.FirstOrDefault(each => each.Code == code) is { } banded
            ? filter.InBand(banded, band) ?? filter
            : filter;
    }

    /// <summary>The Brand's buckets for lists, and what is late at all.</summary>
    private IEnumerable<FilterOption> Buckets()
    {
        var buckets = Shell.Model?.Buckets ?? DpdBuckets.Default;
        return [new("1", "late at all"), .. buckets.Select((bucket, index) => new FilterOption(DpdBuckets.KeyOf(bucket.FromDpd, BucketSets.EndOf(buckets, index)), DpdBuckets.NameOf(bucket)))];
    }

    /// <summary>Days that an address asks for and no bucket of these has, as those of another set.</summary>
    private IEnumerable<FilterOption> AskedDays() =>
        _filter.Of("dpd").Where(key => DpdBuckets.Read(key) is not null && Buckets().All(option => option.Value != key)).Select(key => new FilterOption(key, $"{key.Replace('-', '–')} days"));

    private static (LoanSort Sort, bool Descending) SortOf(IReadOnlyList<SortBy> sorts) => sorts is [var first, ..]
        ? (first.Column switch
        {
            "asked" => LoanSort.Requested,
            "outstanding" => LoanSort.Outstanding,
            "overdue" => LoanSort.Overdue,
            "dpd" => LoanSort.Dpd,
            "due" => LoanSort.NextDue,
            "submitted" => LoanSort.Submitted,
            _ => LoanSort.Id,
        }, first.Descending)
        : (LoanSort.Id, true);

    /// <summary>The days of each classification that is chosen, by product version; read before the list is.</summary>
    private async Task LoadClassifiedAsync()
    {
        var known = _classified.ToDictionary();
        foreach (var code in _filter.Of("classification"))
            if (!known.ContainsKey(code)) known[code] = await classifications.DaysAsync(Brand, code, Leaving);
        _classified = known;
    }

    private async Task FilteredAsync(FilterValue value)
    {
        // The list is narrowed by one product at a time: the newest choice counts.
        var fresh = value.Of("product").Except(_filter.Of("product"));
        _filter = fresh.IsEmpty ? value : value.With("product", fresh);
        await LoadClassifiedAsync();
        ShowInAddress();
    }

    private string? _search;

    private void Searched(string? text) => _search = text;

    private void ShowInAddress()
    {
        // What was searched for may be a person's name or number, and addresses end up in logs.
        var query = _filter.ToQuery();
        Navigation.NavigateTo(query.Length == 0 ? "/loans" : $"/loans?{query}", replace: true);
    }

    private static string Plain(Money money) => money.Major.ToString("F" + money.Currency.Decimals, CultureInfo.InvariantCulture);
}
