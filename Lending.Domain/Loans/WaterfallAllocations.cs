using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>Spreads money by a product's own order of debts (GAP-15): instalment by instalment, or one kind of debt of all instalments first.</summary>
internal static class WaterfallAllocations
{
    public static ImmutableArray<Allocation> Of(ImmutableArray<Instalment> instalments, Money money, DateOnly payBy, Waterfall waterfall)
    {
        var zero = Money.Zero(money.Currency);
        var owing = instalments.Where(instalment => instalment.PayBy <= payBy && !instalment.IsPaid).ToArray();
        var paid = owing.ToDictionary(instalment => instalment.Number, instalment => new Allocation(instalment.Number, zero, zero, zero));
        var steps = waterfall.Direction is PaymentDirection.Horizontal
            ? owing.SelectMany(instalment => waterfall.Order.Select(debt => (Instalment: instalment, Debt: debt)))
            : waterfall.Order.SelectMany(debt => owing.Select(instalment => (Instalment: instalment, Debt: debt)));
        foreach (var (instalment, debt) in steps)
        {
            var part = Money.Min(money, LeftOf(instalment, debt));
            if (!part.IsPositive) continue;
            paid[instalment.Number] = Add(paid[instalment.Number], debt, part);
            money -= part;
        }

        return [.. owing.Select(instalment => paid[instalment.Number]).Where(allocation => !allocation.Total.IsZero)];
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
