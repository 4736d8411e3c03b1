using System.Collections.Immutable;
using System.Diagnostics;

namespace Lending.Domain;

/// <summary>How an instalment's interest grows night by night, so that the last night before its due date brings it to its interest exactly.</summary>
internal static class InterestNights
{
    // A tie is a tie although the way to it had endless digits.
    private const int TieDigits = 10;

    /// <summary>
    /// What has accrued after the night of the date, and what of it is posted. EMI: what is left of the interest in equal parts over the nights left; the last night before
    /// the due date takes all that is left, also where it bears none itself, for interest put off from earlier periods may have no other night. Payday: the daily rate on the principal still owed. Nothing accrues from the due date on, also when payment rolls to a later day (GAP-13).
    /// </summary>
    public static (decimal Exact, Money Posted) Of(Loan loan, Instalment instalment, DateOnly date, LoanProduct product)
    {
        if (loan.Line is not null)
            return Revolving.IsOpenRow(loan, instalment) ? LineNights.InterestOf(loan, instalment, product) : (instalment.InterestExact, Money.Zero(loan.Currency));
        var before = instalment.InterestExact;
        var nights = NightsLeft(instalment, date, loan.Pauses);
        var isLast = date.AddDays(1) == instalment.Due && date >= instalment.From;
        if ((nights == 0 && !isLast) || before >= instalment.Interest.Minor) return (before, Money.Zero(loan.Currency));
        var exact = isLast || nights == 1 ? instalment.Interest.Minor : before + ShareOf(loan, instalment, nights, product);
        return (exact, Money.Round(decimal.Round(exact, TieDigits), loan.Currency, product.Rounding) - instalment.InterestAccrued);
    }

    /// <summary>
    /// The instalment's interest without the share of this night, rounded, and what rounding left over; null when the night bears none. After the last night that could bear
    /// it, what has not accrued never will.
    /// </summary>
    public static (Money Interest, decimal Leftover)? WithoutNight(Loan loan, Instalment instalment, DateOnly date, LoanProduct product)
    {
        if (loan.Line is not null) return null; // Nothing of it is contracted ahead.
        var nights = NightsLeft(instalment, date, loan.Pauses);
        var isLast = date.AddDays(1) == instalment.Due && date >= instalment.From;
        if ((nights == 0 && !isLast) || instalment.InterestExact >= instalment.Interest.Minor) return null;
        if (isLast || nights == 1)
            return instalment.Interest == instalment.InterestAccrued ? null : (instalment.InterestAccrued, instalment.InterestExact - instalment.InterestAccrued.Minor);
        var left = instalment.Interest.Minor + instalment.InterestRest;
        var exact = left - ShareOf(loan, instalment, nights, product);
        var interest = Money.Max(Money.Round(decimal.Round(exact, TieDigits), loan.Currency, product.Rounding), instalment.InterestAccrued);
        return interest == instalment.Interest && exact == left ? null : (interest, exact - interest.Minor);
    }

    /// <summary>The share of one of several nights, never more than is left.</summary>
    private static decimal ShareOf(Loan loan, Instalment instalment, int nights, LoanProduct product)
    {
        var left = instalment.Interest.Minor - instalment.InterestExact;
        return product.Plan switch
        {
            RepaymentPlan.Emi => (left + instalment.InterestRest) / nights,
            RepaymentPlan.Payday => Math.Min(left, instalment.PrincipalLeft.Minor * (loan.RatePercent ?? product.RatePercent) / 100m),
            RepaymentPlan.CreditLine => throw new UnreachableException("A line accrues night by night."),
        };
    }

    /// <summary>Nights from the date, itself included, to the due date that bear interest; zero when this one does not.</summary>
    private static int NightsLeft(Instalment instalment, DateOnly date, ImmutableArray<InterestPausedDays> pauses)
    {
        if (date < instalment.From || date >= instalment.Due) return 0;
        if (pauses.IsEmpty) return instalment.Due.DayNumber - date.DayNumber;
        if (IsPaused(date, pauses)) return 0;
        return instalment.Due.DayNumber - date.DayNumber - PausedIn(pauses, date, instalment.Due);
    }

    /// <summary>Nights from a day to the night before another that bear no interest; one that two pauses name counts once.</summary>
    public static int PausedIn(ImmutableArray<InterestPausedDays> pauses, DateOnly from, DateOnly before)
    {
        if (pauses.IsEmpty) return 0;
        var nights = 0;
        for (var night = from; night < before; night = night.AddDays(1))
            if (IsPaused(night, pauses)) nights++;
        return nights;
    }

    private static bool IsPaused(DateOnly night, ImmutableArray<InterestPausedDays> pauses)
    {
        foreach (var pause in pauses)
            if (pause.From <= night && night <= pause.To) return true;
        return false;
    }
}
