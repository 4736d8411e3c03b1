using Lending.Domain;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Components;

/// <summary>Two schedules beside each other. Rows that are in one only, and rows that differ in day or amount, are marked.</summary>
public sealed partial class ScheduleCompare
{
    private bool _all;

    [Parameter, EditorRequired] public IReadOnlyList<ScheduleRow> Before { get; set; } = [];
    [Parameter, EditorRequired] public IReadOnlyList<ScheduleRow> After { get; set; } = [];
    [Parameter] public string BeforeName { get; set; } = "As agreed";
    [Parameter] public string AfterName { get; set; } = "As it stands";
    [Parameter] public string Label { get; set; } = "Schedules side by side";
    /// <summary>Leaves out what is the same until somebody asks for it.</summary>
    [Parameter] public bool ChangedOnly { get; set; }
    /// <summary>Without the principal, where there is little room.</summary>
    [Parameter] public bool Brief { get; set; }

    private int Side => Brief ? 3 : 4;

    private string Symbol => Before.Concat(After).Select(row => MoneyFormat.Symbol(row.Total.Currency)).FirstOrDefault("");

    private List<(int Number, ScheduleRow? Before, ScheduleRow? After)> Pairs =>
    [
        .. Before.Concat(After).Select(row => row.Number).Distinct().Order()
            .Select(number => (number, Before.FirstOrDefault(row => row.Number == number), After.FirstOrDefault(row => row.Number == number))),
    ];

    private IEnumerable<(int Number, ScheduleRow? Before, ScheduleRow? After)> Shown =>
        ChangedOnly && !_all ? Pairs.Where(pair => Differs(pair.Before, pair.After)) : Pairs;

    private int Folded => ChangedOnly && !_all ? Pairs.Count(pair => !Differs(pair.Before, pair.After)) : 0;

    private static bool Differs(ScheduleRow? before, ScheduleRow? after) =>
        before is null || after is null || before.Due != after.Due || before.Principal != after.Principal || before.Interest != after.Interest || before.Total != after.Total;

    private string Sum(IReadOnlyList<ScheduleRow> rows, Func<ScheduleRow, Money> part) => Total(rows, part) is { } sum ? MoneyFormat.Cell(sum) : "–";

    private static Money? Total(IReadOnlyList<ScheduleRow> rows) => Total(rows, row => row.Total);

    private static Money? Total(IReadOnlyList<ScheduleRow> rows, Func<ScheduleRow, Money> part) =>
        rows.Count == 0 ? null : rows.Aggregate(Money.Zero(rows[0].Total.Currency), (sum, row) => sum + part(row));

    private static string Difference(Money? before, Money? after)
    {
        if ((before ?? after) is not { } like) return "–";
        var zero = Money.Zero(like.Currency);
        var difference = (after ?? zero) - (before ?? zero);
        return difference.IsZero ? "–" : $"{(difference.IsPositive ? "+" : "")}{MoneyFormat.Cell(difference)}";
    }
}
