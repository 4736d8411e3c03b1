using Lending.Domain;
using Lending.Portal.Shell;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Components;

/// <summary>A decision on an application: a choice, its terms, a reason for every failed rule, and what happens next. The button is never disabled: it says what is missing.</summary>
public sealed partial class DecisionPanel(ShellState shell) : IDisposable
{
    private readonly string _group = $"o{Guid.CreateVersion7():n}";
    private readonly Dictionary<string, string?> _overrides = new(StringComparer.Ordinal);
    private MoneyInput? _amount;
    private RateInput? _months;
    private RateInput? _rate;
    private DecisionOption? _option;
    private string? _reason;
    private string? _note;
    private string? _failure;
    private bool _tried;
    private bool _sending;

    [Parameter, EditorRequired] public IReadOnlyList<DecisionOption> Options { get; set; } = [];
    [Parameter] public DecisionTerms? Terms { get; set; }
    /// <summary>Raised while typing, so that the page can show the rules at the new amount.</summary>
    [Parameter] public EventCallback<DecisionTerms> TermsChanged { get; set; }
    /// <summary>Months and rate are settled: the choice takes an amount only.</summary>
    [Parameter] public bool AmountOnly { get; set; }

    [Parameter] public Money? Most { get; set; }
    /// <summary>Terms beside the amount, shown with the choices that take terms.</summary>
    [Parameter] public RenderFragment? MoreTerms { get; set; }
    /// <summary>What is missing or wrong in them, or null.</summary>
    [Parameter] public Func<string?>? MoreMissing { get; set; }
    /// <summary>Why the note is needed with this choice though it is not asked for by the choice itself.</summary>
    [Parameter] public string? NoteNeeded { get; set; }
    [Parameter] public string MostLabel { get; set; } = "At most";
    [Parameter] public IReadOnlyList<RuleResult> Rules { get; set; } = [];
    [Parameter] public string? RulesVersion { get; set; }
    /// <summary>One sentence on what happens next, for an option's code.</summary>
    [Parameter] public Func<string, string?>? Consequence { get; set; }
    [Parameter] public string? Step { get; set; }
    [Parameter] public string NoteLabel { get; set; } = "Note";
    /// <summary>Answers what went wrong, or null.</summary>
    [Parameter, EditorRequired] public Func<Decision, Task<string?>> OnDecide { get; set; } = default!;
    [Parameter] public EventCallback OnSaveDraft { get; set; }

    private IEnumerable<RuleResult> FailedRules => Rules.Where(rule => rule.Outcome == RuleOutcome.Failed);
    private string? BorrowerText => _option?.Reasons.FirstOrDefault(reason => reason.Code == _reason)?.BorrowerText;

    private string Verb => _option switch
    {
        null => "Decide",
        { TakesTerms: true } when Terms is not null => $"{_option.Verb} {MoneyFormat.Short(Terms.Amount)}",
        _ => _option.Verb,
    };

    public void Dispose() => shell.Offer([]);

    protected override void OnInitialized()
    {
        _option = Options.Count > 0 ? Options[0] : null;
        shell.Offer(
        [
            .. Options.Select(option => new PageAction(option.Text, "your decision", "checkmark_circle_16_regular", option.Key, () => InvokeAsync(() => { Choose(option); StateHasChanged(); }))),
            new PageAction("Confirm the decision", null, "checkmark_16_regular", "Ctrl+Enter", () => InvokeAsync(DecideAsync)),
        ]);
    }

    private void Choose(DecisionOption option)
    {
        if (option == _option) return;
        (_option, _reason, _tried, _failure) = (option, null, false, null);
    }

    private Task TermsAsync(DecisionTerms terms)
    {
        Terms = terms;
        return TermsChanged.InvokeAsync(terms);
    }

    private async Task DecideAsync()
    {
        if (_option is null || _sending) return;
        _tried = true;
        _failure = Missing();
        if (_failure is null)
        {
            _sending = true;
            StateHasChanged();
            var overrides = _option.TakesTerms
                ? FailedRules.ToDictionary(rule => rule.Code, rule => _overrides[rule.Code]!.Trim(), StringComparer.Ordinal)
                : [];
            _failure = await OnDecide(new(_option.Code, _option.TakesTerms ? Terms : null, _reason, string.IsNullOrWhiteSpace(_note) ? null : _note.Trim(), overrides));
            _sending = false;
        }

        StateHasChanged();
    }

    private string? Missing()
    {
        if (_option!.Reasons.Count > 0 && string.IsNullOrEmpty(_reason)) return "A reason is missing.";
        if (_option.NeedsNote && string.IsNullOrWhiteSpace(_note)) return $"{NoteLabel} is missing.";
        if (!_option.TakesTerms) return null;
        if (NoteNeeded is not null && string.IsNullOrWhiteSpace(_note)) return NoteNeeded;
        if (MoreMissing?.Invoke() is { } more) return more;
        // Each is asked, so that every field that is not complete says so.
        if (!(_amount?.Check() != false & _months?.Check() != false & _rate?.Check() != false)) return "Amount, months or rate is missing.";
        if (Most is { } most && Terms is not null && Terms.Amount > most) return $"The amount is over {MoneyFormat.Full(most)}.";
        var unexplained = FailedRules.FirstOrDefault(rule => string.IsNullOrWhiteSpace(_overrides.GetValueOrDefault(rule.Code)));
        return unexplained is null ? null : $"A reason to pass {unexplained.Name} is missing.";
    }
}
