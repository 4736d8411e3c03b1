using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Changes;

/// <summary>The what-if panel of a loan. It asks for effects and proposals through its parameters, so it knows nothing of where they come from.</summary>
public sealed partial class WhatIf
{
    private ChangeFieldsForm? _fields;
    private TextBox? _noteBox;
    private ChangeForm? _form;
    private ChangeEffect? _effect;
    private string? _note;
    private string? _problem;
    private string? _done;
    private bool _quote;
    private bool _working;
    private bool _failed;
    private bool _sending;
    private int _turn;
    private int _version;

    [Parameter, EditorRequired] public LoanFile File { get; set; } = default!;
    /// <summary>The person's role asks for changes; everybody may look.</summary>
    [Parameter] public bool MayAsk { get; set; }
    [Parameter] public IReadOnlyList<PaymentLine> Payments { get; set; } = [];
    /// <summary>What a change would do now.</summary>
    [Parameter, EditorRequired] public Func<LoanChange, Task<ChangeEffect>> OnEffect { get; set; } = default!;
    /// <summary>Asks for it, with the note. Answers what went wrong, or null.</summary>
    [Parameter, EditorRequired] public Func<LoanChange, string, Task<string?>> OnAsk { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        // Somebody else did something to the loan: what is shown is worked out again on it.
        if (_version == File.Version) return;
        _version = File.Version;
        if (_form is not null) await ShowEffectAsync();
    }

    private Task ChooseAsync(ChangeOption option)
    {
        if (_form?.Option == option) return Task.CompletedTask;
        (_form, _quote, _problem, _done) = (ChangeForm.Of(option), false, null, null);
        return ShowEffectAsync();
    }

    private void ShowQuote() => (_form, _quote, _problem, _done) = (null, true, null, null);

    private Task FormChangedAsync(ChangeForm form)
    {
        (_form, _problem, _done) = (form, null, null);
        return ShowEffectAsync();
    }

    private async Task ShowEffectAsync()
    {
        var turn = ++_turn;
        if (_form?.ToChange() is not { } change)
        {
            (_effect, _working, _failed) = (null, false, false);
            return;
        }

        _working = true;
        try
        {
            var effect = await OnEffect(change);
            if (turn == _turn) (_effect, _failed) = (effect, false); // Else something else was typed meanwhile.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (turn == _turn) (_effect, _failed) = (null, true);
        }
        finally
        {
            if (turn == _turn) _working = false;
        }
    }

    private async Task AskAsync()
    {
        if (_sending || _form is null) return;
        var complete = _fields?.Check() != false & _noteBox?.Check() != false;
        if (!complete || _form.ToChange() is not { } change) return;
        if (_effect is { Refused: { } refused })
        {
            _problem = Commands.RefusalWords.Of(refused);
            return;
        }

        _sending = true;
        _problem = await OnAsk(change, _note!.Trim());
        _sending = false;
        if (_problem is not null) return;
        _done = $"{_form.Option.Name} asked for. Another person with the right to approve changes decides; you see it in the timeline.";
        _note = null;
    }
}
