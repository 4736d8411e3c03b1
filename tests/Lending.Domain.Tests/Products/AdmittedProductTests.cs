using FsCheck.Xunit;
using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Products;

/// <summary>What the rules admit works: a seed stands for a product with settings drawn freely, an amount, a tenure and a day.</summary>
public sealed class AdmittedProductTests
{
    private static readonly BusinessCalendar Calendar = new(true, [new(2026, 8, 15), new(2026, 10, 2), new(2027, 1, 26)]);

    [Property(MaxTest = 2_000)]
    public void Of_AnyAdmittedProduct_PartsAddUpInOrderOfTime(int seed)
    {
        var random = new Random(seed);
        var product = RandomSettings.Admitted(random);
        var amount = A.Inr(random.NextInt64(product.AmountMin.Minor, product.AmountMax.Minor + 1));
        var tenure = random.Next(product.TenureMin, product.TenureMax + 1);
        var from = A.Day.AddDays(random.Next(1_000));

        var quote = Quotes.Of(product, amount, tenure, from, Calendar);

        var rows = quote.Schedule;
        Assert.Equal(Tenures.InstalmentsOf(product, tenure) + (product.Instalments!.DownPaymentPercent is null ? 0 : 1), rows.Length);
        Assert.Equal(amount.Minor, rows.Sum(row => row.Principal.Minor));
        Assert.Equal(quote.InterestTotal.Minor, rows.Sum(row => row.Interest.Minor));
        Assert.Equal(amount, quote.Usable + quote.ChargesTotal);
        for (var i = 0; i < rows.Length; i++)
        {
            Assert.Equal(i + 1, rows[i].Number);
            Assert.False(rows[i].Principal.IsNegative || rows[i].Interest.IsNegative);
            Assert.Equal(i == 0 ? from : rows[i - 1].Due, rows[i].From);
            Assert.True((rows[i].From < rows[i].Due || (i == 0 && product.Instalments.DownPaymentPercent is not null)) && rows[i].Due <= rows[i].PayBy);
            Assert.True(Calendar.IsWorkingDay(rows[i].PayBy));
            if (product.Instalments.Holidays is HolidayRule.MoveDueDate && rows[i].From < rows[i].Due) Assert.Equal(rows[i].Due, rows[i].PayBy);
        }
    }

    [Property(MaxTest = 1_000)]
    public void Of_AnyAdmittedProduct_LastInstalmentIsNotOutOfProportion(int seed)
    {
        var random = new Random(seed);
        var product = RandomSettings.Admitted(random);
        if (product.Instalments is not { Method: RepayMethod.Level or RepayMethod.EqualPrincipal or RepayMethod.Flat, GraceInterestPayment: 0, DownPaymentPercent: null })
            return;
        var amount = A.Inr(random.NextInt64(product.AmountMin.Minor, product.AmountMax.Minor + 1));
        var rows = Schedules.Of(product, amount, product.TenureMax, A.Day, BusinessCalendar.EveryDay);

        var most = rows[..^1].Select(row => row.Principal + row.Interest).DefaultIfEmpty(amount + amount).Max();
        var last = rows[^1].Principal + rows[^1].Interest;
        Assert.True(last.Minor <= most.Minor + (long)product.Instalments.MultipleOf * 100 * rows.Length + rows.Length + most.Minor / 5, $"{last} after {most}");
    }

    [Property(MaxTest = 2_000)]
    public void OfTheRest_OfAnyAdmittedProduct_RepaysThePrincipal(int seed)
    {
        var random = new Random(seed);
        var product = RandomSettings.Admitted(random);
        var principal = A.Inr(random.NextInt64(1_000_00, 5_00_000_00));
        var day = A.Day.AddDays(random.Next(20));
        var periods = System.Collections.Immutable.ImmutableArray.CreateBuilder<RemainingPeriod>();
        for (var i = random.Next(1, 24); i >= 0; i--)
        {
            var next = day.AddDays(random.Next(1, 60));
            periods.Add(new(day, next, periods.Count == 0 ? day.AddDays(random.Next(next.DayNumber - day.DayNumber)) : day, IsFree: random.Next(9) == 0));
            day = next;
        }

        var terms = ProductTerms.OfTheRest(product, principal, periods.Count, product.RatePercent, random.Next(4));
        var earned = random.Next(2) == 0 ? 0m : principal.Major * random.Next(500) / 1_000m;
        var debt = new RemainingDebt(earned)
        {
            AtTheEnd = decimal.Round(principal.Major * random.Next(0, 3) / 2, 2), Lent = principal.Major * random.Next(1, 4), PutOff = terms.GraceInterestPayment > 0 ? random.Next(9_000) : 0,
        };
        var keeps = random.Next(3) == 0;
        var rows = keeps
            ? RemainingSchedule.Keeping(decimal.Round(principal.Major / random.Next(1, 40), 2), terms, periods.ToImmutable(), debt)
            : RemainingSchedule.Of(terms, periods.ToImmutable(), debt);

        Assert.Equal(principal.Major, rows.Sum(row => row.Principal));
        Assert.DoesNotContain(rows, row => row.Principal < 0 || row.Interest < 0);
        Assert.True(keeps ? rows.Length <= periods.Count : rows.Length == periods.Count);
        Assert.True(rows[0].Interest >= earned - 0.02m || terms.InterestBase is InterestBase.Flat, $"{rows[0].Interest} after {earned}");
        for (var i = 0; i < rows.Length; i++) Assert.Equal((i + 1, periods[i].From, periods[i].Due), (rows[i].Number, rows[i].From, rows[i].Due));
    }

    [Fact]
    public void Check_FreelyDrawnSettings_AdmitsEveryMethodUnitAndRuleSet()
    {
        const int Seed = 20_261_123;
        var random = new Random(Seed);
        var admitted = Enumerable.Range(0, 6_000).Select(_ => RandomSettings.Drawn(random)).Where(product => ProductRules.Check(product).IsEmpty)
            .Select(product => product.Instalments!).ToList();

        Assert.All(Enum.GetValues<RepayMethod>(), method => Assert.Contains(admitted, terms => terms.Method == method));
        Assert.All(Enum.GetValues<RepayUnit>(), unit => Assert.Contains(admitted, terms => terms.Unit == unit));
        Assert.All(Enum.GetValues<RestTaker>(), rest => Assert.Contains(admitted, terms => terms.RestGoesTo == rest));
        Assert.All(Enum.GetValues<BrokenPeriod>(), broken => Assert.Contains(admitted, terms => terms.DueDay is not null && terms.BrokenPeriod == broken));
        Assert.Contains(admitted, terms => terms.Rules is ScheduleFamily.Progressive && terms.GraceInterestPayment > 0);
        Assert.Contains(admitted, terms => terms.GracePrincipal > 0);
        Assert.Contains(admitted, terms => terms.InterestFree > 0);
        Assert.Contains(admitted, terms => terms.DownPaymentPercent is not null);
        Assert.Contains(admitted, terms => terms.MultipleOf > 0);
    }
}
