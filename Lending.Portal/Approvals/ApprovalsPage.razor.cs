using Lending.Data;
using Lending.Domain;
using Lending.Portal.Changes;
using Lending.Portal.Commands;
using Lending.Portal.Components;
using Lending.Portal.Live;
using Lending.Portal.Shell;
using Lending.Portal.SignIn;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Approvals;

/// <summary>What waits for a second person: list on the left, the proposal with its postings on the right. Own proposals are shown locked.</summary>
public sealed partial class ApprovalsPage(
    ApprovalsQuery approvals, LoanFileQuery files, CustomerFileQuery customers, StaffNames staff, Brands brands, LoanDesk desk, ChangeDesk changes, Charts charts, SecondFactor second, RecordWatch watch, Journal journal) : StaffPage
{
    private readonly CommandTicket _ticket = new();
    private IReadOnlyList<Approval>? _all;
    private Approval? _selected;
    private ApprovalFile? _file;

    // What the open dialog is about: it stays what the person saw, whatever the list does meanwhile.
    private (Approval What, ApprovalFile File)? _asked;
    private ConfirmMoneyDialog? _confirm;
    private NoteDialog? _note;
    private IDisposable? _watching;
    private string? _done;
    private int _opened;
    private bool _mine;

    [Inject] public required TimeProvider Clock { get; init; }

    /// <summary>Opens with the proposal of this loan.</summary>
    [SupplyParameterFromQuery] public string? Loan { get; set; }

    private IReadOnlyList<Approval> ForMe => [.. (_all ?? []).Where(approval => !IsMine(approval))];
    private IReadOnlyList<Approval> ByMe => [.. (_all ?? []).Where(IsMine)];
    private IReadOnlyList<Approval> Shown => _mine ? ByMe : ForMe;
    private static bool IsPayout(Approval approval) => approval.Kind is ApprovalKind.Disbursement;

    private static string RefusingOf(ApprovalKind kind) => kind switch
    {
        ApprovalKind.Disbursement => "Return to maker?",
        ApprovalKind.Draw => "Turn this draw down?",
        ApprovalKind.Change => "Refuse this change?",
        ApprovalKind.Payment => "Refuse this payment?",
    };

    private static string AfterRefusingOf(ApprovalKind kind) => kind switch
    {
        ApprovalKind.Disbursement => "The payout goes back to the person who proposed it, with your note.",
        ApprovalKind.Draw => "Nothing is paid, and the limit is free again.",
        ApprovalKind.Change => "The loan stays as it is. The person who asked sees your reason.",
        ApprovalKind.Payment => "Nothing is booked. The person who recorded it sees your reason.",
    };

    private static string VerbOf(Approval approval) => approval.Kind switch
    {
        ApprovalKind.Disbursement or ApprovalKind.Draw => "Approve and pay",
        ApprovalKind.Payment => "Approve and book",
        ApprovalKind.Change => "Approve and change",
    };

    private static string KindOf(ApprovalKind kind) => kind switch
    {
        ApprovalKind.Disbursement => "Disbursals",
        ApprovalKind.Draw => "Draws from lines of credit",
        ApprovalKind.Payment => "Payments",
        ApprovalKind.Change => "Changes of loans",
    };

    private static string IconOf(ApprovalKind kind) => kind switch
    {
        ApprovalKind.Disbursement or ApprovalKind.Draw => "arrow_circle_right_16_regular",
        ApprovalKind.Payment => "receipt_16_regular",
        ApprovalKind.Change => "branch_16_regular",
    };

    // A draw is asked for by staff or by the borrower, who is never named in a list.
    private static string MakerOf(Approval approval) => approval.MakerId == approval.CustomerId ? "Borrower" : approval.MakerName ?? approval.MakerId;

    private static string WhatOf(Approval approval) =>
        approval.Kind is ApprovalKind.Change ? ChangeOption.All.FirstOrDefault(option => option.Code == approval.Channel)?.Name.ToLowerInvariant() ?? approval.Channel : approval.Channel;

    private string Summary
    {
        get
        {
            if (_all is null) return "";
            if (ForMe.Count == 0) return "nothing waits for you";
            // Changes of terms are not about one amount.
            var money = ForMe.Where(approval => approval.Kind is not ApprovalKind.Change).ToList();
            if (money.Count == 0) return $"{ForMe.Count} wait{(ForMe.Count == 1 ? "s" : "")} for you";
            var currency = money[0].Amount.Currency;
            var sum = money.Where(approval => approval.Amount.Currency == currency).Aggregate(Money.Zero(currency), (total, approval) => total + approval.Amount);
            return $"{ForMe.Count} wait{(ForMe.Count == 1 ? "s" : "")} for you, {MoneyFormat.Full(sum)} in all";
        }
    }

    /// <summary>A second person for payouts or for payments.</summary>
    private bool MayApproveAny => Enum.GetValues<ApprovalKind>().Any(MayApprove);

    private bool MayApprove(ApprovalKind kind) => Person!.May(kind is ApprovalKind.Payment ? Permission.Payments : Permission.LoanOps, Level.All);

    protected override async Task LoadAsync()
    {
        if (!MayApproveAny) return;
        // Money that leaves comes before money that came; within each, the oldest first.
        _all = [.. (await approvals.RunAsync(Brand, Leaving)).Where(approval => IsMine(approval) || MayApprove(approval.Kind)).OrderBy(approval => approval.Kind is not (ApprovalKind.Disbursement or ApprovalKind.Draw)).ThenBy(approval => approval.Kind)];
        var key = _selected is null ? null : KeyOf(_selected);
        var kept = _all.FirstOrDefault(approval => KeyOf(approval) == key);
        if (kept is null && _selected is null && Loan is not null) kept = _all.FirstOrDefault(approval => approval.LoanId == Loan);
        if (kept is not null) _mine = IsMine(kept);
        kept ??= _done is null ? Shown.FirstOrDefault() : null;
        await OpenAsync(kept);
    }

    protected override Task StartedAsync()
    {
        _watching = watch.Watch(Brand, null, ReloadAndDrawAsync, TimeSpan.FromSeconds(1));
        Shell.Offer(
        [
            new PageAction("Next proposal", null, "arrow_down_16_regular", "J", () => MoveAsync(1)),
            new PageAction("Previous proposal", null, "arrow_up_16_regular", "K", () => MoveAsync(-1)),
            new PageAction("Approve", "asks for your code", "checkmark_circle_16_regular", "A", () => InvokeAsync(AskAsync)),
            new PageAction("Return or refuse", "with a note", "arrow_reply_16_regular", "R", () => InvokeAsync(ReturnAsync)),
        ]);
        return Task.CompletedTask;
    }

    protected override void Left() => _watching?.Dispose();

    private bool IsMine(Approval approval) => approval.MakerId == Person?.StaffId;

    private static string KeyOf(Approval approval) => $"{approval.LoanId}/{approval.PaymentId ?? approval.ChangeId ?? approval.DrawId}";

    /// <summary>Why this person cannot decide it, or null.</summary>
    private string? WhyNot(Approval approval) =>
        IsMine(approval) ? "You made this; someone else decides."
        : MayApprove(approval.Kind) ? null
        : "Your role does not approve this.";

    private async Task ShowAsync(bool mine)
    {
        (_mine, _done) = (mine, null);
        await OpenAsync(Shown.FirstOrDefault());
    }

    private Task SelectAsync(Approval approval)
    {
        _done = null;
        return OpenAsync(approval);
    }

    private Task MoveAsync(int by) => InvokeAsync(async () =>
    {
        if (Shown.Count == 0) return;
        var at = Shown.ToList().FindIndex(approval => _selected is not null && KeyOf(approval) == KeyOf(_selected));
        await SelectAsync(Shown[Math.Clamp(at + by, 0, Shown.Count - 1)]);
        StateHasChanged();
    });

    /// <summary>Shows a proposal once its file is read: what is chosen and what is shown are never of two different loans.</summary>
    private async Task OpenAsync(Approval? approval)
    {
        var turn = ++_opened;
        var file = approval is not null && await files.RunAsync(Brand, approval.LoanId, Leaving) is { } read ? await ProposalAsync(approval, read) : null;
        if (turn != _opened) return; // Another one was chosen meanwhile.
        (_selected, _file) = (approval, file);
        // The dialogs are drawn with the first proposal, so that a question can be asked of them.
        if (approval is not null && file is not null) _asked ??= (approval, file);
    }

    private async Task<ApprovalFile?> ProposalAsync(Approval approval, LoanFile file)
    {
        var brand = await brands.GetAsync(Brand, Leaving);
        var chart = await charts.GetAsync(Brand, Leaving);
        if (approval.Kind is ApprovalKind.Payment)
        {
            var looksBack = LoanHistory.IsNeeded(file.State, ApprovalFile.ApprovalOf(approval), brand.BusinessDate);
            return ApprovalFile.OfPayment(
                approval, file, brand, looksBack ? await journal.EventsAsync(Brand, file.Id, Leaving) : null, Zone, Clock.GetUtcNow(), chart);
        }

        if (approval.Kind is ApprovalKind.Change)
            return file.State.ProposedChange is { } proposed && proposed.ChangeId == approval.ChangeId
                ? ApprovalFile.OfChange(approval, file, proposed, await changes.EffectAsync(file.Id, proposed.Change, Leaving), Zone)
                : null;

        var names = await staff.LoadAsync(Leaving);
        if (await customers.RunAsync(Brand, approval.CustomerId, Leaving) is not { } customer) return null;
        if (approval.Kind is ApprovalKind.Draw)
            return file.State.Line?.Draws.FirstOrDefault(draw => draw.DrawId == approval.DrawId && draw.Reference is null) is { } draw
                ? DrawFile.Of(approval, file, draw, customer, brand, Zone, Clock.GetUtcNow(), chart)
                : null;
        return ApprovalFile.OfPayout(approval, file, customer, brand, names, Zone, Clock.GetUtcNow(), chart);
    }

    private async Task AskAsync()
    {
        if (Ask() && _confirm is not null) await _confirm.ShowAsync();
    }

    private async Task ReturnAsync()
    {
        if (Ask() && _note is not null) await _note.ShowAsync();
    }

    private bool Ask()
    {
        if (_selected is null || _file is null || WhyNot(_selected) is not null) return false;
        _asked = (_selected, _file);
        return true;
    }

    private async Task<string?> ApproveAsync(string? code)
    {
        var (what, file) = _asked!.Value;
        if (await second.CheckAsync(code, Leaving) is { } wrong) return wrong;
        if (await desk.GiveAsync(what.LoanId, file.Command, _ticket, file.Version, Leaving) is { } problem) return problem;
        _done = what.Kind switch
        {
            ApprovalKind.Disbursement or ApprovalKind.Draw => $"{MoneyFormat.Full(what.Amount)} is on its way to {what.CustomerName ?? what.CustomerId}; the bank confirms.",
            ApprovalKind.Payment => $"{MoneyFormat.Full(what.Amount)} of {what.CustomerName ?? what.CustomerId} is booked.",
            ApprovalKind.Change => $"The loan of {what.CustomerName ?? what.CustomerId} is changed; the borrower is told.",
        };
        await AfterAsync();
        return null;
    }

    private async Task<string?> ReturnWithAsync(string note)
    {
        var (what, file) = _asked!.Value;
        LoanCommand command = what.Kind switch
        {
            ApprovalKind.Disbursement => new ReturnDisbursement(note),
            ApprovalKind.Draw => new ReturnDraw(what.DrawId!, note),
            ApprovalKind.Payment => new RejectPayment(what.PaymentId!, note),
            ApprovalKind.Change => new RejectChange(what.ChangeId!, note),
        };
        if (await desk.GiveAsync(what.LoanId, command, _ticket, file.Version, Leaving) is { } problem) return problem;
        _done = what.Kind is ApprovalKind.Disbursement ? "Returned to the maker with your note." : what.Kind switch
        {
            ApprovalKind.Draw => "Turned down; nothing is paid.",
            ApprovalKind.Change => "Refused; the loan stays as it is.",
            _ => "Refused; nothing was booked.",
        };
        await AfterAsync();
        return null;
    }

    private async Task AfterAsync()
    {
        await Shell.ReloadAsync();
        await ReloadAndDrawAsync();
    }
}
