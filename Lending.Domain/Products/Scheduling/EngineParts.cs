using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>Principal and interest of one instalment.</summary>
public readonly record struct InstalmentParts(Money Principal, Money Interest)
{
    public Money Total => Principal + Interest;

    public static InstalmentParts operator +(InstalmentParts left, InstalmentParts right) =>
        new(left.Principal + right.Principal, left.Interest + right.Interest);
}

/// <summary>The engine's schedule in minor units.</summary>
internal static class EngineParts
{
    /// <summary>On counted or agreed dates; a down payment is a part of its own before the others.</summary>
    public static ImmutableArray<InstalmentParts> Of(CreditTerms terms, ReadOnlySpan<InstalmentDay> days, bool counted, Currency currency)
    {
        var rows = counted
            ? EngineSchedules.Of(terms, days[0].From)
            : EngineSchedules.Of(terms, DatesOf(days));
        var parts = ImmutableArray.CreateBuilder<InstalmentParts>(rows.Length);
        foreach (var row in rows) parts.Add(new(MoneyOf(row.Principal, currency), MoneyOf(row.Interest, currency)));
        return parts.MoveToImmutable();
    }

    /// <summary>What an amount earns from one day to another, by the day count of the terms; whole periods count their parts.</summary>
    public static Money InterestOf(CreditTerms terms, Money amount, DateOnly from, DateOnly to)
    {
        if (to <= from) return Money.Zero(amount.Currency);
        var single = terms with
        {
            Principal = amount.Major, Installments = 1, GracePrincipal = 0, GraceInterestPayment = 0, DownPayment = null, InstallmentMultipleOf = 0,
            InterestBase = InterestBase.DecliningBalance, Amortization = Amortization.EqualInstallments,
            Family = terms.InterestPeriods is InterestPeriods.Daily ? terms.Family : ScheduleFamily.Progressive,
        };
        return MoneyOf(EngineSchedules.Of(ProductTerms.ByParts(single), [(from, to)])[0].Interest, amount.Currency);
    }

    private static ImmutableArray<(DateOnly From, DateOnly Due)> DatesOf(ReadOnlySpan<InstalmentDay> days)
    {
        var dates = ImmutableArray.CreateBuilder<(DateOnly, DateOnly)>(days.Length);
        foreach (var day in days) dates.Add((day.From, day.Due));
        return dates.MoveToImmutable();
    }

    private static Money MoneyOf(decimal major, Currency currency) => new(checked((long)(major * currency.MinorPerMajor)), currency);
}
