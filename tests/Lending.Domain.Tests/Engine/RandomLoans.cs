using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Engine;

/// <summary>Random products and histories, the same for the same seed.</summary>
internal static class RandomLoans
{
    public static CreditTerms Terms(Random random)
    {
        var family = random.Next(4) == 0 ? ScheduleFamily.Cumulative : ScheduleFamily.Progressive;
        var follows = family is ScheduleFamily.Progressive && random.Next(2) == 0;
        return new CreditTerms
        {
            Principal = random.Next(100, 200_000), AnnualRatePct = random.Next(5) == 0 ? 0 : random.Next(1, 6_000) / 100m, Installments = random.Next(1, 25),
            RepayEvery = random.Next(1, 4), RepayUnit = (TermUnit)random.Next(3), Family = family,
            InterestBase = !follows && random.Next(3) == 0 ? InterestBase.Flat : InterestBase.DecliningBalance,
            InterestPeriods = (InterestPeriods)random.Next(2), DaysInYear = (YearLength)random.Next(4), DaysInMonth = (MonthLength)random.Next(2),
            InstallmentMultipleOf = random.Next(4) == 0 ? random.Next(1, 10) : 0, PartialPeriodInterest = random.Next(2) == 0,
            DownPayment = random.Next(4) == 0 ? new(25, random.Next(2) == 0) : null, MultiDisburse = true,
            Rounding = random.Next(3) == 0 ? (MidpointRounding)random.Next(5) : MidpointRounding.ToEven,
            InterestOnDisbursementDay = random.Next(4) == 0,
            Recalculation = follows ? new(RestPeriod.Daily, PayoffInterest.TillPreCloseDate, RecalculationEffect.AdjustLastUnpaidPeriod, false) : null,
        };
    }

    public static List<AccountEvent> History(Random random, CreditTerms terms, DateOnly start)
    {
        var events = new List<AccountEvent> { new BusinessDateSet(start), new Disbursed(start, terms.Principal) };
        var today = start;
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            today = today.AddDays(random.Next(0, 40));
            events.Add(new BusinessDateSet(today));
            var backdated = today.AddDays(-random.Next(0, Math.Min(20, today.DayNumber - start.DayNumber + 1)));
            events.Add(random.Next(7) switch
            {
                0 => new Charged(random.Next(2) == 0, today.AddDays(random.Next(-5, 60)), random.Next(1, 50)),
                1 => new DayEnded(),
                2 => new Paid(TransactionKind.Repayment, backdated, random.Next(1, (int)terms.Principal)),
                3 => new Paid(TransactionKind.GoodwillCredit, today, random.Next(1, 500)),
                _ => new Paid(TransactionKind.Repayment, today, random.Next(100, 1_000_000) / 100m),
            });
        }

        return events;
    }
}
