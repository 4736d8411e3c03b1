using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Workers.Demo;

/// <summary>Deals out fates so that every state has its loans, most of them running, and starts them so that they are where they should be today.</summary>
public static class DemoPlans
{
    /// <summary>Fates that are still before repayment today, with how many days ago they began.</summary>
    private static readonly ImmutableArray<(DemoFate Fate, int DaysAgo)> UnderWay =
    [
        (DemoFate.Onboarding, 2), (DemoFate.Pending, 1), (DemoFate.Pending, 0), (DemoFate.Pending, 3), (DemoFate.SentBack, 4), (DemoFate.CreditApproved, 2),
        (DemoFate.CreditApproved, 5), (DemoFate.AwaitingSignature, 3), (DemoFate.AwaitingDisbursal, 4), (DemoFate.AwaitingDisbursal, 6),
        (DemoFate.DisbursalProposed, 5), (DemoFate.PayoutFailed, 6), (DemoFate.RejectedByCredit, 12), (DemoFate.RejectedBySanction, 20), (DemoFate.Cancelled, 9),
    ];

    private static readonly ImmutableArray<DemoFate> Repaying =
    [
        DemoFate.PaysOnTime, DemoFate.PaysOnTime, DemoFate.PaysOnTime, DemoFate.PaysOnTime, DemoFate.PaysLate, DemoFate.PaysLate, DemoFate.PaysInParts,
        DemoFate.StopsPaying, DemoFate.ClosesEarly, DemoFate.PaysOnTime, DemoFate.StopsPaying, DemoFate.PaymentToConfirm,
    ];

    public static IReadOnlyList<DemoPlan> Make(Random random, int count, DateOnly firstDay, DateOnly today, int firstNumber) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            var payday = i % 3 == 0;
            var tenure = payday ? random.Next(2, 7) * 7 : random.Next(1, 7) * 3;
            var amount = Money.Inr((payday ? random.Next(15, 50) : random.Next(4, 60) * 5) * 1_000_00L + (payday ? 0 : 15_000_00L));
            var habit = random.Next(1000);
            // A quarter of the loans are on their way in; the others began on some day since the simulation's first.
            var running = firstDay.AddDays(random.Next(today.DayNumber - firstDay.DayNumber - 8));
            var (fate, daysAgo) = i % 4 == 1 ? UnderWay[i / 4 % UnderWay.Length] : (Repaying[i % Repaying.Length], today.DayNumber - running.DayNumber);
            var start = today.AddDays(-daysAgo);
            return new DemoPlan(firstNumber + i, fate, payday ? "PAYDAY" : "EMI", amount, tenure, start, habit);
        }).OrderBy(plan => plan.Start).ThenBy(plan => plan.Number),
    ];
}
