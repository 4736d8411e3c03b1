using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// What being late costs in a night: the product's penalty or its late charges, never both (GAP-16). A night is closed once, so a charge is made
/// once per loan and date. A percentage is charged on every late instalment, a fixed sum or a band once on the oldest of them.
/// </summary>
internal static class LateCharging
{
    private const int DaysInWeek = 7;

    /// <summary>Days late without a charge and without the state Overdue; they count as days past due all the same (GAP-17).</summary>
    public static int GraceOf(LoanProduct product) => product.LateCharges?.GraceDays ?? product.Penalty.GraceDays;

    /// <summary>Whether the night charges anything: not where staff charge by hand, and not on a day on which they have.</summary>
    public static bool IsCharged(Loan loan, DateOnly date, LoanProduct product) => product.LateCharges is not { ByHand: true } && !IsMadeByHand(loan, date);

    /// <summary>Whether staff have charged that day. What joins that day has joined with their charge, which is none of it.</summary>
    public static bool IsMadeByHand(Loan loan, DateOnly date)
    {
        foreach (var made in loan.HandCharges)
            if (made.On == date) return true;
        return false;
    }

    /// <summary>What can still be charged over the life of the loan, whatever of it was waived; null where there is no cap (GAP-18).</summary>
    public static Money? RoomOf(Loan loan, LoanProduct product)
    {
        if ((product.LateCharges is { } late ? late.Cap : product.Penalty.Cap) is not { } cap) return null;
        foreach (var instalment in loan.Instalments) cap -= instalment.PenaltyWaived is { } waived ? instalment.PenaltyAccrued + waived : instalment.PenaltyAccrued;
        return cap;
    }

    /// <summary>What has accrued on the instalment after the night of the date, and what of it is posted now.</summary>
    public static (decimal Exact, Money Posted) Of(Loan loan, Instalment instalment, bool oldest, DateOnly date, LoanProduct product, Money? room)
    {
        var before = instalment.PenaltyExact;
        var zero = Money.Zero(loan.Currency);
        if (instalment.PayBy >= date || room is { IsPositive: false }) return (before, zero);
        var days = LoanFigures.DaysLate(loan, instalment, date);
        var charge = product.LateCharges is { } late
            ? ChargeOf(loan, instalment, oldest, date, days, late)
            : days <= product.Penalty.GraceDays ? 0m : OverdueOf(instalment, LateChargeBase.PrincipalAndInterest) * product.Penalty.DailyPercent / 100m;
        if (charge == 0m) return (before, zero);

        var exact = before + charge;
        var posted = Money.Round(exact, loan.Currency, product.Rounding) - instalment.PenaltyAccrued;

        // At the cap the exact amount stays at what was posted, so that nothing accrues unseen above it.
        return room is { } left && posted > left ? ((instalment.PenaltyAccrued + left).Minor, left) : (exact, posted);
    }

    /// <summary>The percentage's base in minor units, as far as it is overdue.</summary>
    public static long OverdueOf(Instalment instalment, LateChargeBase of) => of switch
    {
        LateChargeBase.Principal => instalment.PrincipalLeft.Minor,
        LateChargeBase.PrincipalAndInterest => instalment.PrincipalLeft.Minor + instalment.InterestLeft.Minor,
        LateChargeBase.PrincipalInterestAndFees => instalment.PrincipalLeft.Minor + instalment.InterestLeft.Minor + instalment.PostedFeeLeft.Minor,
    };

    /// <summary>The band that so many days past due have just reached.</summary>
    public static LateBand? BandOf(LateChargeTerms late, int days)
    {
        foreach (var band in late.Bands)
            if (band.FromDpd == days && days > late.GraceDays) return band;
        return null;
    }

    /// <summary>
    /// Where a night is one on which late charges join what bears them, all that were made on the instalment so far; null on others, and where they do every
    /// night (RF-025). Counted from the first late charge, frozen nights left out.
    /// </summary>
    public static Money? Joining(Loan loan, Instalment instalment, DateOnly date, LoanProduct product) =>
        product.LateCharges is { Compound: true, CompoundEvery: not LateCompounding.Daily } late && instalment.PayBy < date && instalment.PenaltyLeft.IsPositive
            && Joins(loan, instalment, date, late) ? instalment.PenaltyAccrued : null;

