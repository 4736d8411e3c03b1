using System.Collections.Immutable;
using Lending.Data;
using Lending.Domain;
using Lending.Portal.Commands;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Proposals;

/// <summary>Records money that came by hand. Nothing is booked until another person approves it.</summary>
public sealed partial class RecordPaymentPage(
    LoanFileQuery files, Brands brands, LoanDesk desk, RecordWatch watch, Journal journal, TimeProvider clock) : StaffPage
{
    private readonly CommandTicket _ticket = new();
    private PaymentForm _form = new("");
    private LoanFile? _file;
    private Brand? _brand;
    private DraftGuard<PaymentForm>? _guard;
    private MoneyInput? _amount;
    private DateInput? _date;
    private TextBox? _reference;
    private TextBox? _note;
    private IDisposable? _watching;
    private PaymentPreview? _preview;
    private ImmutableArray<LoanEvent>? _history;
    private int _previewed;
    private string? _problem;
    private string? _done;
    private bool _missing;
    private bool _sending;

    [Parameter] public string Id { get; set; } = "";

    private Money? AmountNow => _form.Amount is { } minor && _file is not null ? new Money(minor, _file.State.Currency) : null;

    private static string Owed(LoanFile file) => file.State.Account switch
    {
        AccountState.Active => $"Overdue {MoneyFormat.Full(file.Figures.OverdueAmount)}, to close today {MoneyFormat.Full(file.Figures.Payoff)}",
        AccountState.WrittenOff => $"Written off and not recovered: {MoneyFormat.Full(LoanFigures.LossLeftOf(file.State))}",
        _ => "The loan has ended: it is kept for the borrower",
    };

    private string Consequence => _preview is { Closes: true }
        ? "It pays the whole loan: after approval the loan closes and the borrower gets the no-due certificate. Nothing is booked before."
        : "Nothing is booked yet. Another person approves with their 6-digit code; then the borrower is told what was received.";

    protected override async Task LoadAsync()
    {
        var file = await files.RunAsync(Brand, Id, Leaving);
        _brand = await brands.GetAsync(Brand, Leaving);
        (_file, _missing, _history) = (file, file is null, null);
        if (_form.PaymentId.Length == 0) _form = PaymentForm.New(Today);
        await PreviewAsync();
    }

    protected override Task StartedAsync()
    {
        _watching = watch.Watch(Brand, Id, ReloadAndDrawAsync);
        Shell.Offer([new PageAction("Record payment", Id, "receipt_16_regular", "Ctrl+Enter", () => InvokeAsync(SendAsync))]);
        return Task.CompletedTask;
    }

    protected override void Left() => _watching?.Dispose();

    private Task AmountChangedAsync(Money? value) => ChangeAsync(_form with { Amount = value?.Minor });

    private Task ChangeAsync(PaymentForm form)
    {
        (_form, _done) = (form, null);
        return PreviewAsync();
    }

    /// <summary>What the rules would do with the money if it were approved now, on the day it came.</summary>
    private async Task PreviewAsync()
    {
        var turn = ++_previewed;
        var preview = AmountNow is { IsPositive: true } amount && _form.ReceivedOn is { } on && on <= Today && _file is not null && _brand is not null && Person is not null
            ? await PaymentPreview.OfAsync(
                _file, _brand, new ProposePayment(_form.PaymentId, amount, _form.Channel, "preview", on, "preview"), _form.PaymentId, Person, HistoryAsync, clock.GetUtcNow())
            : null;
        if (turn == _previewed) _preview = preview;
    }

    private async Task<ImmutableArray<LoanEvent>> HistoryAsync() => _history ??= await journal.EventsAsync(Brand, Id, Leaving);

    private async Task SendAsync()
    {
        if (_sending || _file is null) return;
        var complete = _amount?.Check() != false & _reference?.Check() != false & _date?.Check() != false & _note?.Check() != false;
        if (!complete || AmountNow is not { } amount || _form.ReceivedOn is not { } on) return;

        _sending = true;
        var command = new ProposePayment(_form.PaymentId, amount, _form.Channel, _form.Reference!.Trim(), on, _form.Note!.Trim());
        _problem = await desk.GiveAsync(Id, command, _ticket, null, Leaving);
        _sending = false;
        if (_problem is null)
        {
            _done = $"{MoneyFormat.Full(amount)} recorded. It waits for another person.";
            _form = PaymentForm.New(Today);
            if (_guard is not null) await _guard.DropAsync();
            await Shell.ReloadAsync();
        }

        await ReloadAndDrawAsync();
    }
}
