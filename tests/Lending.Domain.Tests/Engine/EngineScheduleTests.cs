using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Engine;

public sealed class EngineScheduleTests
{
    private static readonly DateOnly Start = new(2026, 1, 31);

    [Fact]
    public void Of_TwelveMonthsOf30Days_IsTheKnownSchedule()
    {
        var rows = EngineSchedules.Of(Monthly(100_000m, 18m, 12), Start);

        Assert.Equal(new PlannedInstallment(1, Start, new(2026, 2, 28), 7_668.00m, 1_500.00m), rows[0]);
        Assert.Equal(new PlannedInstallment(12, new(2026, 12, 31), new(2027, 1, 31), 9_032.50m, 135.49m), rows[11]);
        Assert.Equal(100_000m, rows.Sum(row => row.Principal));
    }

    [Fact]
    public void Of_DatesAgreedOn_KeepsThemAndChargesByTheirDays()
    {
        var terms = Monthly(1_000m, 36.5m, 2) with { DaysInMonth = MonthLength.Actual, DaysInYear = YearLength.Days365 };

        var rows = EngineSchedules.Of(terms, [(Start, new(2026, 3, 2)), (new(2026, 3, 2), new(2026, 3, 12))]);

        Assert.Equal([new(2026, 3, 2), new(2026, 3, 12)], rows.Select(row => row.Due));
        Assert.Equal(30.00m, rows[0].Interest);
        Assert.Equal(decimal.Round(rows[1].Principal * 0.01m, 2), rows[1].Interest);
    }

    [Fact]
    public void Of_DatesThatLeaveAGap_Throws() =>
        Assert.Throws<ArgumentException>(() => EngineSchedules.Of(Monthly(1_000m, 12m, 2), [(Start, new(2026, 3, 2)), (new(2026, 3, 3), new(2026, 4, 2))]));

    [Cases]
    public void Of_AnyProduct_IsTheSimulationsSchedule(int seed)
    {
        var terms = RandomLoans.Terms(new Random(seed));

        var rows = EngineSchedules.Of(terms, Start);

        var simulated = LoanSimulation.Run(terms, Start, [new BusinessDateSet(Start), new Disbursed(Start, terms.Principal)]).Value[1].Schedule;
        Assert.Equal(simulated.Select(row => (row.N, row.DueDate, row.Principal, row.Interest)), rows.Select(row => (row.Number, row.Due, row.Principal, row.Interest)));
    }

    [Cases]
    public void Of_AnyDates_IsThePlansScheduleOnThem(int seed)
    {
        var random = new Random(seed);
        var terms = RandomLoans.Terms(random);
        var (dates, from) = (new List<(DateOnly From, DateOnly Due)>(), Start);
        for (var i = 0; i < terms.Installments; i++)
        {
            dates.Add((from, from.AddDays(random.Next(1, 70))));
            from = dates[^1].Due;
        }

        var rows = EngineSchedules.Of(terms, [.. dates]);

        var planned = EngineSchedules.Of(terms with { ExpectedDisbursements = [new(Start, terms.Principal)] }, [.. dates]);
        Assert.Equal(planned.AsEnumerable(), rows);
    }

    /// <summary>What has a quick way of its own, with every setting that may go with it, on counted and on agreed dates.</summary>
    [Cases]
    public void Of_FlatOrWithGrace_IsTheGeneralPlans(int seed)
    {
        var random = new Random(seed);
        var drawn = RandomLoans.Terms(random);
        var installments = random.Next(1, 61);
        var flat = random.Next(2) == 0;
        var terms = drawn with
        {
            Family = ScheduleFamily.Progressive, Recalculation = null, DownPayment = null, Installments = installments,
            InterestBase = flat ? InterestBase.Flat : InterestBase.DecliningBalance, GracePrincipal = flat ? 0 : random.Next(2) == 0 ? installments - 1 : random.Next(0, installments),
            AnnualRatePct = random.Next(4) == 0 ? random.Next(1, 400) : drawn.AnnualRatePct, InstallmentMultipleOf = random.Next(6) == 0 ? random.Next(1, 3_000) : drawn.InstallmentMultipleOf,
            Decimals = random.Next(5) == 0 ? random.Next(0, 4) : 2, MonthEnd = (MonthEnd)random.Next(2), LeapDayInItsPeriodOnly = random.Next(4) == 0,
        };
        var start = Start.AddDays(random.Next(0, 800));
        var general = terms with { ExpectedDisbursements = [new(start, terms.Principal)] };

        Assert.Equal(EngineSchedules.Of(general, start).AsEnumerable(), EngineSchedules.Of(terms, start));
        var dates = ImmutableArray.CreateBuilder<(DateOnly From, DateOnly Due)>();
        for (var from = start; dates.Count < installments; from = dates[^1].Due) dates.Add((from, from.AddDays(random.Next(1, 70))));
        Assert.Equal(EngineSchedules.Of(general, dates.ToImmutable()).AsEnumerable(), EngineSchedules.Of(terms, dates.ToImmutable()));
    }

    private static CreditTerms Monthly(decimal principal, decimal rate, int installments) => new()
    {
        Principal = principal, AnnualRatePct = rate, Installments = installments, RepayEvery = 1, RepayUnit = TermUnit.Months,
        DaysInYear = YearLength.Days360, DaysInMonth = MonthLength.Days30,
    };
}
