using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>A schedule in which the first instalment takes what rounding leaves, instead of the last (peers: choice of the rounding row).</summary>
internal static class FirstTakesRest
{
    private const int TriesMax = 4;

    public static ImmutableArray<InstalmentParts> Of(CreditTerms terms, ReadOnlySpan<InstalmentDay> days, Money amount)
    {
        var whole = EngineParts.Of(terms, days, counted: false, amount.Currency);
        if (whole.Length < 2) return whole;
        if (terms.InterestBase is InterestBase.Flat) return terms.Family is ScheduleFamily.Progressive ? Flat(whole) : whole.SetItem(0, whole[^1]).SetItem(whole.Length - 1, whole[0]);
        return terms.Amortization is Amortization.EqualPrincipalPayments
            ? Join(whole[0].Interest, amount, Rest(terms, days, Times(whole[0].Principal, whole.Length - 1)))
            : Level(terms, days, amount, whole[0]);
    }

    // The amounts change places; each keeps the interest of its own days. Left as it is where an amount is less than that.
    private static ImmutableArray<InstalmentParts> Flat(ImmutableArray<InstalmentParts> whole)
    {
        var (first, last) = (whole[0] with { Principal = whole[^1].Total - whole[0].Interest }, whole[^1] with { Principal = whole[0].Total - whole[^1].Interest });
        return first.Principal.IsNegative || last.Principal.IsNegative ? whole : whole.SetItem(0, first).SetItem(whole.Length - 1, last);
    }

    // The balance after the first instalment is moved until the last one is level too. It never exceeds the amount: then the first pays interest only.
    private static ImmutableArray<InstalmentParts> Level(CreditTerms terms, ReadOnlySpan<InstalmentDay> days, Money amount, InstalmentParts first)
    {
        var balance = amount - first.Principal;
        var best = Rest(terms, days, balance);
        for (var attempt = 0; attempt < TriesMax && OffOf(best) is { IsZero: false } off; attempt++)
        {
            balance = Money.Min(amount, balance - Money.Round(off.Minor / GrowthOf(best, balance), amount.Currency));
            if (!balance.IsPositive) break;
            var tried = Rest(terms, days, balance);
            if (Math.Abs(OffOf(tried).Minor) >= Math.Abs(off.Minor)) break;
            best = tried;
        }

        return Join(first.Interest, amount, best);
    }

    private static ImmutableArray<InstalmentParts> Rest(CreditTerms terms, ReadOnlySpan<InstalmentDay> days, Money balance) =>
        EngineParts.Of(terms with { Principal = balance.Major, Installments = days.Length - 1 }, days[1..], counted: false, balance.Currency);

    private static ImmutableArray<InstalmentParts> Join(Money interest, Money amount, ImmutableArray<InstalmentParts> rest)
    {
        var principal = amount;
        foreach (var part in rest) principal -= part.Principal;
        return [new(principal, interest), .. rest];
    }

    private static Money OffOf(ImmutableArray<InstalmentParts> rest) => rest[^1].Total - rest[0].Total;

    private static decimal GrowthOf(ImmutableArray<InstalmentParts> rest, Money balance)
    {
        var growth = 1m;
        foreach (var part in rest)
        {
            if (balance.IsPositive) growth *= 1m + ((decimal)part.Interest.Minor / balance.Minor);
            if (growth > 1_000_000m) break;
            balance -= part.Principal;
        }

        return growth;
    }

    private static Money Times(Money money, int times) => new(checked(money.Minor * times), money.Currency);
}
