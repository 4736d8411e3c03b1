namespace Lending.Domain;

/// <summary>
/// How a line stands on a day. Drawn is principal owed; UnderWay are draws not paid yet; Available is what can still be drawn as far as the limit goes.
/// MinimumDue is what statements have asked for and is unpaid, penalty on it included; PayBy is the last day for the newest of it.
/// </summary>
public sealed record LineFigures(
    Money Limit, Money Drawn, Money UnderWay, Money Available, Money MinimumDue, DateOnly? PayBy, DateOnly NextStatement, DateOnly ValidThrough, Refusal? NoDraws)
{
    /// <summary>Null for a loan that is no line, or not open yet.</summary>
    public static LineFigures? Of(Loan loan, DateOnly today, LoanProduct? product = null)
    {
        if (loan.Line is not { } line) return null;
        var drawn = Revolving.Drawn(loan);
        var due = Revolving.BilledLeft(loan);
        var payBy = due.IsPositive ? LastUnpaid(loan) : null;
        return new(
            line.Limit, drawn, line.UnderWay(), Revolving.Available(loan), due, payBy, line.Cycle.StatementOn, line.ValidThrough,
            loan.Account is AccountState.Active ? Drawing.Stop(loan, product, today) : null);
    }

    private static DateOnly? LastUnpaid(Loan loan)
    {
        for (var i = loan.Instalments.Length - 2; i >= 0; i--)
            if (!loan.Instalments[i].IsPaid) return loan.Instalments[i].PayBy;
        return null;
    }
}
