using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Loans;

namespace Lending.Portal.Changes;

/// <summary>A figure before and after a change, as drawn; the same text twice means that it stays.</summary>
public sealed record FigureChange(string Label, string Was, string Now, Tone Tone = Tone.Neutral)
{
    public bool Differs => Was != Now;
}

/// <summary>What a change would do to a loan on a day: the loan before and after it, and what it would post. Refused: why the loan does not take it.</summary>
public sealed record ChangeEffect(LoanChange Change, Refusal? Refused, Loan Before, Loan After, IReadOnlyList<Posting> Postings, LoanProduct? Product, DateOnly Today)
{
    public IReadOnlyList<FigureChange> Figures
    {
        get
        {
            var (was, now) = (LoanFigures.Of(Before, Today, Product), LoanFigures.Of(After, Today, Product));
            FigureChange Money(string label, Func<Loan, LoanFigures, Money?> of, bool lessIsGood = true) => Compared(label, of(Before, was), of(After, now), lessIsGood);
            return
            [
                Money("Next instalment", (_, figures) => figures.NextDue?.Amount),
                new("Last instalment", LastDue(Before), LastDue(After)),
                Money("Interest in all", (loan, _) => Sum(loan, instalment => instalment.Interest)),
                Money("Still to pay", (loan, _) => Sum(loan, instalment => instalment.Outstanding)),
                Money("To close today", (_, figures) => figures.Payoff),
                Money("Overdue", (_, figures) => figures.OverdueAmount),
                new("Days past due", $"{was.Dpd}", $"{now.Dpd}", now.Dpd < was.Dpd ? Tone.Good : now.Dpd > was.Dpd ? Tone.Warn : Tone.Neutral),
                new("State", StatusLooks.Of(was.Status).Word, StatusLooks.Of(now.Status).Word),
            ];
        }
    }

    public IReadOnlyList<ScheduleRow> RowsBefore => Rows(Before);

    public IReadOnlyList<ScheduleRow> RowsAfter => Rows(After);

    private IReadOnlyList<ScheduleRow> Rows(Loan loan) => LoanScheduleRows.Standing(loan, LoanFigures.Of(loan, Today, Product).Instalments, Today);

    private static FigureChange Compared(string label, Money? was, Money? now, bool lessIsGood)
    {
        static string Text(Money? money) => money is { } known ? MoneyFormat.Full(known) : "–";
        var tone = was is { } before && now is { } after && before != after ? after < before == lessIsGood ? Tone.Good : Tone.Warn : Tone.Neutral;
        return new(label, Text(was), Text(now), tone);
    }

    private static string LastDue(Loan loan) =>
        loan.Instalments.LastOrDefault(instalment => !instalment.IsPaid) is { } last ? Dates.Date(last.PayBy) : "–";

    private static Money Sum(Loan loan, Func<Instalment, Money> part) =>
        loan.Instalments.Aggregate(Money.Zero(loan.Currency), (sum, instalment) => sum + part(instalment));
}
