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
    /// <summary>What the other schedule is called.</summary>
    [Parameter] public string OriginalName { get; set; } = "Original";
    [Parameter, EditorRequired] public DateOnly Today { get; set; }
    [Parameter] public DateOnly? AsOf { get; set; }
    [Parameter] public EventCallback<DateOnly?> AsOfChanged { get; set; }
    /// <summary>The first day that can be asked for.</summary>
    [Parameter] public DateOnly? AsOfMin { get; set; }
    /// <summary>Makes the computed amounts buttons.</summary>
    [Parameter] public EventCallback<ScheduleCell> OnExplain { get; set; }
    [Parameter] public string? CsvName { get; set; }
    /// <summary>Above the table: the explanation of an amount.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    private enum Mode { Current, Original, SideBySide }

    private IReadOnlyList<ScheduleRow> Shown => _mode == Mode.Original && Original is not null ? Original : Rows;
    private bool HasFees => Shown.Any(row => row.Fee is { IsZero: false });
    private string Symbol => Shown.Count == 0 ? "" : MoneyFormat.Symbol(Shown[0].Total.Currency);
    private string Standing => _mode == Mode.Original ? OriginalName == "Original" ? "As agreed" : $"As changed, {OriginalName}" : _mode == Mode.SideBySide ? "" : $"As it stands on {Dates.Date(AsOf ?? Today)}";

    private string ToCome
    {
        get
        {
            if (Shown.Count == 0) return "";
            var open = Shown.Aggregate(Money.Zero(Shown[0].Total.Currency), (sum, row) => sum + row.Total - row.Paid);
            return open.IsPositive ? $"{MoneyFormat.Full(open)} to come" : "all paid";
        }
    }

    private string Name(Mode mode) => mode switch { Mode.SideBySide => "Side by side", Mode.Original => OriginalName, _ => mode.ToString() };

    /// <summary>Puts the schedules beside each other, as its button does.</summary>
    public void Compare() => _mode = Mode.SideBySide;

    private string Sum(Func<ScheduleRow, Money> part) =>
        MoneyFormat.Cell(Shown.Aggregate(Money.Zero(Shown[0].Total.Currency), (sum, row) => sum + part(row)));

    private RenderFragment Amount(ScheduleRow row, SchedulePart part, Money amount) => builder =>
    {
        builder.OpenElement(0, "td");
        builder.AddAttribute(1, "class", $"r{(part == SchedulePart.Total ? " md" : "")}");
        builder.OpenComponent<MoneyText>(6);
        builder.AddComponentParameter(7, nameof(MoneyText.Value), amount);
        builder.AddComponentParameter(8, nameof(MoneyText.Format), MoneyShape.Cell);
        builder.AddComponentParameter(9, nameof(MoneyText.ZeroAsDash), part is SchedulePart.Penalty or SchedulePart.Fee or SchedulePart.Paid);
        if (OnExplain.HasDelegate && _mode is Mode.Current && !amount.IsZero && part is not (SchedulePart.Total or SchedulePart.Balance))
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
