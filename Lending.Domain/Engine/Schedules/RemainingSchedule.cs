using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>
/// An instalment to come of a running loan. It earns from EarnsFrom on (its first day, or the day of a change inside it), except on IdleNights.
/// </summary>
public readonly record struct RemainingPeriod(DateOnly From, DateOnly Due, DateOnly EarnsFrom, int IdleNights = 0);

/// <summary>
/// The instalments to come of a loan whose terms change on the way: the principal of the terms is what is owed on the day of the change, and
/// what the running instalment has earned by then stays in it. Same rate factors, level amount and rounding as a new schedule.
/// </summary>
public static class RemainingSchedule
{
    /// <summary>Terms have as many instalments as there are periods. Earned is interest of the first period up to the change, exact, in the currency.</summary>
    public static ImmutableArray<PlannedInstallment> Level(CreditTerms terms, ImmutableArray<RemainingPeriod> periods, decimal earned)
    {
        var dates = Dates(periods);
        if (LevelSchedule.Covers(terms, terms.Principal))
        {
            var level = LevelSchedule.Of(terms, dates, terms.Principal, Factors(terms, periods, earned));
            return [.. dates.Select((date, i) => new PlannedInstallment(i + 1, date.From, date.Due, level.Principal(i), level.Interest(i)))];
        }

        // Other ways of repaying are planned from the day of the change on; what was earned before it is added to the first instalment.
        var first = (From: periods[0].EarnsFrom, dates[0].Due);
        var rows = EngineSchedules.Of(terms, [first, .. dates[1..]]);
        return [rows[0] with { From = dates[0].From, Interest = rows[0].Interest + terms.Money(earned) }, .. rows[1..]];
    }

    /// <summary>The instalment stays and there are as few as it takes; the last one is what is left. Never more than there are periods.</summary>
    public static ImmutableArray<PlannedInstallment> Keeping(
        decimal installment, CreditTerms terms, ImmutableArray<RemainingPeriod> periods, decimal earned)
    {
        var factors = Factors(terms, periods, earned);
        var rows = ImmutableArray.CreateBuilder<PlannedInstallment>(periods.Length);
        var balance = terms.Principal;
        for (var i = 0; i < periods.Length && balance > 0; i++)
        {
            var interest = terms.Money(Precise.Times(balance, factors[i]));
            var principal = i == periods.Length - 1 ? balance : Math.Min(balance, Precise.NotNegative(installment - interest));
            rows.Add(new(i + 1, periods[i].From, periods[i].Due, principal, interest));
            balance -= principal;
        }

        return rows.DrainToImmutable();
    }

    private static (DateOnly From, DateOnly Due)[] Dates(ImmutableArray<RemainingPeriod> periods) => [.. periods.Select(period => (period.From, period.Due))];

    /// <summary>What was earned before the change counts as a share of today's principal, so that the level amount spreads it too.</summary>
    private static decimal[] Factors(CreditTerms terms, ImmutableArray<RemainingPeriod> periods, decimal earned)
    {
        var factors = new decimal[periods.Length];
        for (var i = 0; i < factors.Length; i++) factors[i] = Factor(terms, periods[i]);
        if (terms.Principal > 0) factors[0] += Precise.Over(earned, terms.Principal);
        return factors;
    }

    /// <summary>What a period earns from EarnsFrom on, without its idle nights, as a share of the balance.</summary>
    public static decimal Factor(CreditTerms terms, RemainingPeriod period)
    {
        var nights = period.Due.DayNumber - period.From.DayNumber;
        var earning = period.Due.DayNumber - period.EarnsFrom.DayNumber - period.IdleNights;
        if (earning <= 0) return 0;
        var dates = new PeriodDates(terms, period.From, period.From, period.Due, Agreed: true);
        var whole = terms.InterestPeriods is InterestPeriods.SameAsRepaymentPeriod && terms.RepayUnit is not TermUnit.Days
            ? Precise.Times(Precise.Over(terms.AnnualRatePct, 100), Precise.Over(PeriodUnits.Of(dates), terms.RepayUnit is TermUnit.Months ? 12 : 52))
            : RateFactors.OfWhole(dates, terms.AnnualRatePct).Interest;
        return earning == nights ? whole : Precise.Over(Precise.Times(whole, earning), nights);
    }
}
