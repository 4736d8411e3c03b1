using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>Spreads money by a product's own order of debts (GAP-15): instalment by instalment, or one kind of debt of all instalments first.</summary>
internal static class WaterfallAllocations
{
    public static ImmutableArray<Allocation> Of(ImmutableArray<Instalment> instalments, Money money, DateOnly through, DateOnly today, Waterfall waterfall)
    {
        var zero = Money.Zero(money.Currency);
        var owing = instalments.Where(instalment => instalment.PayBy <= through && !instalment.IsPaid).ToArray();
        var paid = owing.ToDictionary(instalment => instalment.Number, instalment => new Allocation(instalment.Number, zero, zero, zero));
        foreach (var (instalment, debt) in InOrder(owing, today, waterfall))
        {
            var part = Money.Min(money, LeftOf(instalment, debt));
            if (!part.IsPositive) continue;
            paid[instalment.Number] = Add(paid[instalment.Number], debt, part);
            money -= part;
        }

        return [.. owing.Select(instalment => paid[instalment.Number]).Where(allocation => !allocation.Total.IsZero)];
    }

    private static IEnumerable<(Instalment Instalment, DebtKind Debt)> InOrder(Instalment[] owing, DateOnly today, Waterfall waterfall)
    {
        var rows = owing.ToLookup(instalment => instalment.PayBy < today ? DueKind.PastDue : instalment.PayBy == today ? DueKind.Due : DueKind.InAdvance);
        return waterfall.Direction is PaymentDirection.Horizontal
            ? waterfall.Sequence.GroupBy(step => step.When).SelectMany(group => rows[group.Key].SelectMany(row => group.Select(step => (row, step.What))))
            : waterfall.Sequence.SelectMany(step => rows[step.When].Select(row => (row, step.What)));
    }

    /// <summary>Interest and fees only as far as they are posted, so that no receivable goes below zero.</summary>
    private static Money LeftOf(Instalment instalment, DebtKind debt) => debt switch
    {
        DebtKind.Penalty => instalment.PenaltyLeft,
        DebtKind.Fee => instalment.PostedFeeLeft,
        DebtKind.Interest => instalment.AccruedInterestLeft,
        DebtKind.Principal => instalment.PrincipalLeft,
    };

    private static Allocation Add(Allocation allocation, DebtKind debt, Money part) => debt switch
    {
        DebtKind.Penalty => allocation with { Penalty = allocation.Penalty + part },
        DebtKind.Fee => allocation with { Fee = part },
        DebtKind.Interest => allocation with { Interest = allocation.Interest + part },
        DebtKind.Principal => allocation with { Principal = allocation.Principal + part },
    };
}
