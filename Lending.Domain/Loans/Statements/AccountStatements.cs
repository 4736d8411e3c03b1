using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Makes statements of a term loan from its history, as it was known when the period ended.</summary>
public static class AccountStatements
{
    /// <summary>Nights of a kind follow each other in one line until something else happens.</summary>
    public static AccountStatement Of(IReadOnlyList<DatedEvent> history, DateOnly from, DateOnly to, LoanProduct product)
    {
        var loan = Loan.None;
        var next = 0;
        for (; next < history.Count && DayOf(history[next]) < from; next++) loan = LoanEvolution.Evolve(loan, history[next].Event);
        var opening = Owed(loan, product);
        var lines = new StatementLines(opening);
        for (; next < history.Count && DayOf(history[next]) <= to; next++)
        {
            var after = LoanEvolution.Evolve(loan, history[next].Event);
            lines.Add(DayOf(history[next]), loan, history[next].Event, Owed(after, product) - lines.Balance);
            loan = after;
        }

        var made = lines.Done();
        var figures = loan.Version == 0 ? null : LoanFigures.Of(loan, to.AddDays(1), product);
        var runs = loan.Account is AccountState.Active;
        return new AccountStatement(from, to, opening, made, lines.Balance)
        {
            Overdue = runs ? figures!.OverdueAmount : Money.Zero(product.Currency), NextDue = runs ? figures!.NextDue : null,
        };
    }

    /// <summary>What falls due with an instalment, seen from a morning before it; null when nothing is to be paid for it.</summary>
    public static LoanBill? BillOf(Loan loan, int number, DateOnly morning)
    {
        if (loan.Account is not AccountState.Active || number < 1 || number > loan.Instalments.Length || loan.Instalments[number - 1] is not { IsPaid: false } due) return null;
        var overdue = Money.Zero(loan.Currency);
        foreach (var instalment in loan.Instalments)
            if (instalment.Number != number && instalment.PayBy < due.PayBy) overdue += instalment.Outstanding;
        var bill = new LoanBill(number, due.Due, due.PayBy, due.PrincipalLeft, due.InterestLeft, due.FeeLeft, overdue + due.PenaltyLeft, loan.Advance);
        return bill.Total.IsPositive && due.PayBy >= morning ? bill : null;
    }

    /// <summary>The day an event belongs to in a statement: the night's own, else the business date it was booked on.</summary>
    private static DateOnly DayOf(DatedEvent dated) => dated.Event is DayClosed night ? night.Date : dated.On;

    private static Money Owed(Loan loan, LoanProduct product)
    {
        if (loan.Version == 0) return Money.Zero(product.Currency);
        var owed = -loan.Advance;
        foreach (var instalment in loan.Instalments)
            owed += instalment.PrincipalLeft + instalment.AccruedInterestLeft + instalment.PenaltyLeft + instalment.PostedFeeLeft;
        return owed;
    }
}
