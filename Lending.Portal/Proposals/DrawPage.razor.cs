using Lending.Data;
using Lending.Domain;
using Lending.Portal.Commands;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Loans;
using Lending.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Proposals;

/// <summary>The maker's half of a draw that staff ask for on behalf of the borrower.</summary>
public sealed partial class DrawPage(LoanFileQuery files, LoanDesk desk, RecordWatch watch) : StaffPage
{
    private readonly CommandTicket _ticket = new();
    private LoanFile? _file;
    private MoneyInput? _amountBox;
    private IDisposable? _watching;
    private Money? _amount;
    private string _drawId = NewId();
    private string _channel = PayoutChannels.Imps;
    private string? _problem;
    private string? _done;
    private bool _missing;
    private bool _sending;

    [Parameter] public string Id { get; set; } = "";

    private LineFigures Line => LineHead.Of(_file!);

    private Money Net => _amount is { } amount ? Charges.NetOf(amount, Taken(amount)) : Money.Zero(_file!.State.Currency);

    private IReadOnlyList<KeyLine> Made => _amount is { IsPositive: true } amount
        ? [new("Drawn from the line", MoneyFormat.Cell(amount)), .. Taken(amount).Select(charge => new KeyLine(charge.Tax.IsZero ? charge.Name : $"{charge.Name} with tax", MoneyFormat.Cell(-charge.Total)))]
        : [];

    protected override async Task LoadAsync()
    {
        var file = await files.RunAsync(Brand, Id, Leaving);
        (_file, _missing) = file is { State.Line: not null } ? (file, false) : (null, true);
    }

    protected override Task StartedAsync()
    {
        _watching = watch.Watch(Brand, Id, ReloadAndDrawAsync);
        Shell.Offer([new PageAction("Ask for a draw", Id, "arrow_circle_right_16_regular", "Ctrl+Enter", () => InvokeAsync(SendAsync))]);
        return Task.CompletedTask;
    }

    protected override void Left() => _watching?.Dispose();

    private static string NewId() => $"draw-{Guid.CreateVersion7():n}";

    private System.Collections.Immutable.ImmutableArray<Charge> Taken(Money amount) => _file!.Product is { } product ? Charges.OfDraw(product, amount) : [];

    private async Task SendAsync()
    {
        if (_sending || _file is null || _amountBox?.Check() == false || _amount is not { } amount) return;
        _sending = true;
        _problem = await desk.GiveAsync(Id, new RequestDraw(_drawId, amount, _channel), _ticket, _file.Version, Leaving);
        _sending = false;
        if (_problem is null)
        {
            _done = $"{MoneyFormat.Full(amount)} asked for. Another person approves it.";
            (_drawId, _amount) = (NewId(), null);
            await Shell.ReloadAsync();
        }

        await ReloadAndDrawAsync();
    }
}
