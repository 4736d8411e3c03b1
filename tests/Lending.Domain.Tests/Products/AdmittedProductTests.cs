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
        Assert.Equal(amount, quote.Net + quote.ChargesTotal);
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

    [Property(MaxTest = 500)]
    public void OfTheRest_OfAnyAdmittedProduct_RepaysThePrincipal(int seed)
    {
        var random = new Random(seed);
        var product = RandomSettings.Admitted(random);
        var principal = A.Inr(random.NextInt64(1_000_00, 5_00_000_00));
        var day = A.Day.AddDays(random.Next(20));
        var dates = System.Collections.Immutable.ImmutableArray.CreateBuilder<(DateOnly, DateOnly)>();
        for (var i = random.Next(1, 24); i >= 0; i--)
        {
            var next = day.AddDays(random.Next(1, 60));
            dates.Add((day, next));
            day = next;
        }

        var parts = Schedules.OfTheRest(product, principal, A.Inr(principal.Minor * random.Next(0, 3) / 2), product.RatePercent, dates.ToImmutable());

        Assert.Equal(principal.Minor, parts.Sum(part => part.Principal.Minor));
        Assert.DoesNotContain(parts, part => part.Principal.IsNegative || part.Interest.IsNegative);
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
