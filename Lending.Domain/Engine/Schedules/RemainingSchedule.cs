using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>
/// An instalment to come of a running loan. It earns from EarnsFrom on (its first day, or the day of a change inside it), except on IdleNights; one that
/// is free earns nothing at all.
/// </summary>
public readonly record struct RemainingPeriod(DateOnly From, DateOnly Due, DateOnly EarnsFrom, int IdleNights = 0, bool IsFree = false);

/// <summary>What a running loan owes besides the principal of its terms. Earned is interest of the first period up to the change, exact, in the currency.</summary>
public readonly record struct RemainingDebt(decimal Earned)
{
    /// <summary>The part of the principal that only the last instalment repays: a balloon, or all of it where only interest is paid.</summary>
    public decimal AtTheEnd { get; init; }

    /// <summary>What flat interest is a share of.</summary>
    public decimal Lent { get; init; }

    /// <summary>Interest that a grace has put off, in no instalment yet.</summary>
    public decimal PutOff { get; init; }
}

/// <summary>
/// The instalments to come of a loan whose terms change on the way: the principal of the terms is what is owed on the day of the change, graces are those
/// that are left, and what the running instalment has earned by then stays in it. Same rate factors, level amount and rounding as a new schedule.
/// </summary>
public static class RemainingSchedule
{
    /// <summary>By the method of the terms. Terms have as many instalments as there are periods.</summary>
    public static ImmutableArray<PlannedInstallment> Of(CreditTerms terms, ImmutableArray<RemainingPeriod> periods, RemainingDebt debt)
    {
        if (terms.InterestBase is InterestBase.Flat) return RemainingFlat.Of(terms, periods, debt);
        var rows = new RemainingRows(terms, periods, debt);
        if (terms.Amortization is Amortization.EqualPrincipalPayments)
            return rows.Fill(terms.Money(Precise.Over(terms.Principal, periods.Length - terms.GracePrincipal)), ofPrincipal: true);
        if (debt.AtTheEnd <= 0) return Level(terms, periods, debt);
        return debt.AtTheEnd >= terms.Principal ? rows.Fill(0) : WithBalloon(terms, periods, debt);
    }

    /// <summary>
    /// The instalment stays (its principal, where that is equal) and there are as few as it takes; the last one is what is left, with all that waits for the
    /// end. Never more than there are periods. Where all principal waits for the end nothing gets shorter.
    /// </summary>
    public static ImmutableArray<PlannedInstallment> Keeping(
        decimal installment, CreditTerms terms, ImmutableArray<RemainingPeriod> periods, RemainingDebt debt) =>
        new RemainingRows(terms, periods, debt).Fill(installment, terms.Amortization is Amortization.EqualPrincipalPayments, shortens: true);

    /// <summary>Each instalment repays the principal given for it, with the interest of what is left; those after the last one that pays anything are none.</summary>
    public static ImmutableArray<PlannedInstallment> Repaying(
        ImmutableArray<decimal> principals, CreditTerms terms, ImmutableArray<RemainingPeriod> periods, RemainingDebt debt) =>
        new RemainingRows(terms, periods, debt).Repay(principals);

    /// <summary>What a period earns from EarnsFrom on, without its idle nights, as a share of the balance.</summary>
    public static decimal Factor(CreditTerms terms, RemainingPeriod period)
    {
        var nights = period.Due.DayNumber - period.From.DayNumber;
        var earning = period.Due.DayNumber - period.EarnsFrom.DayNumber - period.IdleNights;
        if (earning <= 0 || period.IsFree) return 0;
        var dates = new PeriodDates(terms, period.From, period.From, period.Due, Agreed: true);
        var whole = terms.InterestPeriods is InterestPeriods.SameAsRepaymentPeriod && terms.RepayUnit is not TermUnit.Days
            ? Precise.Times(Precise.Over(terms.AnnualRatePct, 100), Precise.Over(PeriodUnits.Of(dates), terms.RepayUnit is TermUnit.Months ? 12 : 52))
            : RateFactors.OfWhole(dates, terms.AnnualRatePct).Interest;
        return earning == nights ? whole : Precise.Over(Precise.Times(whole, earning), nights);
    }

    internal static decimal[] Factors(CreditTerms terms, ImmutableArray<RemainingPeriod> periods)
    {
        var factors = new decimal[periods.Length];
        for (var i = 0; i < factors.Length; i++) factors[i] = Factor(terms, periods[i]);
        return factors;
    }

    /// <summary>Two loans in one, as when it was contracted. What was earned before is of both, by their size.</summary>
    private static ImmutableArray<PlannedInstallment> WithBalloon(CreditTerms terms, ImmutableArray<RemainingPeriod> periods, RemainingDebt debt)
    {
        var waitingEarned = Precise.Over(Precise.Times(debt.Earned, debt.AtTheEnd), terms.Principal);
        var level = Level(terms with { Principal = terms.Principal - debt.AtTheEnd }, periods, debt with { Earned = debt.Earned - waitingEarned, AtTheEnd = 0 });
        var waiting = new RemainingRows(terms with { Principal = debt.AtTheEnd }, periods, debt with { Earned = waitingEarned, PutOff = 0 }).Fill(0);
        return [.. level.Zip(waiting, static (left, right) => left with { Principal = left.Principal + right.Principal, Interest = left.Interest + right.Interest })];
    }

    private static ImmutableArray<PlannedInstallment> Level(CreditTerms terms, ImmutableArray<RemainingPeriod> periods, RemainingDebt debt)
    {
        if (terms.GraceInterestPayment > 0 || debt.PutOff > 0 || !LevelSchedule.CoversWithGrace(terms, terms.Principal))
        {
            var rows = new RemainingRows(terms, periods, debt);
            return rows.Fill(rows.Level());
        }

        // What was earned before the change counts as a share of today's principal, so that the level amount spreads it too.
        var factors = Factors(terms, periods);
        // Interest paid may be ahead of it by what rounding added; of the last smallest unit of principal that is a large share.
        if (terms.Principal > 0) factors[0] = Precise.NotNegative(factors[0] + Precise.Over(debt.Earned, terms.Principal));
        var level = Level(terms, periods, factors);
        var earned = terms.Money(debt.Earned);
        if (level[0].Interest >= earned || level.Length == 1) return level;

        // More is earned already than a level instalment pays: it is all due with the first one, which then repays no principal.
        var after = Level(
            terms with { Installments = level.Length - 1, GracePrincipal = Math.Max(0, terms.GracePrincipal - 1) }, periods[1..], factors[1..]);
        return
        [
            level[0] with { Principal = 0, Interest = terms.Money(Precise.Times(terms.Principal, factors[0])) },
            .. after.Select(static row => row with { Number = row.Number + 1 }),
        ];
    }

    private static ImmutableArray<PlannedInstallment> Level(CreditTerms terms, ImmutableArray<RemainingPeriod> periods, decimal[] factors)
    {
        var dates = periods.Select(static period => (period.From, period.Due)).ToArray();
        var level = LevelSchedule.Of(terms, dates, terms.Principal, factors);
        return [.. dates.Select((date, i) => new PlannedInstallment(i + 1, date.From, date.Due, level.Principal(i), level.Interest(i)))];
    }
}
