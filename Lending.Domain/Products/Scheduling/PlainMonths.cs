using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>
/// The schedule of products that name no instalment terms: a level instalment a month at a twelfth of the yearly rate, every amount rounded once,
/// the last instalment taking the rest. Also what the weekly rule takes a quarter of.
/// </summary>
internal static class PlainMonths
{
    /// <summary>Whether the terms come to this schedule, whatever they say about dates.</summary>
    public static bool Covers(InstalmentTerms terms) => terms is
    {
        Unit: RepayUnit.Months, Every: 1, Method: RepayMethod.Level, Rules: ScheduleFamily.Cumulative, Interest: InterestPeriods.SameAsRepaymentPeriod,
        MultipleOf: 0, RestGoesTo: RestTaker.Last, GracePrincipal: 0, GraceInterestPayment: 0, InterestFree: 0, DownPaymentPercent: null,
    };

    /// <summary>Principal and interest of each month.</summary>
    public static ImmutableArray<InstalmentParts> Of(Money amount, decimal ratePercent, int months, MidpointRounding rounding)
    {
        var rate = ratePercent / 1200m;
        var level = Schedules.LevelInstalment(amount, rate, months, rounding);
        var equalParts = rate == 0 ? amount.Split(months) : null;
        var parts = ImmutableArray.CreateBuilder<InstalmentParts>(months);
        var balance = amount;
        for (var number = 1; number <= months; number++)
        {
            var interest = Money.Round(balance.Minor * rate, amount.Currency, rounding);
            var principal = number == months ? balance
                : equalParts is not null ? equalParts[number - 1]
                : Money.Min(balance, Money.Max(level - interest, Money.Zero(amount.Currency)));
            parts.Add(new(principal, interest));
            balance -= principal;
        }

        return parts.MoveToImmutable();
    }
}
