using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Shell;

namespace Lending.Portal.Reloans;

/// <summary>The re-loan log: offers that wait for staff, those with borrowers, those that ended, and loans after which none was offered.</summary>
public sealed partial class ReloansPage(ReloansQuery reloans, RecordWatch watch) : StaffPage
{
    private static readonly IReadOnlyList<SavedView> Views =
        [new("pending", "To approve"), new("approved", "Approved"), new("ended", "Rejected or cancelled"), new("none", "Not offered"), new("all", "All")];

    private DataTable<ReloanLine>? _table;
    private FilterValue _filter = FilterValue.None;
    private IDisposable? _watching;
    private ReloanLine? _peek;
    private string _summary = "";

    private ReloanFilter FilterNow => _filter.View switch
    {
        "pending" => new([ReloanState.Pending]),
        "approved" => new([ReloanState.Approved]),
        "ended" => new([ReloanState.Rejected, ReloanState.Cancelled]),
        "none" => new([], WithoutOffer: true),
        _ => ReloanFilter.All,
    };

    private string EmptyTitle => _filter.View switch
    {
        "pending" => "No offer waits for approval",
        "approved" => "No offer is approved",
        "ended" => "No offer was rejected or cancelled",
        "none" => "Every loan that was checked brought an offer",
        _ => "No loan was checked yet",
    };

    private const string EmptyText = "A loan is checked when it is closed, if the Brand offers another one to those who repaid. Every check is kept here with its reasons.";

    private static string KeyOf(ReloanLine row) => $"{row.LoanId}/{row.Number}";

    private static string CellOf(Money? amount) => amount is { } money ? MoneyFormat.Cell(money) : "–";

    protected override Task LoadAsync()
    {
        _filter = FilterValue.FromQuery(Navigation.Uri);
        if (_filter.View is null) _filter = _filter.WithView("all");
        return Task.CompletedTask;
    }

    protected override Task StartedAsync()
    {
        _watching = watch.Watch(Brand, null, () => InvokeAsync(RefreshAsync), TimeSpan.FromSeconds(2));
        return Task.CompletedTask;
    }

    protected override void Left() => _watching?.Dispose();

    private async Task<DataTablePage<ReloanLine>> LoadPageAsync(DataTableRequest request, CancellationToken cancellationToken)
    {
        var page = await reloans.RunAsync(Brand, FilterNow, request.AfterKey, request.Take, cancellationToken);
        if (request.AfterKey is null) await SummariseAsync(page, cancellationToken);
        return new(page.Rows, page.Count, new Dictionary<string, string> { ["loan"] = $"{MoneyFormat.Count(page.Count)} in all" }, page.Next);
    }

    private async Task SummariseAsync(ReloanList page, CancellationToken cancellationToken)
    {
        // What is looked at beside the list is shown as it is now.
        if (_peek is { } seen) _peek = page.Rows.FirstOrDefault(row => KeyOf(row) == KeyOf(seen)) ?? seen;
        var pending = await reloans.PendingAsync(Brand, cancellationToken);
        _summary = pending == 0 ? "newest first" : $"newest first, {MoneyFormat.Count(pending)} to approve";
        StateHasChanged();
    }

    private async Task DoneAsync()
    {
        // Decided: it may have left this list, and then it is looked at no more.
        _peek = null;
        await RefreshAsync();
        await Shell.ReloadAsync(Leaving);
    }

    private Task RefreshAsync() => _table?.RefreshAsync() ?? Task.CompletedTask;

    private void Filtered(FilterValue value)
    {
        (_filter, _peek) = (value, null);
        Navigation.NavigateTo($"/re-loans?{value.ToQuery()}", replace: true);
    }
}
