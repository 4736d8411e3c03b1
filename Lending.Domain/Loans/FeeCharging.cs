using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Fees that come with instalments: owed and income from the morning their instalment falls due.</summary>
internal static class FeeCharging
{
    /// <summary>Instalments that have fallen due by the morning and whose fee was not charged yet; null when there are none.</summary>
    public static ImmutableArray<int>? ChargedOn(Loan loan, DateOnly morning)
    {
        var builder = default(ImmutableArray<int>.Builder);
        foreach (var instalment in loan.Instalments)
        {
            if (instalment.From >= morning && instalment.Due > morning) break;
            if (instalment.Fee is { } fee && instalment.Due <= morning && fee.Posted < fee.Amount)
                (builder ??= ImmutableArray.CreateBuilder<int>(1)).Add(instalment.Number);
        }

        return builder?.DrainToImmutable();
    }

    public static ImmutableArray<Instalment> Charge(ImmutableArray<Instalment> instalments, ImmutableArray<int> numbers)
    {
        var changed = instalments.ToBuilder();
        foreach (var number in numbers)
        {
            var before = changed[number - 1];
            changed[number - 1] = before with { Fee = before.Fee!.Charged() };
        }

        return changed.MoveToImmutable();
    }
}
