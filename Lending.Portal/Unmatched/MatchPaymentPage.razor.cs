using Lending.Data;
using Lending.Domain;
using Lending.Portal.Commands;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Proposals;
using Lending.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Unmatched;

/// <summary>One payment that fits no loan: who finds its loan places it there, another person approves.</summary>
public sealed partial class MatchPaymentPage(
    UnmatchedPaymentsQuery payments, LoanListQuery loans, LoanFileQuery files, Brands brands, MatchDesk desk, RecordWatch watch, Journal journal,
    TimeProvider clock) : StaffPage
{
    private const int FoundMax = 6;

    private readonly CommandTicket _ticket = new();
    private UnmatchedPaymentLine? _payment;
    private IReadOnlyList<LoanListRow> _found = [];
    private PaymentPreview? _preview;
    private LoanFile? _loan;
    private TextBox? _noteBox;
    private IDisposable? _watching;
    private string? _search;
    private string? _note;
    private string? _loanError;
    private string? _problem;
    private bool _searched;
    private bool _missing;
    private bool _sending;

    [Parameter] public string Reference { get; set; } = "";

    private IReadOnlyList<string> Facts =>
        [$"{_payment!.Method.ToUpperInvariant()}{(_payment.Utr is { } utr ? $", UTR {utr}" : null)}", $"their reference {(_payment.ClientReference.Length == 0 ? "–" : _payment.ClientReference)}"];

    private IReadOnlyList<Figure> Figures =>
    [
        new("Received", Dates.Instant(_payment!.ReceivedAt, Zone)),
        new("Why it fits no loan", UnmatchedWords.ReasonOf(_payment.Reason), _payment.NamedLoan is { } named ? $"names {named}" : null),
        new("Waiting", _payment.State is UnmatchedState.Open ? Dates.Age(clock.GetUtcNow() - _payment.ReceivedAt) : "–"),
    ];

    private string Consequence => _loan is null
        ? "Nothing is booked yet. Another person approves with their 6-digit code; then the borrower is told what was received."
        : $"It is proposed for {_loan.Customer?.FullName ?? _loan.Id}. Nothing is booked before another person approves it.";

    // The provider's day in the Brand's time zone, but never after its business date: the books do not know that day yet.
    private DateOnly ReceivedOn
    {
        get
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_payment!.ReceivedAt, Zone).DateTime);
            var last = _loan is { Today: var today } ? today : Today;
            return day < last ? day : last;
        }
    }

    protected override async Task LoadAsync()
    {
        _payment = await payments.FindAsync(Brand, Reference, Leaving);
        _missing = _payment is null;
        if (_payment is { State: UnmatchedState.Open, NamedLoan: { } named } && !_searched && _search is null && await files.RunAsync(Brand, named, Leaving) is not null)
            await SearchAsync(named);
    }

    protected override Task StartedAsync()
    {
        _watching = watch.Watch(Brand, null, ReloadAndDrawAsync, TimeSpan.FromSeconds(1));
        Shell.Offer([new PageAction("Place payment", Reference, "arrow_swap_16_regular", "Ctrl+Enter", () => InvokeAsync(SendAsync))]);
        return Task.CompletedTask;
    }

    protected override void Left() => _watching?.Dispose();

    private async Task SearchAsync(string? text)
    {
        _search = text;
        var typed = text?.Trim() ?? "";
        _searched = typed.Length >= 3;
        // Only loans that were paid out can take money.
        var list = _searched ? await loans.RunAsync(Brand, new LoanFilter([.. PaidOut], Text: typed), LoanSort.Id, true, null, FoundMax, Leaving) : null;
        _found = list?.Rows ?? [];
        if (_loan is not null && _found.All(row => row.Id != _loan.Id)) (_loan, _preview) = (null, null);
    }

    private static IEnumerable<PublishedStatus> PaidOut =>
    [
        PublishedStatus.Active, PublishedStatus.PartiallyPaid, PublishedStatus.Overdue, PublishedStatus.Defaulted, PublishedStatus.Frozen, PublishedStatus.InDispute,
        PublishedStatus.Completed, PublishedStatus.WrittenOff, PublishedStatus.Cancelled,
    ];

    private async Task ChooseAsync(string loanId)
    {
        _loan = await files.RunAsync(Brand, loanId, Leaving);
        (_loanError, _problem) = (null, null);
        _preview = _loan is not null && Person is not null && _payment is { Amount: { } amount } payment
            ? await PaymentPreview.OfAsync(
                _loan, await brands.GetAsync(Brand, Leaving), MatchDesk.CommandOf(payment, amount, ReceivedOn, "preview"), payment.Reference, Person,
                () => journal.EventsAsync(Brand, loanId, Leaving), clock.GetUtcNow())
            : null;
    }

    private async Task SendAsync()
    {
        if (_sending || _payment is not { State: UnmatchedState.Open } payment) return;
        _loanError = _loan is null ? (_found.Count > 0 ? "Choose one of the loans found." : "Find the loan by its number, name or phone.") : null;
        var complete = _noteBox?.Check() != false;
        if (_loan is null || !complete) return;

        _sending = true;
        _problem = await desk.PlaceAsync(payment, _loan.Id, ReceivedOn, _note!.Trim(), _ticket, Leaving);
        _sending = false;
        await Shell.ReloadAsync();
        await ReloadAndDrawAsync();
    }
}
