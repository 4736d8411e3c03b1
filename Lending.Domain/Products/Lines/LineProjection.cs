using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// What a line comes to if its whole limit is drawn on the day it opens, each statement's minimum is paid on its last day, and everything is repaid with the
/// first statement after its validity. Made by the rules that run a real line, night by night; for quotes and the Key Fact Statement.
/// </summary>
internal static class LineProjection
{
    public static ImmutableArray<ScheduledInstalment> Of(LoanProduct product, Money limit, int months, DateOnly openedOn, BusinessCalendar calendar)
    {
        var terms = product.Line!;
        var zero = Money.Zero(limit.Currency);
        var opened = new LineOpened(openedOn, limit, LineClosing.ValidThrough(openedOn, months), LineCycles.First(terms, openedOn, calendar));
        var loan = LineEvolution.Open(Loan.None with { Requested = limit, Advance = zero }, opened);
        loan = loan with { Instalments = Revolving.WithDraw(loan.Instalments, limit) };
        var rows = ImmutableArray.CreateBuilder<ScheduledInstalment>();
        for (var day = openedOn; ; day = day.AddDays(1))
        {
            if (day == CycleOf(loan).StatementOn) loan = LineEvolution.Bill(loan, LineNights.StatementOf(loan, day, product, calendar));
            if (loan.Instalments[..^1].FirstOrDefault(row => row.PayBy == day && !row.IsPaid) is { } asked)
            {
                // The last payment takes with it what the days since its statement have earned.
                var all = Revolving.HasEnded(loan, CycleOf(loan).From);
                var (principal, interest) = (asked.PrincipalLeft, asked.InterestLeft);
                if (all) (principal, interest) = (Revolving.Drawn(loan), Replanning.Sum(loan, loan.Instalments, static row => row.AccruedInterestLeft));
                rows.Add(new(asked.Number, asked.From, asked.Due, asked.PayBy, principal, interest));
                var paid = Allocations.Of(loan.Instalments, principal + interest, DateOnly.MaxValue, day);
                loan = loan with { Instalments = Allocations.Apply(loan.Instalments, paid, day) };
                if (all || Revolving.IsIdle(loan)) return rows.ToImmutable();
            }

            var open = loan.Instalments[^1];
            var (exact, posted) = LineNights.InterestOf(loan, open, product);
            loan = loan with
            {
                Instalments = loan.Instalments.SetItem(loan.Instalments.Length - 1, open with
                {
                    InterestExact = exact, InterestAccrued = open.InterestAccrued + posted, Interest = open.Interest + posted,
                }),
            };
        }
    }

    private static LineCycle CycleOf(Loan loan) => loan.Line!.Cycle;
}
