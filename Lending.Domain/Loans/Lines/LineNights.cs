namespace Lending.Domain;

/// <summary>Nights of a line, and the statements between them.</summary>
internal static class LineNights
{
    /// <summary>
    /// What the open row has accrued after the night, and what of it is posted: the daily part of the yearly rate on all principal owed, whatever statement asked
    /// for it. The exact amount goes on from statement to statement, so that what is posted never drifts from it.
    /// </summary>
    public static (decimal Exact, Money Posted) InterestOf(Loan loan, Instalment open, LoanProduct product)
    {
        var owed = 0L;
        foreach (var row in loan.Instalments) owed += row.PrincipalLeft.Minor;
        var zero = Money.Zero(loan.Currency);
        var night = owed * (loan.RatePercent ?? product.RatePercent) / 100m / DaysOf(product);
        if (night == 0m) return (open.InterestExact, zero);
        var exact = open.InterestExact + night;
        return (exact, Money.Max(zero, Money.Round(exact, loan.Currency, product.Rounding) - open.InterestAccrued));
    }

    /// <summary>What follows a closed night in the morning: the statement of a cycle that has ended, and the end of a line that is over and owes nothing.</summary>
    public static LoanDecision Morning(Loan loan, DayClosed night, LoanDecision closed, Circumstances now)
    {
        var today = night.Date.AddDays(1);
        var after = LoanEvolution.Evolve(loan, night);
        if (today == after.Line!.Cycle.StatementOn)
        {
            var made = StatementOf(after, today, LoanDecider.ProductOf(now), now.Brand.Settings.Calendar);
            closed = closed with { Events = closed.Events.Add(made) };
            if (made.MinimumDue.IsPositive)
                closed = closed.AndThen(LoanOutbox.Message(
                    MessageTemplates.LineStatement, after, now, made.MinimumDue, made.Cycle.PayBy, also: ("statement", $"{made.Cycle.Number}")));
            after = LoanEvolution.Evolve(after, made);
        }

        if (!Revolving.HasEnded(after, today) || !Revolving.IsIdle(after)) return closed;
        return (closed with { Events = closed.Events.Add(new LoanCompleted(today)) }).AndThen(LineClosing.Farewell(after, today, now));
    }

    public static LineStatementMade StatementOf(Loan loan, DateOnly today, LoanProduct product, BusinessCalendar calendar)
    {
        var (line, open) = (loan.Line!, loan.Instalments[^1]);
        var (principal, interest) = MinimumDue.Of(
            open.PrincipalLeft, open.AccruedInterestLeft, line.MinimumPercent ?? product.Line!.MinimumPercent, Revolving.HasEnded(loan, today), product);
        var (closing, sums) = (Revolving.Balance(loan), line.Sums);
        var adjusted = closing - (sums.Opening + sums.Drawn + sums.Interest + sums.Penalty - sums.Paid);
        return new(
            line.Cycle, sums, adjusted, closing, principal, interest, Revolving.BilledLeft(loan), line.Limit, Revolving.Available(loan),
            LineCycles.Next(product.Line!, line.OpenedOn, line.Cycle, calendar));
    }

    public static int DaysOf(LoanProduct product) => product.Line!.DaysInYear switch
    {
        Engine.YearLength.Days360 => 360,
        Engine.YearLength.Days364 => 364,
        _ => 365,
    };
}
