using Lending.Data;
using Lending.Domain;
using Lending.Portal.Commands;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Loans;
using Lending.Portal.Shell;
using Lending.Portal.SignIn;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Decisions;

/// <summary>Credit and sanction decisions: what is asked, what it would cost, and the decision beside it.</summary>
public sealed partial class DecidePage(LoanFileQuery files, TimelineQuery timeline, Brands brands, LoanDesk desk, StaffNames names, RecordWatch watch, TimeProvider clock) : StaffPage
{
    private static readonly IReadOnlyList<FileTab> Tabs = [new("memo", "Appraisal memo"), new("customer", "Profile and KYC"), new("events", "Events")];

    private readonly CommandTicket _ticket = new();
    private LoanFile? _file;
    private Brand? _brand;
    private IReadOnlyList<DecisionOption> _options = [];
    private IReadOnlyList<Components.TimelineEntry> _stream = [];
    private DecisionTerms? _terms;
    private TermOverrides _own = new();
    private OwnTermsInputs? _termsInputs;
    private LoanQuote? _quote;
    private IDisposable? _watching;
    private string? _refusal;
    private string? _recommendedBy;
    private string _tab = "memo";
    private bool _missing;
    private bool _changed;
    private bool _sent;

    [Parameter] public string Id { get; set; } = "";

    private bool IsSanction => _file?.State.Application is ApplicationState.CreditApproved
        || (_file?.State.Application is not ApplicationState.Pending && Person?.May(Permission.SanctionManager, Level.Write) == true);

    private string QueueHref => IsSanction ? "/sanction" : "/queue";

    private Money? Most => IsSanction ? _file!.State.Recommended ?? _file.State.Requested : _file!.State.Requested;

    private IReadOnlyList<string> Facts =>
    [
        $"{_file!.Product?.Name ?? _file.State.ProductCode}, version {_file.State.ProductVersion}",
        $"asks {MoneyFormat.Full(_file.State.Requested)} for {LoanHead.TenureOf(_file.State, _file.Product)}",
        .. _file.Customer?.Pincode is { } pin ? [$"pincode {pin}"] : Array.Empty<string>(),
    ];

    /// <summary>Why there is nothing to decide here for this person, or null.</summary>
    private string? WhyClosed => _file!.State.Application switch
    {
        ApplicationState.Pending when Person!.May(Permission.CreditDecision, Level.Write) => null,
        ApplicationState.CreditApproved when Person!.May(Permission.SanctionManager, Level.Write) =>
            _file.State.RecommendedBy == Person.StaffId ? "You recommended this; someone else decides." : null,
        ApplicationState.Pending or ApplicationState.CreditApproved => $"{StatusLooks.Of(_file.Figures.Status).Word}. Your role has nothing to decide here now.",
        _ => $"{StatusLooks.Of(_file.Figures.Status).Word}. There is nothing to decide here now.",
    };

    protected override async Task LoadAsync()
    {
        var file = await files.RunAsync(Brand, Id, Leaving);
        _brand = await brands.GetAsync(Brand, Leaving);
        var events = await timeline.RunAsync(Brand, Id, null, 50, withoutDays: true, Leaving);
        _recommendedBy = file?.State.RecommendedBy is { } id ? (await names.LoadAsync(Leaving)).GetValueOrDefault(id, id) : null;
        var before = _file?.State.Application;
        (_file, _missing) = (file, file is null);
        _stream = [.. events.Rows.Select(LoanStory.Of)];
        if (file is null || (before == file.State.Application && _terms is not null)) return;

        _options = DecisionOptions.Of(file.State.Application, _brand.Settings);
        _own = file.State.ProposedOverrides ?? new();
        TermsChanged(new(file.State.Recommended is { } recommended && IsSanction ? recommended : file.State.Requested, file.State.Tenure, file.Product?.RatePercent ?? 0));
    }

    protected override Task StartedAsync()
    {
        _watching = watch.Watch(Brand, Id, async () =>
        {
            await ReloadAndDrawAsync();
            if (_sent) return;
            _changed = true;
            await InvokeAsync(StateHasChanged);
        });
        return Task.CompletedTask;
    }

    protected override void Left() => _watching?.Dispose();

    private void OwnChanged(TermOverrides own)
    {
        _own = own;
        TermsChanged(_terms!);
    }

    /// <summary>Shows what the amount would cost, and what the rules say to it before it is sent.</summary>
    private void TermsChanged(DecisionTerms terms)
    {
        _terms = terms;
        if (_file is not { Product: { } product } file || _brand is null) return;
        var command = DecisionOptions.CommandOf(file.State.Application, DecisionOptions.Approve, terms.Amount, null, "why", _own);
        _refusal = DecisionPreview.Of(file.State, Id, command, _brand, product, null, null, clock.GetUtcNow()).Refusal is { } refusal ? RefusalWords.Of(refusal) : null;
        _quote = _refusal is null && terms.Amount.IsPositive ? QuoteOf(file.State, product, terms.Amount, _brand) : null;
    }

    private LoanQuote QuoteOf(Loan loan, LoanProduct product, Money amount, Brand brand) => Quotes.Of(
        LoanTerms.Of(loan with { Overrides = _own }, product), amount, _own.Tenure ?? loan.Tenure, Today, brand.Settings.Calendar, Coupons.Of(product, loan.Coupon));

    private string? Consequence(string option) => option switch
    {
        DecisionOptions.Approve when _refusal is not null => _refusal,
        DecisionOptions.Approve when IsSanction => $"The agreement is prepared and the borrower gets the signing link. {(_quote is null ? "" : $"{MoneyFormat.Full(_quote.Net)} will reach the account.")}",
        DecisionOptions.Approve => _terms!.Amount < _file!.State.Requested
            ? $"Counter-offer, {MoneyFormat.Full(_file.State.Requested - _terms.Amount)} less than asked. Goes to sanction first."
            : "Goes to the sanction manager, another person than you.",
        DecisionOptions.Reject => $"The borrower is told the reason by message today and may apply again after {_brand!.Settings.RejectionCooldownDays} days.",
        _ => IsSanction ? "Goes back to the credit executive with your note. The borrower is not told." : "The borrower is told by message what to bring, and may submit again.",
    };

    private async Task<string?> DecideAsync(Decision decision)
    {
        var command = DecisionOptions.CommandOf(_file!.State.Application, decision.Option, decision.Terms?.Amount ?? _terms!.Amount, decision.ReasonCode, decision.Note, _own);
        _sent = true;
        var problem = await desk.GiveAsync(Id, command, _ticket, _file.Version, Leaving);
        if (problem is null)
        {
            await Shell.ReloadAsync();
            await ReloadAndDrawAsync();
        }
        else
        {
            _sent = false;
            await ReloadAndDrawAsync();
        }

        return problem;
    }
}
