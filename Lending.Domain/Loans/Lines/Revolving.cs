using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>A line's debt: the rows of its statements, and the open row after them with all that none has asked for yet.</summary>
internal static class Revolving
{
    /// <summary>Whether the row is the open one of a line.</summary>
    public static bool IsOpenRow(Loan loan, Instalment row) => loan.Line is not null && row.Number == loan.Instalments.Length;

    public static Money Drawn(Loan loan) => Replanning.Sum(loan, loan.Instalments, row => row.PrincipalLeft);

    /// <summary>What statements have asked for and is unpaid, penalty on it included.</summary>
    public static Money BilledLeft(Loan loan) => Replanning.Sum(loan, loan.Instalments[..^1], row => row.Outstanding);

    /// <summary>Limit less what is drawn and what is on its way, never below zero.</summary>
    public static Money Available(Loan loan) => loan.Account is AccountState.Active
        ? Money.Max(Money.Zero(loan.Currency), LimitLeft(loan))
        : Money.Zero(loan.Currency);

    /// <summary>Limit less what is drawn and what is on its way; below zero once the limit was lowered under it.</summary>
    public static Money LimitLeft(Loan loan) => loan.Line!.Limit - Drawn(loan) - loan.Line.UnderWay();

    /// <summary>Everything owed less money kept in advance; below zero when that is more.</summary>
    public static Money Balance(Loan loan) => Replanning.Sum(loan, loan.Instalments, Forgiving.OwedNow) - loan.Advance;

    /// <summary>Nothing is owed, and nothing is on its way to be.</summary>
    public static bool IsIdle(Loan loan) => loan.Line!.Draws.IsEmpty && loan.Instalments.All(static row => row.IsPaid);

    /// <summary>On the day its validity is over: statements ask for everything, and it is closed once nothing is owed.</summary>
    public static bool HasEnded(Loan loan, DateOnly today) => today > loan.Line!.ValidThrough;

    public static Instalment Open(LineCycle cycle, Currency currency)
    {
        var zero = Money.Zero(currency);
        return new(cycle.Number, cycle.From, cycle.Due, cycle.PayBy, zero, zero, 0m, zero, 0m, zero, zero, zero, zero, null);
    }

    /// <summary>The open row with so much more principal.</summary>
    public static ImmutableArray<Instalment> WithDraw(ImmutableArray<Instalment> rows, Money amount)
    {
        var open = rows[^1];
        return rows.SetItem(rows.Length - 1, open with { Principal = open.Principal + amount, PaidOn = null });
    }

    /// <summary>The open row split at its statement: what is asked for becomes a row of its own, the rest goes on in the next cycle.</summary>
    public static ImmutableArray<Instalment> Billed(ImmutableArray<Instalment> rows, LineStatementMade made)
    {
        var (open, zero) = (rows[^1], Money.Zero(made.Principal.Currency));
        var billed = new Instalment(
            open.Number, made.Cycle.From, made.Cycle.Due, made.Cycle.PayBy, made.Principal, made.Interest, made.Interest.Minor, made.Interest, 0m, zero, zero, zero, zero,
            (made.Principal + made.Interest).IsZero ? made.Cycle.StatementOn : null);
        var rest = open with
        {
            Number = open.Number + 1, From = made.Next.From, Due = made.Next.Due, PayBy = made.Next.PayBy, Principal = open.Principal - made.Principal,
            Interest = open.Interest - made.Interest, InterestAccrued = open.InterestAccrued - made.Interest, InterestExact = open.InterestExact - made.Interest.Minor,
        };
        return [.. rows[..^1], billed, rest];
    }
}
