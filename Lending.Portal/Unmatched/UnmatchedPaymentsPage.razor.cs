using Lending.Data;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Shell;

namespace Lending.Portal.Unmatched;

/// <summary>Money that gateways reported and that fits no loan: what is still to be placed, what waits for a second person, what is booked.</summary>
public sealed partial class UnmatchedPaymentsPage(UnmatchedPaymentsQuery payments, RecordWatch watch) : StaffPage
{
    private static readonly IReadOnlyList<SavedView> Views = [new("open", "To place"), new("proposed", "Waiting for approval"), new("booked", "Booked"), new("all", "All")];

    private DataTable<UnmatchedPaymentLine>? _table;
    private FilterValue _filter = FilterValue.None;
    private IDisposable? _watching;
    private string _summary = "";

    public static string HrefOf(string reference) => $"/unmatched-payments/{Uri.EscapeDataString(reference)}";

    private UnmatchedState? StateNow => _filter.View switch
    {
        null or "open" => UnmatchedState.Open,
        "proposed" => UnmatchedState.Proposed,
        "booked" => UnmatchedState.Booked,
        _ => null,
    };

    private string EmptyTitle => StateNow switch
    {
        UnmatchedState.Open => "Every payment has found its loan",
        UnmatchedState.Proposed => "None waits for a second person",
        UnmatchedState.Booked => "None was placed by hand yet",
        _ => "No payment was ever without a loan",
    };

    protected override Task LoadAsync()
    {
        _filter = FilterValue.FromQuery(Navigation.Uri);
        return Task.CompletedTask;
    }

    protected override Task StartedAsync()
    {
        _watching = watch.Watch(Brand, null, () => InvokeAsync(() => _table?.RefreshAsync() ?? Task.CompletedTask), TimeSpan.FromSeconds(2));
        return Task.CompletedTask;
    }

    protected override void Left() => _watching?.Dispose();

    private async Task<DataTablePage<UnmatchedPaymentLine>> LoadPageAsync(DataTableRequest request, CancellationToken cancellationToken)
    {
        var page = await payments.RunAsync(Brand, StateNow, request.AfterKey, request.Take, cancellationToken);
        var totals = new Dictionary<string, string> { ["received"] = $"{MoneyFormat.Count(page.Count)} in all" };
        if (page.Totals is [var sum]) totals["amount"] = MoneyFormat.Cell(sum);
        if (request.AfterKey is null) Summarise(page);
        return new(page.Rows, page.Count, totals, page.Next);
    }

    private void Summarise(UnmatchedList page)
    {
        var text = page.Count == 0 ? "" : $"{MoneyFormat.Count(page.Count)}, {string.Join(" and ", page.Totals.Select(MoneyFormat.Full))}";
        if (text == _summary) return;
        _summary = text;
        StateHasChanged();
    }

    private void Filtered(FilterValue value)
    {
        _filter = value;
        var query = value.ToQuery();
        Navigation.NavigateTo(query.Length == 0 ? "/unmatched-payments" : $"/unmatched-payments?{query}", replace: true);
    }
}
