using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Loans;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Changes;

/// <summary>The fields of one kind of change.</summary>
public sealed partial class ChangeFieldsForm
{
    private static readonly (MoratoriumInterest, string)[] MoratoriumWords = [(MoratoriumInterest.Accrues, "Paid with the later ones"), (MoratoriumInterest.Waived, "Not charged")];
    private static readonly (PrepaymentEffect, string)[] EffectWords = [(PrepaymentEffect.ReduceInstalment, "The instalments"), (PrepaymentEffect.ReduceTenure, "The term"), (PrepaymentEffect.PayLastInstalments, "The last instalments")];
    private static readonly (ChargeOffKind, string)[] ChargeOffWords =
    [
        (ChargeOffKind.Regular, "As before, interest in suspense"), (ChargeOffKind.ZeroInterest, "No interest from today on"), (ChargeOffKind.AccelerateMaturity, "All principal due today"),
    ];
    private static readonly (string, string)[] ChannelWords = [("NEFT", "NEFT"), ("UPI", "UPI"), ("CHEQUE", "Cheque"), ("CASH", "Cash")];

    private RateInput? _rate;
    private RateInput? _count;
    private MoneyInput? _amount;
    private DateInput? _day;
    private DateInput? _from;
    private DateInput? _to;
    private TextBox? _reference;
    private TextBox? _words;
    private bool _tried;

    [Parameter, EditorRequired] public LoanFile File { get; set; } = default!;
    [Parameter, EditorRequired] public ChangeForm Form { get; set; } = default!;
    [Parameter] public EventCallback<ChangeForm> FormChanged { get; set; }
    /// <summary>Payments that were booked and can be taken back.</summary>
    [Parameter] public IReadOnlyList<PaymentLine> Payments { get; set; } = [];

    private bool IsPayday => File.Product?.Plan is RepaymentPlan.Payday;
    private bool IsMinimum => Form.Option.Code == "minimum-percent";
    private string RateLabel => IsMinimum ? "Minimum payment" : "New rate";
    private string RateSuffix => IsMinimum ? "%" : IsPayday ? "% a day" : "% a year";
    private string RateHint => IsMinimum
        ? $"now {MoneyFormat.Percent(File.State.Line?.MinimumPercent ?? File.Product?.Line?.MinimumPercent ?? 0m)}"
        : $"now {LoanHead.RateOf(File.State, File.Product)}";

    private string? AmountHint => Form.Option.Code switch
    {
        "penalty-waiver" => $"at most {MoneyFormat.Full(File.Figures.PenaltyDue)}, the penalty not yet paid",
        "interest-waiver" => $"at most {MoneyFormat.Full(File.Figures.InterestDue)}, the interest earned and not yet paid",
        "advance-refund" => $"at most {MoneyFormat.Full(File.State.Advance)}, what is kept for the borrower",
        "limit" when File.State.Line is { } line => $"now {MoneyFormat.Full(line.Limit)}, drawn {MoneyFormat.Full(File.Figures.PrincipalOutstanding)}",
        "settlement" or "goodwill-credit" or "prepayment" => $"to close today {MoneyFormat.Full(File.Figures.Payoff)}",
        _ => null,
    };

    /// <summary>Shows what is missing, and whether nothing is.</summary>
    public bool Check()
    {
        _tried = true;
        var complete = _rate?.Check() != false & _count?.Check() != false & _amount?.Check() != false & _day?.Check() != false & _from?.Check() != false
            & _to?.Check() != false & _reference?.Check() != false & _words?.Check() != false;
        StateHasChanged();
        return complete && (!Takes(ChangeFields.Payment) || Form.PaymentId is not null);
    }

    protected override void OnParametersSet()
    {
        // Inputs of the kind shown before are gone; asking them would ask nobody.
        if (!Takes(ChangeFields.Rate)) _rate = null;
        if (!Takes(ChangeFields.Count)) _count = null;
        if (!Takes(ChangeFields.Amount)) _amount = null;
        if (!Takes(ChangeFields.Day | ChangeFields.OptionalDay)) _day = null;
        if (!Takes(ChangeFields.From)) (_from, _to) = (null, null);
        if (!Takes(ChangeFields.Reference)) _reference = null;
        if (!Takes(ChangeFields.Words)) _words = null;
    }

    private bool Takes(ChangeFields field) => Form.Option.Takes(field);

    private Task SetAsync(ChangeForm form)
    {
        Form = form;
        return FormChanged.InvokeAsync(form);
    }

    private static (T, string)[] Named<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (value, StatusLooks.Of(value).Word))];
}
