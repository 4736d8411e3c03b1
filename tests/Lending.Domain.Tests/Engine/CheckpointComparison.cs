using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Engine;

/// <summary>Compares expected figures with a checkpoint: what the expectation names must be there, to the cent.</summary>
/// <remarks>The engine makes no accounting entries. They are left out of the comparison unless it is asked for <c>withAccounting</c>.</remarks>
internal static class CheckpointComparison
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly HashSet<string> Accounting =
        ["Accrual", "AccrualActivity", "AccrualAdjustment", "CapitalizedIncomeAmortization", "CapitalizedIncomeAmortizationAdjustment"];

    public static string? Difference(JsonNode expected, Checkpoint checkpoint, bool withAccounting)
    {
        var actual = JsonSerializer.SerializeToNode(checkpoint, Wire)!;
        foreach (var name in (string[])["businessDate", "status", "loanOutstanding", "loanOverpaid"])
            if (expected[name] is { } figure && !Same(figure, actual[name])) return $"{name} is {actual[name]}, not {figure}";
        return Rows(expected["schedule"], actual["schedule"]!.AsArray())
            ?? (expected["totals"] is { } totals ? Members(totals, actual["totals"]!, "totals") : null)
            ?? Unordered(expected["transactions"] ?? expected["transactionsWithoutAccruals"], actual["transactions"]!.AsArray(), "movement", withAccounting)
            ?? Unordered(expected["disbursements"], actual["disbursements"]!.AsArray(), "disbursement", withAccounting);
    }

    private static string? Rows(JsonNode? expected, JsonArray actual)
    {
        if (expected is not JsonArray rows) return null;
        if (rows.Count != actual.Count) return $"{actual.Count} rows, not {rows.Count}";
        for (var i = 0; i < rows.Count; i++)
        {
            if (Members(rows[i]!, actual[i]!, $"row {i + 1}") is { } difference) return difference;
            if (rows[i]!["paid"] is not null && rows[i]!["paidDate"] is null && actual[i]!["paidDate"] is { } date) return $"row {i + 1} is paid on {date}, not open";
        }

        return null;
    }

    private static string? Members(JsonNode expected, JsonNode actual, string where)
    {
        foreach (var (name, figure) in expected.AsObject())
            if (!Same(figure, actual[name])) return $"{where}: {name} is {actual[name] ?? "none"}, not {figure ?? "none"}";
        return null;
    }

    // Movements of one day have no order of their own.
    private static string? Unordered(JsonNode? expected, JsonArray actual, string what, bool withAccounting)
    {
        if (expected is not JsonArray wanted) return null;
        var left = actual.Where(a => withAccounting || !IsAccounting(a!)).ToList();
        var sought = wanted.Where(w => withAccounting || !IsAccounting(w!)).ToList();
        if (left.Count != sought.Count) return $"{left.Count} {what}s, not {sought.Count}";
        foreach (var want in sought)
        {
            var found = left.FindIndex(a => Members(want!, a!, "") is null && (want!["reverted"] is not null || a!["reverted"] is not JsonValue r || !r.GetValue<bool>()));
            if (found < 0) return $"no {what} like {want!.ToJsonString()}";
            left.RemoveAt(found);
        }

        return null;
    }

    private static bool IsAccounting(JsonNode movement) => movement["type"] is { } type && Accounting.Contains((string)type!);

    private static bool Same(JsonNode? expected, JsonNode? actual)
    {
        if (expected is null || actual is null) return expected is null && actual is null;
        return expected is JsonValue e && e.TryGetValue<decimal>(out var figure)
            ? actual is JsonValue a && a.TryGetValue<decimal>(out var got) && figure == got
            : expected.ToString() == actual.ToString();
    }
}
