using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>The instalments a loan is contracted for. Principal adds up to the amount exactly; interest is rounded once per instalment.</summary>
public static class Schedules
{
    /// <summary>Tenure is in days for payday and in months for EMI; due dates count from the day of disbursement.</summary>
    public static ImmutableArray<ScheduledInstalment> Of(
        LoanProduct product, Money amount, int tenure, DateOnly disbursedOn, BusinessCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tenure, 1);
        return product.Plan switch
        {
            RepaymentPlan.Payday => [Payday(product, amount, tenure, disbursedOn, calendar)],
            RepaymentPlan.Emi => Emi(product, amount, tenure, disbursedOn, calendar),
        };
    }

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

    private static ImmutableArray<ScheduledInstalment> Emi(LoanProduct product, Money amount, int months, DateOnly disbursedOn, BusinessCalendar calendar)
    {
        var rate = product.RatePercent / 1200m;
        var level = LevelInstalment(amount, rate, months, product.Rounding);
        var equalParts = rate == 0 ? amount.Split(months) : null;
        var instalments = ImmutableArray.CreateBuilder<ScheduledInstalment>(months);
        var (balance, from) = (amount, disbursedOn);
        for (var number = 1; number <= months; number++)
        {
            // AddMonths from the anchor keeps the day of the month and clamps it: 31 January, 28 February, 31 March (GAP-14).
            var due = disbursedOn.AddMonths(number);
            var interest = Money.Round(balance.Minor * rate, amount.Currency, product.Rounding);
            var principal = number == months ? balance
                : equalParts is not null ? equalParts[number - 1]
                : Money.Min(balance, Money.Max(level - interest, Money.Zero(amount.Currency)));
            instalments.Add(new ScheduledInstalment(number, from, due, calendar.RollForward(due), principal, interest));
            (balance, from) = (balance - principal, due);
        }

        return instalments.MoveToImmutable();
    }
}
