using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>
/// The instalments to come at flat interest, a share of the amount lent whatever is left of it: equal principal and its interest by the cumulative rules, a
/// level instalment by the progressive ones.
/// </summary>
internal static class RemainingFlat
{
    public static ImmutableArray<PlannedInstallment> Of(CreditTerms terms, ImmutableArray<RemainingPeriod> periods, RemainingDebt debt)
    {
        var interests = Interests(terms, periods, debt);
        if (terms.Family is ScheduleFamily.Progressive) return FlatSchedule.Of(terms, [.. periods.Select(static period => (period.From, period.Due))], interests);

        var (left, n) = (terms.Principal, periods.Length);
        var each = interests[n > 2 ? 1 : 0];
        var level = terms.Money(Precise.Over(left, n - terms.GracePrincipal));
        if (terms.InstallmentMultipleOf > 0) level = Precise.Multiple(level + each, terms.InstallmentMultipleOf) - each;
        var rows = ImmutableArray.CreateBuilder<PlannedInstallment>(n);
        for (var i = 0; i < n; i++)
        {
            var principal = i == n - 1 ? left : i < terms.GracePrincipal ? 0 : Math.Min(Precise.NotNegative(level), left);
            rows.Add(new(i + 1, periods[i].From, periods[i].Due, principal, interests[i]));
            left -= principal;
        }

        return rows.MoveToImmutable();
    }

    /// <summary>By the cumulative rules the cents end with the total, which is rounded once; by the others each instalment is rounded for itself.</summary>
    private static decimal[] Interests(CreditTerms terms, ImmutableArray<RemainingPeriod> periods, RemainingDebt debt)
    {
        var exact = RemainingSchedule.Factors(terms, periods);
        for (var i = 0; i < exact.Length; i++) exact[i] = Precise.Times(debt.Lent, exact[i]) + (i == 0 ? debt.Earned : 0);
        var left = terms.Family is ScheduleFamily.Progressive ? decimal.MaxValue : terms.Money(exact.Sum());
        for (var i = 0; i < exact.Length; i++)
        {
            var isLast = i == exact.Length - 1 && terms.Family is not ScheduleFamily.Progressive;
            exact[i] = isLast ? left : Math.Min(terms.Money(exact[i]), left);
            left -= exact[i];
        }

        return exact;
    }
}
