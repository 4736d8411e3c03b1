using Lending.Domain;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Lending.Portal.Components;

/// <summary>The instalments of a loan: as they stand, as agreed, or both with the changed cells marked.</summary>
public sealed partial class SchedulePreview
{
    private Mode _mode;

    [Parameter, EditorRequired] public IReadOnlyList<ScheduleRow> Rows { get; set; } = [];
    /// <summary>As agreed; offers the comparison.</summary>
    [Parameter] public IReadOnlyList<ScheduleRow>? Original { get; set; }
    [Parameter, EditorRequired] public DateOnly Today { get; set; }
    [Parameter] public DateOnly? AsOf { get; set; }
    [Parameter] public EventCallback<DateOnly?> AsOfChanged { get; set; }
    /// <summary>Makes the computed amounts buttons.</summary>
    [Parameter] public EventCallback<ScheduleCell> OnExplain { get; set; }
    [Parameter] public string? CsvName { get; set; }
    /// <summary>Above the table: the explanation of an amount.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    private enum Mode { Current, Original, SideBySide }

    private IReadOnlyList<ScheduleRow> Shown => _mode == Mode.Original && Original is not null ? Original : Rows;
    private string Symbol => Shown.Count == 0 ? "" : MoneyFormat.Symbol(Shown[0].Total.Currency);
    private string Standing => _mode == Mode.Original ? "As agreed" : $"As it stands on {Dates.Date(AsOf ?? Today)}";

    private string ToCome
    {
        get
        {
            if (Shown.Count == 0) return "";
            var open = Shown.Aggregate(Money.Zero(Shown[0].Total.Currency), (sum, row) => sum + row.Total - row.Paid);
            return open.IsPositive ? $"{MoneyFormat.Full(open)} to come" : "all paid";
        }
    }

    private static string Name(Mode mode) => mode switch { Mode.SideBySide => "Side by side", _ => mode.ToString() };

    private string Sum(Func<ScheduleRow, Money> part) =>
        MoneyFormat.Cell(Shown.Aggregate(Money.Zero(Shown[0].Total.Currency), (sum, row) => sum + part(row)));

    private ScheduleRow? Was(ScheduleRow row) =>
        _mode == Mode.SideBySide ? Original?.FirstOrDefault(agreed => agreed.Number == row.Number) : null;

    private RenderFragment Amount(ScheduleRow row, SchedulePart part, Money amount, Money? was) => builder =>
    {
        var changed = was is { } before && before != amount;
        builder.OpenElement(0, "td");
        builder.AddAttribute(1, "class", $"r{(part == SchedulePart.Total ? " md" : "")}{(changed ? " differs" : "")}");
        if (changed)
        {
            builder.OpenElement(2, "small");
            builder.AddAttribute(3, "class", "m was-amount");
            builder.AddAttribute(4, "aria-label", $"was {MoneyFormat.Cell(was!.Value)}");
            builder.AddContent(5, MoneyFormat.Cell(was.Value));
            builder.CloseElement();
        }

        builder.OpenComponent<MoneyText>(6);
        builder.AddComponentParameter(7, nameof(MoneyText.Value), amount);
        builder.AddComponentParameter(8, nameof(MoneyText.Format), MoneyShape.Cell);
        builder.AddComponentParameter(9, nameof(MoneyText.ZeroAsDash), part == SchedulePart.Penalty);
        if (OnExplain.HasDelegate && !amount.IsZero && part is SchedulePart.Interest or SchedulePart.Penalty && OnExplain.HasDelegate)
            builder.AddComponentParameter(10, nameof(MoneyText.Explain), EventCallback.Factory.Create(this, () => OnExplain.InvokeAsync(new(row, part))));
        builder.CloseComponent();
        builder.CloseElement();
    };

    private async Task SaveAsync()
    {
        static string Plain(Money money) => money.Major.ToString("F" + money.Currency.Decimals, System.Globalization.CultureInfo.InvariantCulture);
        var text = Csv.Write(
            ["No.", "Due", "Principal", "Interest", "Penalty", "Total", "Paid", "Balance", "Currency", "State"],
            Shown.Select(row => new[]
            {
                $"{row.Number}", row.Due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Plain(row.Principal), Plain(row.Interest), Plain(row.Penalty),
                Plain(row.Total), Plain(row.Paid), Plain(row.Balance), row.Total.Currency.Code, row.State,
            }));
        await Exports.AddAsync(new("Schedule", CsvName ?? "", [_mode.ToString()], Shown.Count()), CancellationToken.None);
        await Script.InvokeVoidAsync("portal.download", $"{CsvName}.csv", "text/csv", text);
    }
}
