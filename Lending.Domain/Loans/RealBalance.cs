using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>
/// Interest on the balance that is really owed. Principal that is overdue goes on bearing interest, night by night or by whole periods, and the
/// instalment that runs bears it: its amount stays, its split moves, and the last one takes the difference. On the morning an instalment falls due
/// those after it are split anew on what is left. Past the last due date nothing bears interest.
/// </summary>
internal static class RealBalance
{
    public static bool Applies(LoanProduct product) => product.Instalments is { InterestOn: InterestOn.RealBalance };

    /// <summary>The night with the interest of overdue principal, and with the instalments to come split anew where one falls due.</summary>
    public static DayClosed Bear(Loan loan, DayClosed day, LoanProduct product)
    {
        if (RunningOf(loan, day.Date) is not (>= 0 and var running)) return day;
        if (!day.Frozen && OverdueAt(loan, day.Date) is { IsPositive: true } overdue) day = Borne(loan, day, running, overdue, product);
        var morning = day.Date.AddDays(1);
        if (loan.Instalments[running].Due != morning) return day;

        var after = DayClosing.Apply(loan, day);
        var balance = Replanning.Sum(after, after.Instalments[(running + 1)..], row => row.PrincipalLeft);
        var split = Splitting.Of(after, running + 1, balance, morning, product);
        var moved = split.Where(row => Differs(row, after.Instalments[row.Number - 1])).ToImmutableArray();
        return moved.IsEmpty ? day : day with { Splits = [.. day.Splits ?? [], .. moved] };
    }

    /// <summary>The index of the instalment whose nights the day is among; below zero when none bears any.</summary>
    private static int RunningOf(Loan loan, DateOnly date)
    {
        for (var i = loan.Instalments.Length - 1; i >= 0; i--)
            if (loan.Instalments[i] is { IsVoid: false } row && row.From <= date && date < row.Due) return i;
        return -1;
    }

    /// <summary>Principal whose day to pay by has passed unpaid when the night begins.</summary>
    public static Money OverdueAt(Loan loan, DateOnly date)
    {
        var overdue = Money.Zero(loan.Currency);
        foreach (var row in loan.Instalments)
        {
            if (row.From > date) break;
            if (row.PayBy <= date && row.Due <= date) overdue += row.PrincipalLeft;
        }

        return overdue;
    }

    private static DayClosed Borne(Loan loan, DayClosed day, int running, Money overdue, LoanProduct product)
    {
        var row = loan.Instalments[running];
        var byPeriod = product.Instalments!.Rest is InterestRest.Period;
        if (byPeriod ? day.Date != row.From : InterestNights.PausedIn(loan.Pauses, day.Date, day.Date.AddDays(1)) > 0) return day;

        var from = byPeriod ? row.From : day.Date;
        var idle = byPeriod ? InterestNights.PausedIn(loan.Pauses, from, row.Due) : row.Due.DayNumber - day.Date.DayNumber - 1;
        var more = overdue.Minor * Splitting.FactorOf(loan, product, new(row.From, row.Due, from, idle));
        if (more == 0m) return day;

        var whole = row.Interest.Minor + row.InterestRest + more;
        var interest = Money.Round(whole, loan.Currency, product.Rounding);
        var grown = row with { Interest = interest, InterestRest = whole - interest.Minor };
        var was = day.Accruals.FirstOrDefault(accrual => accrual.Number == row.Number);
        var exact = byPeriod ? InterestNights.Of(loan, grown, day.Date, product).Exact
            : row.Due == day.Date.AddDays(1) ? interest.Minor
            : (was?.InterestExact ?? row.InterestExact) + more;
        var accrual = new DayAccrual(
            row.Number, exact, Money.Round(exact, loan.Currency, product.Rounding) - row.InterestAccrued, was?.PenaltyExact ?? row.PenaltyExact,
            was?.PenaltyPosted ?? Money.Zero(loan.Currency))
        {
            Interest = grown.Interest, InterestRest = grown.InterestRest,
        };
        return day with
        {
            Accruals = [.. day.Accruals.Where(other => other.Number != row.Number).Append(accrual).OrderBy(other => other.Number)],
            Splits = Moved(loan, running, grown),
        };
    }

    /// <summary>The running instalment keeps its amount, as far as it has principal to give; the last one takes it.</summary>
    private static ImmutableArray<InstalmentSplit>? Moved(Loan loan, int running, Instalment grown)
    {
        var last = Replanning.LastNumber(loan) - 1;
        var before = loan.Instalments[running];
        var moved = Money.Min(grown.Interest - before.Interest, before.PrincipalLeft);
        if (last <= running || !moved.IsPositive) return null;
        var taker = loan.Instalments[last];
        return [new(grown.Number, before.Principal - moved, grown.Interest, grown.InterestRest), new(taker.Number, taker.Principal + moved, taker.Interest, taker.InterestRest)];
    }

    private static bool Differs(InstalmentSplit split, Instalment row) => split.Principal != row.Principal || split.Interest != row.Interest;
}
