using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Loans;

/// <summary>Whoever pays what is due on the day it is due is never late, whatever else was changed on the loan.</summary>
public sealed class PayingOnTimeProperties
{
    [Cases]
    public void Life_WithRandomChangesPaidOnTheDay_EndsWithoutPenalty(int seed)
    {
        var random = new Random(seed);
        if (RandomLoan(random) is not { } story) return;
        var changes = random.Next(1, 4);
        for (var step = 0; step < 400 && Next(story) is { } next; step++)
        {
            if (changes > 0 && random.Next(3) == 0 && story.Loan.Hold is null)
            {
                changes--;
                if (next.PayBy.DayNumber - story.Today.DayNumber is > 1 and var days) story.UntilMorningOf(story.Today.AddDays(random.Next(days)));
                if (Next(story) is null) break;
                var change = RandomChange(random, story, step);
                if (story.Ask(new ProposeChange("c", change, "asked for"), A.Omar).Refusal is null) story.Change(change);
                continue;
            }

            if (next.PayBy > story.Today) story.UntilMorningOf(next.PayBy);
            if (Next(story) is null) break;
            var due = LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow;
            if (due > story.Loan.Advance) story.Pay(due - story.Loan.Advance);
            story.CloseThrough(story.Today);
        }

        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.All(story.Loan.Instalments, row => Assert.Equal((row.Number, 0L), (row.Number, row.PenaltyAccrued.Minor)));
    }

    /// <summary>A period whose nights all bear none can still have interest that was put off from earlier ones.</summary>
    [Fact]
    public void Night_LastOfAPausedPeriodWithInterestPutOff_BringsAllOfIt()
    {
        var product = A.Emi with { Fees = [], Instalments = new() { Rules = ScheduleFamily.Progressive, GraceInterestPayment = 2, RestGoesTo = RestTaker.Spread } };
        Assert.Empty(ProductRules.Check(product));
        var story = Story.Active(product, A.Inr(1_00_000_00), 12).UntilMorningOf(new(2026, 7, 1));
        Pay(story);
        story.UntilMorningOf(new(2026, 7, 20)).Change(new InterestPause(new(2026, 8, 1), new(2026, 8, 31))).UntilMorningOf(new(2026, 8, 1));
        Pay(story);
        story.UntilMorningOf(new(2026, 9, 1));

        var third = story.Loan.Instalments[2];
        Assert.True(third.Interest.IsPositive);
        Assert.Equal(third.Interest, third.InterestAccrued);
        Pay(story);
        Assert.True(story.Loan.Instalments[2].IsPaid);
    }

    /// <summary>What cannot accrue any more is not owed, not even a paisa of it.</summary>
    [Fact]
    public void Night_FrozenOverTheDueDateWithATie_LeavesNoPaisaThatNeverAccrues()
    {
        var product = A.Emi with { Fees = [], Rounding = MidpointRounding.ToEven, Instalments = new() { Method = RepayMethod.InterestOnly } };
        var story = Story.Active(product, A.Inr(20_035_65), 6).UntilMorningOf(new(2026, 6, 16)).Change(new Freeze(new(2026, 7, 5))).UntilMorningOf(new(2026, 7, 6));

        Assert.Equal(story.Loan.Instalments[0].Interest, story.Loan.Instalments[0].InterestAccrued);
        Pay(story);
        Assert.Equal(0, LoanFigures.DpdOf(story.UntilMorningOf(new(2026, 7, 20)).Loan, story.Today));
    }

    private static void Pay(Story story)
    {
        var due = LoanFigures.Of(story.Loan, story.Today, story.Product).DueNow;
        if (due.IsPositive) story.Pay(due);
    }

    private static Instalment? Next(Story story) => story.Loan.Account is AccountState.Active ? story.Loan.Instalments.FirstOrDefault(row => !row.IsPaid) : null;

    private static Story? RandomLoan(Random random)
    {
        var product = RandomSettings.Admitted(random) with { Penalty = new(0.1m), LateCharges = null, Excess = RandomSettings.AnyExcess(random) };
        if (random.Next(2) == 0) product = product with { Fees = [new("svc", "Service", null, A.Inr(100_00), 18m) { When = FeeTime.EachInstalment }] };
        if (!ProductRules.Check(product).IsEmpty || product.Plan is not RepaymentPlan.Emi) return null;
        var brand = A.Saffron with { Settings = A.Saffron.Settings with { SundayOff = random.Next(2) == 0, MinimumLoan = A.Inr(1) } };
        var amount = A.Inr(random.NextInt64(product.AmountMin.Minor, product.AmountMax.Minor + 1));
        return Story.Active(product, amount, random.Next(product.TenureMin, Math.Min(product.TenureMax, product.TenureMin + 8) + 1), brand);
    }

    private static LoanChange RandomChange(Random random, Story story, int step)
    {
        var on = story.Today;
        return random.Next(8) switch
        {
            0 => new RateChange(random.Next(0, 3600) / 100m),
            1 => new TenureExtension(random.Next(1, 6)),
            2 => new DueDateMove(on.AddDays(random.Next(1, 40))),
            3 => new Moratorium(random.Next(1, 3), (MoratoriumInterest)random.Next(2)),
            4 => new InterestPause(on.AddDays(random.Next(0, 20)), on.AddDays(random.Next(20, 60))),
            5 => new ReAge(random.Next(1, 12), on.AddDays(random.Next(1, 40))),
            6 => new PartPrepayment($"pre-{step}", A.Inr(random.NextInt64(1, story.Loan.Sanctioned!.Value.Minor / 3)), "NEFT", "r", (PrepaymentEffect)random.Next(3)),
            _ => new Freeze(on.AddDays(random.Next(0, 30))),
        };
    }
}
