using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain.Tests;

/// <summary>Instalment products with settings drawn freely; the rules say which of them are products at all.</summary>
internal static class RandomSettings
{
    private const int TriesMax = 400;

    /// <summary>The first product of a seed that the rules admit.</summary>
    public static LoanProduct Admitted(Random random)
    {
        for (var tried = 0; tried < TriesMax; tried++)
            if (Drawn(random) is var product && ProductRules.Check(product).IsEmpty) return product;
        throw new InvalidOperationException($"No product was admitted in {TriesMax} draws.");
    }

    public static LoanProduct Drawn(Random random)
    {
        var terms = Terms(random);
        var agreed = terms.DaysAfterPayout.Length;
        var shortest = agreed > 0 ? agreed : random.Next(1, 14);
        var least = random.NextInt64(500_00, 20_000_00);
        return new LoanProduct(
            "drawn", 1, "Drawn", RepaymentPlan.Emi, A.Inr(least), A.Inr(least + random.NextInt64(0, 10_00_000_00)),
            shortest, agreed > 0 ? agreed : shortest + random.Next(0, 40), random.Next(8) == 0 ? 0m : random.Next(1, 6_000) / 100m,
            [new("service", "Service", random.Next(1, 200) / 100m, null, 18m, Maybe(random)) { When = Any<FeeTime>(random), TdsPercent = random.Next(0, 31), TdsBooked = Maybe(random) }], new PenaltyTerms(0m))
        {
            Instalments = terms,
            Rounding = Any<MidpointRounding>(random),
            Waterfall = AnyOrder(random),
            Excess = Maybe(random) ? ExcessMoney.HoldAsAdvance : AnyExcess(random),
            GoodwillWaterfall = Rarely(random) ? AnyOrder(random) : null,
        };
    }

    /// <summary>What becomes of money beyond what is due, where interest follows the schedule.</summary>
    public static ExcessMoney AnyExcess(Random random) =>
        new[] { ExcessMoney.HoldAsAdvance, ExcessMoney.ReduceInstalment, ExcessMoney.ReduceTenure, ExcessMoney.PayLastInstalments } is var all ? all[random.Next(all.Length)] : default;

    /// <summary>An order of payment, of one kind after the other or of past due and due by themselves.</summary>
    public static Waterfall AnyOrder(Random random)
    {
        var direction = Any<PaymentDirection>(random);
        if (random.Next(3) > 0) return new Waterfall(Shuffled(Enum.GetValues<DebtKind>()), direction);
        AllocationStep[] owed = [.. from when in new[] { DueKind.PastDue, DueKind.Due } from what in Enum.GetValues<DebtKind>() select new AllocationStep(when, what)];
        AllocationStep[] early = [.. Enum.GetValues<DebtKind>().Select(what => new AllocationStep(DueKind.InAdvance, what))];
        return new Waterfall { Direction = direction, Steps = [.. Shuffled(owed), .. Shuffled(early)] };

        ImmutableArray<T> Shuffled<T>(T[] all)
        {
            random.Shuffle(all);
            return [.. all];
        }
    }

    private static InstalmentTerms Terms(Random random)
    {
        var unit = Any<RepayUnit>(random);
        var method = Any<RepayMethod>(random);
        var progressive = method is not RepayMethod.EqualPrincipal && Maybe(random);
        var byDays = unit is not (RepayUnit.Weeks or RepayUnit.Months) || Maybe(random);
        var dueDay = unit is RepayUnit.Months && random.Next(3) == 0 ? random.Next(1, 32) : (int?)null;
        return new InstalmentTerms
        {
            Unit = unit,
            Every = unit is RepayUnit.SemiMonths or RepayUnit.AgreedDays ? 1 : random.Next(1, 4),
            SemiMonthlyDays = unit is RepayUnit.SemiMonths ? [random.Next(1, 16), random.Next(16, 32)] : [],
            DaysAfterPayout = unit is RepayUnit.AgreedDays ? Agreed(random) : [],
            TenureUnit = Any<TenureUnit>(random),
            Method = method,
            BalloonPercent = method is RepayMethod.Balloon ? random.Next(1, 95) : 0,
            QuarterOfMonth = unit is RepayUnit.Weeks && random.Next(4) == 0,
            Rules = progressive ? ScheduleFamily.Progressive : ScheduleFamily.Cumulative,
            Interest = byDays ? InterestPeriods.Daily : InterestPeriods.SameAsRepaymentPeriod,
            DaysInYear = byDays ? Any<YearLength>(random) : YearLength.Actual,
            DaysInMonth = byDays && Rarely(random) ? MonthLength.Days30 : MonthLength.Actual,
            LeapDayInItsPeriodOnly = byDays && Rarely(random),
            MultipleOf = Rarely(random) ? random.Next(1, 200) : 0,
            RestGoesTo = Any<RestTaker>(random),
            GracePrincipal = Rarely(random) ? random.Next(0, 4) : 0,
            GraceInterestPayment = Rarely(random) ? random.Next(0, 4) : 0,
            InterestFree = Rarely(random) ? random.Next(0, 4) : 0,
            DueDay = dueDay,
            FirstDueAfterDays = random.Next(0, 40),
            BrokenPeriod = dueDay is null ? BrokenPeriod.ByDays : Any<BrokenPeriod>(random),
            DownPaymentPercent = Rarely(random) ? random.Next(1, 60) : null,
            MonthEnd = Rarely(random) ? MonthEnd.FirstDayOfNextMonth : MonthEnd.LastDayOfMonth,
            Holidays = Any<HolidayRule>(random),
        };
    }

    private static ImmutableArray<int> Agreed(Random random)
    {
        var day = 0;
        return [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => day += random.Next(1, 120))];
    }

    private static T Any<T>(Random random) where T : struct, Enum => Enum.GetValues<T>() is var all ? all[random.Next(all.Length)] : default;

    private static bool Maybe(Random random) => random.Next(2) == 0;

    private static bool Rarely(Random random) => random.Next(6) == 0;
}
