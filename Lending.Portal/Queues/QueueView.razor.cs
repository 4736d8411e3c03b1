using System.Collections.Immutable;
using System.Globalization;
using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Queues;

/// <summary>One work queue. New cases wait behind a count until asked for; everything else keeps itself up to date.</summary>
public sealed partial class QueueView(WorkQueueQuery queues, LoanListQuery loans, Products products, RecordWatch watch, ShellState shell) : ComponentBase, IDisposable
{
    // A queue of a whole Brand changes often; its figures are asked for once in a while, not for every change.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _leaving = new();
    private DataTable<LoanListRow>? _table;
    private LoanListRow? _peek;
    private LoanListRow? _first;
    private IDisposable? _watching;
    private HashSet<string> _inDays = [];
    private string? _asked;
    private int _loadedCount;
    private int _new;

    [Parameter, EditorRequired] public string Title { get; set; } = "";
    [Parameter, EditorRequired] public string Brand { get; set; } = "";
    [Parameter, EditorRequired] public WorkQueue Queue { get; set; }
    [Parameter] public string Noun { get; set; } = "applications";
    [Parameter] public string CountLabel { get; set; } = "To decide";
    [Parameter] public string AmountLabel { get; set; } = "Asked";
    [Parameter] public string? EmptyText { get; set; }
    [Parameter] public string OpenVerb { get; set; } = "Open file";

    /// <summary>Where a row leads; the loan's file when not given.</summary>
    [Parameter] public Func<LoanListRow, string>? RowHref { get; set; }

    /// <summary>Offers Take next: called with the case that waits longest.</summary>
    [Parameter] public EventCallback<LoanListRow> OnTake { get; set; }

    private QueueCounts Counts { get; set; } = QueueCounts.None;

    // The queues of applications are lists by status, with search and sums; the others have an order of their own.
    private ImmutableArray<PublishedStatus> Statuses => Queue switch
    {
        WorkQueue.Credit => [PublishedStatus.Pending],
        WorkQueue.SentBack => [PublishedStatus.SentBack],
        WorkQueue.Sanction => [PublishedStatus.CxApproved],
        _ => [],
    };

    protected override async Task OnInitializedAsync()
    {
        Counts = await QueueCounts.LoadAsync(queues, Brand, _leaving.Token);
        _inDays = [.. (await products.EveryAsync(Brand, _leaving.Token)).Where(product => product.Plan is RepaymentPlan.Payday).Select(product => product.Code)];
        _watching = watch.Watch(Brand, null, RecountAsync, Settling);
        if (OnTake.HasDelegate)
            shell.Offer([new PageAction("Take next", Title, "arrow_circle_right_16_regular", "N", () => InvokeAsync(TakeNextAsync))]);
    }

    public void Dispose()
    {
        _watching?.Dispose();
        _leaving.Cancel();
        shell.Offer([]);
    }

    private async Task<DataTablePage<LoanListRow>> LoadPageAsync(DataTableRequest request, CancellationToken cancellationToken)
    {
        var first = request.AfterKey is null;
        if (Statuses.Length > 0)
        {
            var list = await loans.RunAsync(Brand, new LoanFilter(Statuses, Text: request.Search), LoanSort.WaitingSince, false, request.AfterKey, request.Take, cancellationToken);
            if (first) Remember(list.Rows, list.Count, request.Search is null, list.Totals is [var sum] ? MoneyFormat.Compact(sum.Requested) : null);
            return new(list.Rows, list.Count, Totals(list.Count, list.Totals is [var total] ? total.Requested : null), list.Next);
        }

        var page = await queues.RunAsync(Brand, Queue, request.AfterKey, request.Take, cancellationToken);
        if (first)
        {
            Counts = await QueueCounts.LoadAsync(queues, Brand, cancellationToken);
            Remember(page.Rows, Counts.Of(Queue) ?? page.Rows.Count, true, null);
        }

        return new(page.Rows, _loadedCount, Totals(_loadedCount, null), page.Next);
    }

    private void Remember(IReadOnlyList<LoanListRow> rows, int count, bool whole, string? asked)
    {
        if (!whole) return;
        (_loadedCount, _new, _asked) = (count, 0, asked);
        _first = rows.Count > 0 ? rows[0] : null;
        StateHasChanged();
    }

    private static Dictionary<string, string> Totals(int count, Money? amount)
    {
        var totals = new Dictionary<string, string> { ["id"] = $"{MoneyFormat.Count(count)} in all" };
        if (amount is { } sum) totals["asked"] = MoneyFormat.ShortCell(sum);
        return totals;
    }

    private Task RecountAsync() => _leaving.IsCancellationRequested ? Task.CompletedTask : InvokeAsync(async () =>
    {
        Counts = await QueueCounts.LoadAsync(queues, Brand, _leaving.Token);
        var count = Counts.Of(Queue) ?? 0;
        if (count > _loadedCount) _new = count - _loadedCount;
        else if (count < _loadedCount && _table is not null) await _table.RefreshAsync();
        await shell.ReloadAsync(_leaving.Token);
        StateHasChanged();
    });

    private Task TakeNextAsync() => _first is { } row ? OnTake.InvokeAsync(row) : Task.CompletedTask;

    private string HrefOf(LoanListRow row) => RowHref?.Invoke(row) ?? $"/loans/{row.Id}";

    private Money AmountOf(LoanListRow row) => Queue switch
    {
        WorkQueue.Sanction => row.Recommended ?? row.Requested,
        WorkQueue.Disbursal or WorkQueue.DisbursalApproval or WorkQueue.FailedPayout or WorkQueue.PayoutUnderWay => row.Net ?? row.Requested,
        WorkQueue.PaymentsToConfirm => row.ToConfirm ?? row.Requested,
        _ => row.Requested,
    };

    // What is paid or booked is told to the paisa; what is asked for is mostly a round sum.
    private string CellOf(LoanListRow row) => Queue is WorkQueue.Credit or WorkQueue.SentBack or WorkQueue.Sanction ? MoneyFormat.ShortCell(AmountOf(row)) : MoneyFormat.Cell(AmountOf(row));

    private string TermOf(LoanListRow row) => $"{row.Tenure} {(_inDays.Contains(row.ProductCode) ? "days" : row.Tenure == 1 ? "month" : "months")}";

    private object StateOf(LoanListRow row) => Queue switch
    {
        WorkQueue.FailedPayout => "failed",
        WorkQueue.DisbursalApproval or WorkQueue.PayoutUnderWay => row.Account,
        _ => row.Status,
    };

    private static string Plain(Money money) => money.Major.ToString("F" + money.Currency.Decimals, CultureInfo.InvariantCulture);
}
