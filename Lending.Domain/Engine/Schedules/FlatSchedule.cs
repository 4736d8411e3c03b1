using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>
/// The flat schedule of one amount lent on the first day and nothing paid: the same figures as an <see cref="InterestPlan"/> (rule PROG-FLAT), by
/// arithmetic alone. For quotes and contracted schedules.
/// </summary>
internal static class FlatSchedule
{
    /// <summary>Progressive, flat, without grace, tranches or interest that follows the balance.</summary>
    public static bool Covers(CreditTerms terms) => terms is
    {
        Family: ScheduleFamily.Progressive, InterestBase: InterestBase.Flat, GracePrincipal: 0, GraceInterestPayment: 0, Recalculation: null,
    };

    public static ImmutableArray<PlannedInstallment> Of(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, DateCounting counting) =>
        Of(terms, periods, Interests(terms, periods, counting));

    /// <summary>With the interest of each instalment known.</summary>
    public static ImmutableArray<PlannedInstallment> Of(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, decimal[] interests)
    {
        var total = terms.Principal;
        foreach (var interest in interests) total += interest;
        var level = LevelAmount.Multiple(terms, terms.Money(Precise.Over(total, periods.Length)));
        var amounts = FlatAmount.OwnAmounts(interests, level, total, terms.Principal);

        var rows = ImmutableArray.CreateBuilder<PlannedInstallment>(periods.Length);
        var carried = 0m;
        for (var i = 0; i < periods.Length; i++)
        {
            var calculated = interests[i] + carried;
            var interest = Math.Min(calculated, amounts[i]);
            carried = calculated - interest;
            rows.Add(new(i + 1, periods[i].From, periods[i].Due, Precise.NotNegative(amounts[i] - interest), interest));
        }

        return rows.MoveToImmutable();
    }

    private static decimal[] Interests(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, DateCounting counting)
    {
        var (factors, interests) = (new decimal[periods.Length], new decimal[periods.Length]);
        LevelFactors.Fill(terms, periods, counting, factors, interests);
        var before = 0;
        for (var i = 0; i < factors.Length; i++)
        {
            var days = periods[i].Due.DayNumber - periods[i].From.DayNumber;
            interests[i] = i > 0 && factors[i] == factors[i - 1] && days == before ? interests[i - 1]
                : terms.Money(Precise.Times(Precise.Over(Precise.Times(terms.Principal, factors[i]), days), days));
            before = days;
        }

        return interests;
    }
}
