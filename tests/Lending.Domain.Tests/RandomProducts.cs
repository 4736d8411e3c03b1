namespace Lending.Domain.Tests;

/// <summary>Products as Brands might make them, from a seeded source.</summary>
internal static class RandomProducts
{
    public static LoanProduct Any(Random random)
    {
        var payday = random.Next(2) == 0;
        return new LoanProduct(
            payday ? "payday" : "emi", random.Next(1, 9), "Random", payday ? RepaymentPlan.Payday : RepaymentPlan.Emi,
            A.Inr(random.Next(100, 10_000_00)), A.Inr(random.Next(10_000_01, 2_000_000_00)), 1, payday ? 60 : 48,
            Rate(random, payday ? 2 : 60), Fees(random), new PenaltyTerms(Rate(random, 3), random.Next(4), Cap(random)))
        {
            SuspendInterestWhenNpa = random.Next(2) == 0,
            Provision = random.Next(2) == 0 ? [] : [new(0, 0.25m), new(31, random.Next(1, 20)), new(91, random.Next(20, 100))],
        };
    }

    private static decimal Rate(Random random, int most) => random.Next(6) == 0 ? 0m : random.Next(1, most * 1000) / 1000m;

    private static Money? Cap(Random random) => random.Next(2) == 0 ? null : A.Inr(random.Next(1, 5_000_00));

    private static System.Collections.Immutable.ImmutableArray<FeeTerms> Fees(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(4)).Select(i => new FeeTerms(
            $"fee-{i}", $"Fee {i}", random.Next(1, 900) / 100m, null, random.Next(2) == 0 ? 18m : 0m, random.Next(2) == 0)
        {
            TdsPercent = random.Next(2) == 0 ? 0m : random.Next(1, 30), TdsBooked = random.Next(2) == 0,
        }).Select(fee => fee.TdsPercent == 0 ? fee with { TdsBooked = false } : fee),
    ];
}
