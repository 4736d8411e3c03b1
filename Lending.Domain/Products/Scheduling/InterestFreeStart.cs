using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>Schedules whose first instalments bear no interest. Level ones pay the same from the first on: P x c / (1 + k x c), with c for the rest.</summary>
internal static class InterestFreeStart
{
    public static ImmutableArray<InstalmentParts> Of(CreditTerms terms, ReadOnlySpan<InstalmentDay> days, bool counted, Money amount, int free)
    {
        if (terms is not { InterestBase: InterestBase.DecliningBalance, Amortization: Amortization.EqualInstallments, GracePrincipal: 0 })
            return Without(EngineParts.Of(terms, days, counted, amount.Currency), free);

        var level = LevelOf(terms, days, amount, free);
        var parts = ImmutableArray.CreateBuilder<InstalmentParts>(days.Length);
        var balance = amount;
        for (var i = 0; i < free; i++)
        {
            parts.Add(new(level, Money.Zero(amount.Currency)));
            balance -= level;
        }

        parts.AddRange(Rest(terms, days, balance, free));
        return parts.MoveToImmutable();
    }

    private static Money LevelOf(CreditTerms terms, ReadOnlySpan<InstalmentDay> days, Money amount, int free)
    {
        var alone = Rest(terms, days, amount, free)[0].Total.Major;
        var level = terms.Money(alone * amount.Major / (amount.Major + (free * alone)));
        var even = Precise.Multiple(level, terms.InstallmentMultipleOf);
        return new(checked((long)((even == 0 ? level : even) * amount.Currency.MinorPerMajor)), amount.Currency);
    }

    private static ImmutableArray<InstalmentParts> Rest(CreditTerms terms, ReadOnlySpan<InstalmentDay> days, Money balance, int free) =>
        EngineParts.Of(terms with { Principal = balance.Major, Installments = days.Length - free }, days[free..], counted: false, balance.Currency);

    private static ImmutableArray<InstalmentParts> Without(ImmutableArray<InstalmentParts> parts, int free) =>
        [.. parts.Select((part, i) => i < free ? part with { Interest = Money.Zero(part.Interest.Currency) } : part)];
}
