using Lending.Data;
using Lending.Domain;
using Lending.Portal.Commands;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Proposals;

/// <summary>Records money that came by hand. Nothing is booked until another person approves it.</summary>
public sealed partial class RecordPaymentPage(LoanFileQuery files, Brands brands, LoanDesk desk, RecordWatch watch, TimeProvider clock) : StaffPage
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
    private IReadOnlyList<KeyLine> _preview = [];
    private string? _problem;
    private string? _done;
    private bool _missing;
    private bool _sending;

    [Parameter] public string Id { get; set; } = "";

    private Money? AmountNow => _form.Amount is { } minor && _file is not null ? new Money(minor, _file.State.Currency) : null;

    private string Consequence => AmountNow is { } amount && _file is not null && amount >= _file.Figures.Payoff && _file.Figures.Payoff.IsPositive
        ? "It pays the whole loan: after approval the loan closes and the borrower gets the no-due certificate. Nothing is booked before."
        : "Nothing is booked yet. Another person approves with their 6-digit code; then the borrower is told what was received.";

    protected override async Task LoadAsync()
    {
        var file = await files.RunAsync(Brand, Id, Leaving);
        _brand = await brands.GetAsync(Brand, Leaving);
        (_file, _missing) = (file, file is null);
        if (_form.PaymentId.Length == 0) _form = PaymentForm.New(Today);
        Preview();
    }

    protected override Task StartedAsync()
    {
        _watching = watch.Watch(Brand, Id, ReloadAndDrawAsync);
        Shell.Offer([new PageAction("Record payment", Id, "receipt_16_regular", "Ctrl+Enter", () => InvokeAsync(SendAsync))]);
        return Task.CompletedTask;
    }

    protected override void Left() => _watching?.Dispose();

    private void AmountChanged(Money? value) => Change(_form with { Amount = value?.Minor });

    private void Restored(PaymentForm draft) => Change(draft);

    private void Change(PaymentForm form)
    {
        (_form, _done) = (form, null);
        Preview();
    }

    /// <summary>What the rules would do with the amount if it were approved now.</summary>
    private void Preview()
    {
        _preview = AmountNow is { } amount && _file is not null && _brand is not null ? PaymentPreview.Of(_file, _brand, amount, clock.GetUtcNow()) : [];
    }

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
