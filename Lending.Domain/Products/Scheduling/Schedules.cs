using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>The instalments a loan is contracted for. Principal adds up to the amount exactly; interest is rounded once per instalment.</summary>
public static class Schedules
{
    /// <summary>
    /// Tenure is in the product's unit; due dates count from the day of disbursement or from a day of the month, as the product says. Interest that was
    /// taken out of the payout is left out of the first instalment: as much as was paid where that is known, else as much as this day asks for.
    /// </summary>
    public static ImmutableArray<ScheduledInstalment> Of(
        LoanProduct product, Money amount, int tenure, DateOnly disbursedOn, BusinessCalendar calendar, Money? paidUpfront = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tenure, 1);
        return product.Plan switch
        {
            RepaymentPlan.Payday => [Payday(product, amount, tenure, disbursedOn, calendar)],
            RepaymentPlan.CreditLine => LineProjection.Of(product, amount, tenure, disbursedOn, calendar),
            RepaymentPlan.Emi => ScheduledFees.Add(
                product, amount, disbursedOn, InstalmentSchedule.Of(product, amount, tenure, disbursedOn, calendar, paidUpfront).Rows),
        };
    }

    /// <summary>Interest of a long first period where the product takes it out of the payout; zero otherwise.</summary>
    public static Money UpfrontInterestOf(LoanProduct product, Money amount, int tenure, DateOnly disbursedOn, BusinessCalendar calendar) =>
        product is { Plan: RepaymentPlan.Emi, Instalments.BrokenPeriod: BrokenPeriod.Upfront }
            ? InstalmentSchedule.Of(product, amount, tenure, disbursedOn, calendar, null).Upfront
            : Money.Zero(amount.Currency);

    /// <summary>The level instalment of a declining balance: the annuity, rounded to whole minor units. Rate is of one month, 0.015 for 1.5 %.</summary>
    public static Money LevelInstalment(Money amount, decimal monthlyRate, int months, MidpointRounding rounding)
    {
        if (monthlyRate == 0) return Money.Round((decimal)amount.Minor / months, amount.Currency, rounding);

        // The discount factor only gets smaller, so long terms at high rates lose digits instead of overflowing.
        var discount = 1m;
        var monthly = 1m / (1m + monthlyRate);
        for (var month = 0; month < months; month++) discount *= monthly;
        return Money.Round(amount.Minor * monthlyRate / (1m - discount), amount.Currency, rounding);
    }

    private static ScheduledInstalment Payday(LoanProduct product, Money amount, int days, DateOnly from, BusinessCalendar calendar)
    {
        var due = from.AddDays(days);
        var interest = Money.Round(amount.Minor * product.RatePercent / 100m * days, amount.Currency, product.Rounding);
        return new ScheduledInstalment(1, from, due, calendar.RollForward(due), amount, interest);
    }
}
