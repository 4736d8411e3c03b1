using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>How a closed day changes a loan's state.</summary>
internal static class DayClosing
{
    public static Loan Apply(Loan loan, DayClosed day)
    {
        var instalments = WithAccruals(loan.Instalments, day.Accruals);
        var advance = loan.Advance;
        if (!day.FromAdvance.IsEmpty)
        {
            // What fell due is paid at the start of the day that follows the closed one.
            instalments = Allocations.Apply(instalments, day.FromAdvance, day.Date.AddDays(1));
            advance -= Allocations.TotalOf(day.FromAdvance, loan.Currency);
        }

        return loan with { Instalments = instalments, Advance = advance, ClosedThrough = day.Date, Dpd = day.Dpd };
    }

    private static ImmutableArray<Instalment> WithAccruals(ImmutableArray<Instalment> instalments, ImmutableArray<DayAccrual> accruals)
    {
        if (accruals.IsEmpty) return instalments;
        var changed = instalments.ToBuilder();
        foreach (var accrual in accruals)
        {
            var before = changed[accrual.Number - 1];
            changed[accrual.Number - 1] = before with
            {
                InterestExact = accrual.InterestExact,
                InterestAccrued = before.InterestAccrued + accrual.InterestPosted,
                PenaltyExact = accrual.PenaltyExact,
                PenaltyAccrued = before.PenaltyAccrued + accrual.PenaltyPosted,
            };
        }

        return changed.MoveToImmutable();
    }
}
