using Lending.Data;
using Lending.Domain;
using Lending.Portal.Commands;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.PaymentLinks;

/// <summary>Has a payment link made and sent to the borrower. The provider is asked through the outbox; the page shows what became of it.</summary>
public sealed partial class SendLinkPage(LoanFileQuery files, PaymentLinksQuery links, LoanDesk desk, RecordWatch watch) : StaffPage
{
    private static readonly int[] DaysOffered = [1, 3, 7, 15, 30];

    private readonly CommandTicket _ticket = new();
    private LoanFile? _file;
    private IReadOnlyList<PaymentLinkLine> _links = [];
    private Money? _amount;
    private MoneyInput? _box;
    private IDisposable? _watching;
    private string? _problem;
    private string? _done;
    private int _days = 3;
    private int _filled;
    private bool _started;
    private bool _missing;
    private bool _sending;

    [Parameter] public string Id { get; set; } = "";

    // Two names for one amount are one choice.
    private IEnumerable<(string Label, Money Amount)> Usual => Named.DistinctBy(usual => usual.Amount);

    private IEnumerable<(string Label, Money Amount)> Named
    {
        get
        {
            var figures = _file!.Figures;
            if (_file.State.Account is AccountState.WrittenOff)
            {
                if (LoanFigures.LossLeftOf(_file.State) is { IsPositive: true } lost) yield return ("Not recovered", lost);
                yield break;
            }

            if (figures.OverdueAmount.IsPositive) yield return ("Overdue", figures.OverdueAmount);
            if (figures.NextDue is { } next && next.Amount.IsPositive) yield return ($"Due {Dates.Date(next.On)}", next.Amount);
            if (figures.Payoff.IsPositive) yield return ("To close", figures.Payoff);
        }
    }

    private static string Most(LoanFile file) => file.State.Account is AccountState.WrittenOff
        ? $"At most {MoneyFormat.Full(LoanFigures.LossLeftOf(file.State))}, which was written off and not recovered"
        : $"At most {MoneyFormat.Full(file.Figures.Payoff)}, which closes the loan today";

    protected override async Task LoadAsync()
    {
        _file = await files.RunAsync(Brand, Id, Leaving);
        _missing = _file is null;
        if (_file is null) return;
        _links = await links.OfLoanAsync(Brand, Id, _file.Today, Leaving);
        if (_started) return;
        _started = true;
        _amount = Usual.Select(usual => (Money?)usual.Amount).FirstOrDefault();
    }

    protected override Task StartedAsync()
    {
        _watching = watch.Watch(Brand, Id, ReloadAndDrawAsync);
        Shell.Offer([new PageAction("Send payment link", Id, "link_16_regular", "Ctrl+Enter", () => InvokeAsync(SendAsync))]);
        return Task.CompletedTask;
    }

    protected override void Left() => _watching?.Dispose();

    // The field keeps its own text; a new key draws it again with the chosen amount.
    private void Use(Money amount) => (_amount, _filled) = (amount, _filled + 1);

    private async Task SendAsync()
    {
        if (_sending || _file is null || _box?.Check() == false || _amount is not { } amount) return;
        _sending = true;
        _done = null;
        _problem = await desk.GiveAsync(Id, new RequestPaymentLink(amount, _days), _ticket, null, Leaving);
        _sending = false;
        if (_problem is null) _done = $"A link for {MoneyFormat.Full(amount)} is being made. It goes to the borrower as soon as the provider has it.";
        await ReloadAndDrawAsync();
    }
}
