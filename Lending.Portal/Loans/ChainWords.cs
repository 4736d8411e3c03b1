using Lending.Data;
using Lending.Portal.Components;

namespace Lending.Portal.Loans;

/// <summary>What a walk along a loan's chain found, in one sentence.</summary>
public static class ChainWords
{
    public static string Of(RecordReport report) => report.First is { } finding
        ? $"Not sound: at version {MoneyFormat.Count(finding.Version)} {finding.What}. Tell the platform's operators."
        : $"Chain is sound: {MoneyFormat.Count(report.Events)} events and {MoneyFormat.Count(report.Postings)} ledger lines follow from each other.";
}
