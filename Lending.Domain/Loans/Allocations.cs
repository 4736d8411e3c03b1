using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Spreads money over instalments, oldest first, in each: penalty, fee, interest, principal (GAP-15).</summary>
public static class Allocations
{
    /// <summary>
    /// What the money pays today of the instalments with PayBy up to and including a day. Interest and fees only as far as they have been posted, so that
    /// the ledger's receivable never goes below zero.
    /// </summary>
    public static ImmutableArray<Allocation> Of(ImmutableArray<Instalment> instalments, Money money, DateOnly through, DateOnly today, Waterfall? waterfall = null)
    {
        if (waterfall is not null && !waterfall.Equals(Waterfall.Default)) return WaterfallAllocations.Of(instalments, money, through, today, waterfall);
        var allocations = ImmutableArray.CreateBuilder<Allocation>();
        foreach (var instalment in instalments)
        {
            if (!money.IsPositive || instalment.PayBy > through) break;
            if (instalment.IsPaid) continue;
            var penalty = Money.Min(money, instalment.PenaltyLeft);
            var fee = Money.Min(money - penalty, instalment.PostedFeeLeft);
            var interest = Money.Min(money - penalty - fee, instalment.AccruedInterestLeft);
            var principal = Money.Min(money - penalty - fee - interest, instalment.PrincipalLeft);
            var allocation = new Allocation(instalment.Number, penalty, interest, principal) { Fee = fee.IsZero ? null : fee };
            if (allocation.Total.IsZero) continue;
            allocations.Add(allocation);
            money -= allocation.Total;
        }

        return allocations.DrainToImmutable();
    }

    /// <summary>Everything owed today on every instalment: what closes the loan.</summary>
    public static ImmutableArray<Allocation> OfEverythingOwed(ImmutableArray<Instalment> instalments)
    {
        var allocations = ImmutableArray.CreateBuilder<Allocation>();
        foreach (var instalment in instalments)
        {
            var fee = instalment.PostedFeeLeft;
            var allocation = new Allocation(instalment.Number, instalment.PenaltyLeft, instalment.AccruedInterestLeft, instalment.PrincipalLeft)
            {
                Fee = fee.IsZero ? null : fee,
            };
            if (!allocation.Total.IsZero) allocations.Add(allocation);
        }

        return allocations.DrainToImmutable();
    }

    public static Money TotalOf(ImmutableArray<Allocation> allocations, Currency currency)
    {
        var total = Money.Zero(currency);
        foreach (var allocation in allocations) total += allocation.Total;
        return total;
    }

    internal static ImmutableArray<Instalment> Apply(ImmutableArray<Instalment> instalments, ImmutableArray<Allocation> allocations, DateOnly on)
    {
        if (allocations.IsEmpty) return instalments;
        var changed = instalments.ToBuilder();
        foreach (var allocation in allocations)
        {
            var before = changed[allocation.Number - 1];
            var after = before with
            {
                PaidPenalty = before.PaidPenalty + allocation.Penalty,
                PaidInterest = before.PaidInterest + allocation.Interest,
                PaidPrincipal = before.PaidPrincipal + allocation.Principal,
                Fee = allocation.Fee is { } fee ? before.Fee! with { Paid = before.Fee.Paid + fee } : before.Fee,
            };
            changed[allocation.Number - 1] = after.IsPaid ? after with { PaidOn = on } : after;
        }

        return changed.MoveToImmutable();
    }
}
