using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>The payment order of progressive loans whose product names none.</summary>
public static class AllocationDefaults
{
    public static AllocationRule PenaltyFeePrincipalInterest { get; } = Of(DebtKind.Penalty, DebtKind.Fee, DebtKind.Principal, DebtKind.Interest);

    private static AllocationRule Of(params DebtKind[] debts) => new(
        [.. new[] { DueKind.PastDue, DueKind.Due, DueKind.InAdvance }.SelectMany(when => debts.Select(what => new AllocationStep(when, what)))],
        FutureRule.NextInstallment);
}
