using System.Collections.Immutable;
using System.Globalization;

namespace Lending.Domain;

/// <summary>A figure of a loan that can be explained; the names are those of <see cref="LoanFigures"/>.</summary>
public enum ExplainedFigure { PrincipalOutstanding, InterestDue, PenaltyDue, Payoff }

/// <summary>
/// A step on the way to a figure: the days and the events (by version) it came from, in words, and what it added. ExactMinor is what a run of nights accrued before
/// rounding, in minor units with all digits.
/// </summary>
public sealed record ExplainedStep(DateOnly From, DateOnly To, int FirstVersion, int LastVersion, string Text, Money Amount, decimal? ExactMinor = null);

/// <summary>How a figure came about. The steps add up to the total, whatever happened to the loan: each is the difference its events made.</summary>
public sealed record Explanation(ExplainedFigure Of, DateOnly On, Money Total, ImmutableArray<ExplainedStep> Steps);

/// <summary>Explains figures of a loan from its events.</summary>
public static class Explaining
{
    /// <summary>History is every event up to the day, as <see cref="LoanHistory.UpTo"/> gives it.</summary>
    public static Explanation Explain(ExplainedFigure figure, ImmutableArray<LoanEvent> history, LoanProduct product, DateOnly on)
    {
        if (figure is ExplainedFigure.Payoff) return Payoff(history, product, on);

        var steps = ImmutableArray.CreateBuilder<ExplainedStep>();
        var (loan, value) = (Loan.None, Money.Zero(product.Currency));
        foreach (var @event in history)
        {
            var after = LoanEvolution.Evolve(loan, @event);
            var next = ValueOf(figure, after, product, on);
            var change = next - value;
            if (@event is DayClosed night)
            {
                var accrued = Nights.Of(figure, loan, night, product);
                if (accrued is not null) Append(steps, accrued with { FirstVersion = after.Version, LastVersion = after.Version });
                change -= accrued?.Amount ?? Money.Zero(change.Currency);
            }

            if (!change.IsZero) steps.Add(new(DayOf(@event, on), DayOf(@event, on), after.Version, after.Version, TextOf(@event), change));
            (loan, value) = (after, next);
        }

        return new(figure, on, value, steps.DrainToImmutable());
    }

    private static Explanation Payoff(ImmutableArray<LoanEvent> history, LoanProduct product, DateOnly on)
    {
        var loan = LoanEvolution.Replay(history);
        var figures = LoanFigures.Of(loan, on, product);
        ExplainedStep Step(string text, Money amount) => new(on, on, loan.Version, loan.Version, text, amount);
        ImmutableArray<ExplainedStep> steps =
        [
            Step("Principal not yet repaid", figures.PrincipalOutstanding),
            Step("Interest earned and not yet paid", figures.InterestDue),
            Step("Penalty not yet paid", figures.PenaltyDue),
            Step("Fees charged and not yet paid", figures.FeeDue),
            Step("Charge for closing early, with tax", figures.EarlyCharge),
            .. loan.Advance.IsZero ? [] : (ExplainedStep[])[Step("Money received ahead of what is due", Money.Max(-loan.Advance,
                -(figures.PrincipalOutstanding + figures.InterestDue + figures.PenaltyDue + figures.FeeDue + figures.EarlyCharge)))],
        ];
        return new(ExplainedFigure.Payoff, on, figures.Payoff, [.. steps.Where(step => !step.Amount.IsZero)]);
    }

    /// <summary>Nights that continue each other in the same words become one step.</summary>
    private static void Append(ImmutableArray<ExplainedStep>.Builder steps, ExplainedStep night)
    {
        if (steps.Count > 0 && steps[^1] is var run && run.Text == night.Text && run.To.AddDays(1) == night.From && run.LastVersion + 1 == night.FirstVersion)
            steps[^1] = run with { To = night.To, LastVersion = night.LastVersion, Amount = run.Amount + night.Amount, ExactMinor = run.ExactMinor + night.ExactMinor };
        else
            steps.Add(night);
    }

    private static Money ValueOf(ExplainedFigure figure, Loan loan, LoanProduct product, DateOnly on)
    {
        var figures = LoanFigures.Of(loan, on, product);
        return figure switch
        {
            ExplainedFigure.PrincipalOutstanding => figures.PrincipalOutstanding,
            ExplainedFigure.InterestDue => figures.InterestDue,
            ExplainedFigure.PenaltyDue => figures.PenaltyDue,
            ExplainedFigure.Payoff => figures.Payoff,
        };
    }

    private static DateOnly DayOf(LoanEvent @event, DateOnly on) => @event switch
    {
        LoanDisbursed e => e.On,
        LineDrawPaid e => e.On,
        PaymentReceived e => e.On,
        DayClosed e => e.Date.AddDays(1),
        LoanCompleted e => e.On,
        LoanChanged e => e.On,
        _ => on,
    };

    private static string TextOf(LoanEvent @event) => @event switch
    {
        LoanDisbursed => "Paid out",
        LineDrawPaid { FromAdvance.IsEmpty: false } e => $"Draw {e.Number} of {AmountText.Text(e.Amount)}, less what was kept in advance",
        LineDrawPaid e => $"Draw {e.Number} of {AmountText.Text(e.Amount)}",
        PaymentReceived { Closes: true } e => $"Payment of {AmountText.Text(e.Amount)} by {e.Channel}, which closed the loan",
        PaymentReceived { ValueOn: { } valueOn } e => $"Payment of {AmountText.Text(e.Amount)} by {e.Channel}, which counts from {valueOn.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}",
        PaymentReceived e => $"Payment of {AmountText.Text(e.Amount)} by {e.Channel}",
        LoanChanged e => $"Changed: {ChangeKinds.WordsOf(ChangeKinds.CodeOf(e.Change))}",
        DayClosed => "Paid from money received in advance",
        _ => "Loan closed",
    };
}
