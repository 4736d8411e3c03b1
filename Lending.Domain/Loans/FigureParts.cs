using System.Collections.Immutable;
using System.Globalization;

namespace Lending.Domain;

/// <summary>The figures that are sums of what is owed on a day, told as their parts.</summary>
internal static class FigureParts
{
    /// <summary>Null for a figure that is told by what happened to it.</summary>
    public static Explanation? Of(ExplainedFigure figure, ImmutableArray<LoanEvent> history, LoanProduct product, DateOnly on)
    {
        if (!figure.IsOfParts()) return null;
        var loan = LoanEvolution.Replay(history);
        var figures = LoanFigures.Of(loan, on, product);
        var (total, parts) = figure switch
        {
            ExplainedFigure.Payoff => (figures.Payoff, OfPayoff(loan, figures)),
            ExplainedFigure.DueNow => (figures.DueNow, OfInstalments(loan, row => row.PayBy <= on)),
            ExplainedFigure.Overdue => (figures.OverdueAmount, OfInstalments(loan, row => LoanFigures.DaysLate(loan, row, on) > 0)),
            _ => (figures.NextDue?.Amount ?? Money.Zero(loan.Currency), OfNext(loan, figures)),
        };
        return new(figure, on, total, [.. parts.Where(part => !part.Amount.IsZero).Select(part => new ExplainedStep(on, on, loan.Version, loan.Version, part.Text, part.Amount))]);
    }

    private static IEnumerable<(string Text, Money Amount)> OfPayoff(Loan loan, LoanFigures figures)
    {
        var owed = figures.PrincipalOutstanding + figures.InterestDue + figures.PenaltyDue + figures.FeeDue + figures.EarlyCharge;
        return
        [
            ("Principal not yet repaid", figures.PrincipalOutstanding),
            ("Interest earned and not yet paid", figures.InterestDue),
            ("Penalty not yet paid", figures.PenaltyDue),
            ("Fees charged and not yet paid", figures.FeeDue),
            ("Charge for closing early, with tax", figures.EarlyCharge),
            ("Money received ahead of what is due", Money.Max(-loan.Advance, -owed)),
        ];
    }

    private static IEnumerable<(string Text, Money Amount)> OfInstalments(Loan loan, Func<Instalment, bool> counts) =>
        loan.Instalments.Where(row => !row.IsPaid && !Revolving.IsOpenRow(loan, row) && counts(row)).SelectMany(row => OfInstalment(loan, row));

    private static IEnumerable<(string Text, Money Amount)> OfNext(Loan loan, LoanFigures figures)
    {
        if (figures.NextDue is not { } next) return [];
        var row = loan.Instalments.First(row => !row.IsPaid && row.PayBy == next.On && !Revolving.IsOpenRow(loan, row));
        return [.. OfInstalment(loan, row), ("Money received ahead of what is due", Money.Max(-loan.Advance, -row.Outstanding))];
    }

    private static IEnumerable<(string Text, Money Amount)> OfInstalment(Loan loan, Instalment row)
    {
        var which = $"{(loan.Line is null ? "Instalment" : "Statement")} {row.Number} of {row.PayBy.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}";
        return
        [
            ($"{which}: principal", row.PrincipalLeft), ($"{which}: interest", row.InterestLeft), ($"{which}: penalty", row.PenaltyLeft), ($"{which}: fee", row.FeeLeft),
        ];
    }
}