    /// <summary>The instalments with what joins on a day, before anything is charged on it.</summary>
    public static ImmutableArray<Instalment> Joined(Loan loan, DateOnly date, LoanProduct product) =>
        [.. loan.Instalments.Select(row => !row.IsPaid && Joining(loan, row, date, product) is { } joined ? row with { PenaltyJoined = joined } : row)];

    /// <summary>What has joined of an instalment once so much of its late charges is given up: what joined is the oldest of them, so it goes first.</summary>
    public static Money? JoinedWithout(Instalment instalment, Money given) =>
        instalment.PenaltyJoined is { } joined && joined > instalment.PaidPenalty ? Money.Max(instalment.PaidPenalty, joined - given) : instalment.PenaltyJoined;

    /// <summary>Late charges that bear late charges this night, in minor units. Those paid are the oldest.</summary>
    public static long BearingOf(Loan loan, Instalment instalment, DateOnly date, LateChargeTerms late)
    {
        if (!late.Compound) return 0;
        if (late.CompoundEvery is LateCompounding.Daily || Joins(loan, instalment, date, late)) return instalment.PenaltyLeft.Minor;
        return instalment.PenaltyJoined is { } joined ? Math.Max(0, Math.Min(joined.Minor, instalment.PenaltyAccrued.Minor) - instalment.PaidPenalty.Minor) : 0;
    }

    private static bool Joins(Loan loan, Instalment instalment, DateOnly date, LateChargeTerms late)
    {
        var since = LoanFigures.DaysLate(loan, instalment, date) - late.GraceDays - 1;
        return since > 0 && late.CompoundEvery switch
        {
            LateCompounding.Daily => true,
            LateCompounding.Weekly => since % DaysInWeek == 0,
            LateCompounding.Monthly => IsMonthAfter(date.AddDays(-since), date),
            LateCompounding.Instalment => FallsDue(loan, date),
        };
    }

    private static bool FallsDue(Loan loan, DateOnly date)
    {
        foreach (var instalment in loan.Instalments)
            if (instalment.Due == date && !instalment.IsVoid) return true;
        return false;
    }

    private static decimal ChargeOf(Loan loan, Instalment instalment, bool oldest, DateOnly date, int days, LateChargeTerms late)
    {
        if (!late.Bands.IsEmpty) return oldest && BandOf(late, days) is { } band ? OfBand(loan, date, late, band) : 0m;
        var times = TimesOf(date, days, late);
        if (times == 0) return 0m;
        if (late.Percent is not { } percent) return oldest ? times * late.Fixed!.Value.Minor : 0m;
        var overdue = OverdueOf(instalment, late.Base) + BearingOf(loan, instalment, date, late);
        return times * overdue * percent / 100m;
    }

    public static decimal OfBand(Loan loan, DateOnly date, LateChargeTerms late, LateBand band)
    {
        if (band.Percent is not { } percent) return band.Fixed!.Value.Minor;
        var overdue = 0L;
        foreach (var instalment in loan.Instalments)
        {
            if (instalment.PayBy >= date) break;
            if (!instalment.IsPaid) overdue += OverdueOf(instalment, late.Base);
        }

        return overdue * percent / 100m;
    }

    /// <summary>How many charges this night makes: one, or on the first day after the grace as many as it had days where the product says so (RF-010).</summary>
    private static int TimesOf(DateOnly date, int days, LateChargeTerms late)
    {
        var since = days - late.GraceDays - 1;
        if (since < 0) return 0;
        if (since == 0) return late.ChargesGraceAfterwards ? late.GraceDays + 1 : 1;
        return late.Frequency switch
        {
            LateChargeFrequency.Daily => 1,
            LateChargeFrequency.Weekly => since % DaysInWeek == 0 ? 1 : 0,
            LateChargeFrequency.Monthly => IsMonthAfter(date.AddDays(-since), date) ? 1 : 0,
        };
    }

    /// <summary>The same day of a later month, or its last day where the month is too short.</summary>
    private static bool IsMonthAfter(DateOnly first, DateOnly date) =>
        first.AddMonths((date.Year - first.Year) * 12 + date.Month - first.Month) == date;
}
