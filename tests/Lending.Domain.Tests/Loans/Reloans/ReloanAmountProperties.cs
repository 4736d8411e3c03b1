namespace Lending.Domain.Tests.Loans;

/// <summary>Of any hike on any former loan: the offer is not below it, not above the hike, within the product, and on the Brand's step.</summary>
public sealed class ReloanAmountProperties
{
    [Cases]
    public void Of_AnyHike_StaysBetweenTheFormerLoanAndTheBounds(int seed)
    {
        var random = new Random(seed);
        var max = A.Inr(random.NextInt64(10_000_00, 10_00_000_00));
        var min = A.Inr(random.NextInt64(1_00, max.Minor));
        var product = A.Emi with { AmountMin = min, AmountMax = max };
        var brand = A.Saffron with { Settings = A.Saffron.Settings with { MinimumLoan = A.Inr(random.NextInt64(1, 20_000_00)) } };
        var policy = new ReloanPolicy { RoundTo = A.Inr(random.NextInt64(1, 5_000_00)) };
        policy = random.Next(3) switch
        {
            0 => policy with { HikeAmount = A.Inr(random.NextInt64(0, 50_000_00)) },
            1 => policy with { HikePercent = random.Next(0, 50_000) / 100m },
            _ => policy,
        };
        var previous = A.Inr(random.NextInt64(1_00, 12_00_000_00));

        var outcome = ReloanAmounts.Of(previous, policy, product, brand);

        var highest = Highest(previous, policy, max);
        var minimum = brand.Settings.MinimumLoan > min ? brand.Settings.MinimumLoan : min;
        if (outcome.IsRefused)
        {
            Assert.IsType<AmountOutOfRange>(outcome.Refusal);
            Assert.True(decimal.Floor(highest) < minimum.Minor || minimum > max);
            return;
        }

        var amount = outcome.Value;
        Assert.True(amount <= max && amount >= minimum);
        Assert.True(amount >= previous || previous > max);
        Assert.True(amount.Minor <= highest);
        Assert.True(amount.Minor % policy.RoundTo.Minor == 0 || amount == previous || amount.Minor - (amount.Minor % policy.RoundTo.Minor) < minimum.Minor);
    }

    private static decimal Highest(Money previous, ReloanPolicy policy, Money max) => Math.Min(
        max.Minor, previous.Minor + (policy.HikeAmount?.Minor ?? (previous.Minor * (policy.HikePercent ?? 0m) / 100m)));
}
