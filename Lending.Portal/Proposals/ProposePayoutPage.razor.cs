using Lending.Data;
using Lending.Domain;
using Lending.Portal.Commands;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Proposals;

/// <summary>The maker's half of a payout.</summary>
public sealed partial class ProposePayoutPage(LoanFileQuery files, CustomerFileQuery customers, LoanDesk desk, RecordWatch watch) : StaffPage
{
    private static readonly (string Code, string Speed)[] Channels = [("IMPS", "about 30 s"), ("NEFT", "half-hourly")];

    private readonly CommandTicket _ticket = new();
    private LoanFile? _file;
    private VerifiedAccount? _account;
    private IDisposable? _watching;
    private string _channel = "IMPS";
    private string? _problem;
    private bool _missing;
    private bool _sending;

    [Parameter] public string Id { get; set; } = "";

    private IReadOnlyList<KeyLine> Party =>
    [
        new("Account", _account?.AccountNumber.Mask ?? "–"), new("IFSC", _account?.Ifsc ?? "–"), new("Holder at bank", _account?.HolderAtBank.Mask ?? "–"),
        new("Name match", _account is null ? "–" : $"{_account.NameMatchPercent} %, needs {CustomerDecider.NameMatchNeeded} %", _account?.Verified == true ? Tone.Good : Tone.Bad),
        new("Penny drop", _account is null ? "–" : Dates.Instant(_account.CheckedAt, Zone)),
        new("Reference of it", _account?.ProviderReference ?? "–"),
    ];

    protected override async Task LoadAsync()
    {
        var file = await files.RunAsync(Brand, Id, Leaving);
        (_file, _missing) = (file, file is null);
        if (file is not null) _account = (await customers.RunAsync(Brand, file.State.CustomerId, Leaving))?.State.BankAccount;
    }

    protected override Task StartedAsync()
    {
        _watching = watch.Watch(Brand, Id, ReloadAndDrawAsync);
        Shell.Offer([new PageAction("Propose payout", Id, "arrow_circle_right_16_regular", "Ctrl+Enter", () => InvokeAsync(SendAsync))]);
        return Task.CompletedTask;
    }

    protected override void Left() => _watching?.Dispose();

    private async Task SendAsync()
    {
        if (_sending || _file is null) return;
        _sending = true;
        _problem = await desk.GiveAsync(Id, new ProposeDisbursement(_channel), _ticket, _file.Version, Leaving);
        _sending = false;
        if (_problem is null) await Shell.ReloadAsync();
        await ReloadAndDrawAsync();
    }
}
