using Lending.Domain;

namespace Lending.Workers.Demo;

/// <summary>
/// Which demo loans are changed while they run, so that every kind of change, hold and end has loans to look at. Changes follow from the plan's number,
/// so everybody sees the same ones.
/// </summary>
public static class DemoChanges
{
    /// <summary>The change of a loan on a day, with the words it is asked for; null on all other days, and for most loans.</summary>
    public static (LoanChange Change, string Note)? On(DateOnly day, DemoPlan plan, Loan loan)
    {
        if (day.DayNumber - plan.Start.DayNumber != 40 + (plan.Habit % 30)) return null;
        return plan.Fate switch
        {
            DemoFate.StopsPaying => OfALateLoan(day, plan, loan),
            DemoFate.PaysLate when PenaltyOf(loan) is { IsPositive: true } penalty => (new PenaltyWaiver(penalty), "First time late, salary came late."),
            DemoFate.PaysOnTime when plan.ProductCode == "EMI" => OfAGoodLoan(day, plan, loan),
            _ => null,
        };
    }

    private static (LoanChange, string)? OfALateLoan(DateOnly day, DemoPlan plan, Loan loan) => (plan.Number % 6) switch
    {
        0 when plan.ProductCode == "EMI" => (new ReAge(12, day.AddDays(25)), "Lost the job, has a new one since this month."),
        1 => (new Dispute(), "Says the last payment was made in cash at the branch."),
        2 => (new WriteOff(), "Not reachable for three months, legal sees no case."),
        3 => (new Settlement(LoanFigures.PayoffOf(loan).Half(), day.AddDays(30)), "Offers half of it at once."),
        4 when plan.ProductCode == "EMI" => (new Moratorium(2, MoratoriumInterest.Accrues), "In hospital, back at work in two months."),
        _ => null,
    };

    private static (LoanChange, string)? OfAGoodLoan(DateOnly day, DemoPlan plan, Loan loan) => (plan.Number % 7) switch
    {
        0 => (new RateChange(15m), "Loyal customer, rate matched."),
        1 => (new TenureExtension(3), "Wants smaller instalments."),
        2 => (new Freeze(day.AddDays(60)), "Flood relief of the district."),
        3 => (new PartPrepayment($"pre_{loan.Id}", loan.Sanctioned!.Value.Half().Half(), "NEFT", $"N{plan.Number:D8}", PrepaymentEffect.ReduceTenure), "Bonus paid in."),
        4 => (new DueDateMove(day.AddDays(20)), "Salary comes on another day now."),
        5 => (new GoodwillCredit(Money.Inr(250_00)), "For the wrong reminder of last week."),
        _ => null,
    };

    private static Money PenaltyOf(Loan loan)
    {
        var left = Money.Zero(loan.Currency);
        foreach (var instalment in loan.Instalments) left += instalment.PenaltyLeft;
        return left;
    }

    private static Money Half(this Money amount) => new((amount.Minor + 1) / 2, amount.Currency);
}
