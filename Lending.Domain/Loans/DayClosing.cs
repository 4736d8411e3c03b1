using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>How a closed day changes a loan's state.</summary>
internal static class DayClosing
{
    public static Loan Apply(Loan loan, DayClosed day)
    {
        var instalments = WithAccruals(loan.Instalments, day.Accruals);
        if (day.Splits is { } splits) instalments = Splitting.Apply(instalments, splits);
        if (day.FeesCharged is { } fees) instalments = FeeCharging.Charge(instalments, fees);
        var advance = loan.Advance;
        if (!day.FromAdvance.IsEmpty)
        {
            // What fell due is paid at the start of the day that follows the closed one.
            instalments = Allocations.Apply(instalments, day.FromAdvance, day.Date.AddDays(1));
            advance -= Allocations.TotalOf(day.FromAdvance, loan.Currency);
        }

        var closed = loan with { Instalments = instalments, Advance = advance, ClosedThrough = day.Date, Dpd = day.Dpd };
        if (day.Frozen) closed = closed with { Frozen = WithNight(loan.Frozen, day.Date) };
        if (day.InterestSuspended) closed = closed with { SuspendedInterest = loan.SuspendedInterest + InterestOf(day, loan.Currency) };
        if (!day.FromAdvance.IsEmpty) closed = closed with { SuspendedInterest = Suspense.Left(closed, instalments) };
        if (day.Suspended is { } suspended) closed = closed with { SuspendedInterest = closed.SuspendedInterest + suspended };
        return Classifying.Apply(closed, day);
    }

    /// <summary>Interest the ledger got this night.</summary>
    public static Money InterestOf(DayClosed day, Currency currency)
    {
        var interest = Money.Zero(currency);
        foreach (var accrual in day.Accruals) interest += accrual.InterestPosted;
        return interest;
    }

    private static ImmutableArray<FrozenNights> WithNight(ImmutableArray<FrozenNights> frozen, DateOnly night) =>
        frozen is [.., var last] && last.To.AddDays(1) == night ? frozen.SetItem(frozen.Length - 1, last with { To = night }) : frozen.Add(new(night, night));

    private static ImmutableArray<Instalment> WithAccruals(ImmutableArray<Instalment> instalments, ImmutableArray<DayAccrual> accruals)
    {
        if (accruals.IsEmpty) return instalments;
        var changed = instalments.ToBuilder();
        foreach (var accrual in accruals)
        {
            var before = changed[accrual.Number - 1];
            changed[accrual.Number - 1] = before with
            {
                Interest = accrual.Interest ?? before.Interest,
                InterestRest = accrual.InterestRest ?? before.InterestRest,
                InterestExact = accrual.InterestExact,
                InterestAccrued = before.InterestAccrued + accrual.InterestPosted,
                PenaltyExact = accrual.PenaltyExact,
                PenaltyAccrued = before.PenaltyAccrued + accrual.PenaltyPosted,
                PenaltyJoined = accrual.PenaltyJoined ?? before.PenaltyJoined,
            };
        }

        return changed.MoveToImmutable();
    }
}
