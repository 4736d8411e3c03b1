using System.Collections.Immutable;
using System.Globalization;

namespace Lending.Domain;

/// <summary>Explains figures of a loan from its events.</summary>
public static class Explaining
{
    /// <summary>
    /// History is every event up to the day, as <see cref="LoanHistory.UpTo"/> gives it. Figures of one instalment take its number; of one that the loan has not,
    /// they are zero without a step.
    /// </summary>
    public static Explanation Explain(ExplainedFigure figure, ImmutableArray<LoanEvent> history, LoanProduct product, DateOnly on, int instalment = 0)
    {
        if (FigureParts.Of(figure, history, product, on) is { } parts) return parts;

        var steps = ImmutableArray.CreateBuilder<ExplainedStep>();
        var (loan, value) = (Loan.None, Money.Zero(product.Currency));
        foreach (var @event in history)
        {
            var after = LoanEvolution.Evolve(loan, @event);
            var next = ValueOf(figure, after, product, on, instalment);
            var change = next - value;
            if (@event is DayClosed night)
            {
                var accrued = Nights.Of(figure, loan, night, product, instalment);
                if (accrued is not null) Append(steps, accrued with { FirstVersion = after.Version, LastVersion = after.Version });
                change -= accrued?.Amount ?? Money.Zero(change.Currency);
            }

            if (!change.IsZero)
            {
                var step = new ExplainedStep(DayOf(@event, on), DayOf(@event, on), after.Version, after.Version, TextOf(figure, @event, after, product, instalment, change), change);
                if (@event is DayClosed) Append(steps, step);
                else steps.Add(step);
            }

            (loan, value) = (after, next);
        }

        return new(figure, on, value, steps.DrainToImmutable());
    }

    /// <summary>Nights that continue each other in the same words become one step.</summary>
    private static void Append(ImmutableArray<ExplainedStep>.Builder steps, ExplainedStep night)
    {
        if (steps.Count > 0 && steps[^1] is var run && run.Text == night.Text && run.To.AddDays(1) == night.From && run.LastVersion + 1 == night.FirstVersion)
            steps[^1] = run with { To = night.To, LastVersion = night.LastVersion, Amount = run.Amount + night.Amount, ExactMinor = run.ExactMinor + night.ExactMinor };
        else
            steps.Add(night);
    }

    private static Money ValueOf(ExplainedFigure figure, Loan loan, LoanProduct product, DateOnly on, int number)
    {
        var zero = Money.Zero(product.Currency);
        var row = figure.IsOfInstalment() && number > 0 && number <= loan.Instalments.Length ? loan.Instalments[number - 1] : null;
        return figure switch
        {
            ExplainedFigure.PrincipalOutstanding => LoanFigures.Of(loan, on, product).PrincipalOutstanding,
            ExplainedFigure.InterestDue => LoanFigures.Of(loan, on, product).InterestDue,
            ExplainedFigure.PenaltyDue => LoanFigures.Of(loan, on, product).PenaltyDue,
            ExplainedFigure.FeeDue => LoanFigures.Of(loan, on, product).FeeDue,
            ExplainedFigure.Advance => loan.Advance,
            ExplainedFigure.SuspendedInterest => loan.SuspendedInterest,
            ExplainedFigure.Provision => loan.Provision,
            ExplainedFigure.InstalmentPrincipal => row?.Principal ?? zero,
            ExplainedFigure.InstalmentInterest => row?.Interest ?? zero,
            ExplainedFigure.InstalmentPenalty => row?.PenaltyAccrued ?? zero,
            ExplainedFigure.InstalmentFee => row?.Fee?.Amount ?? zero,
            ExplainedFigure.InstalmentPaid => row?.PaidInAll ?? zero,
            ExplainedFigure.Payoff or ExplainedFigure.DueNow or ExplainedFigure.Overdue or ExplainedFigure.NextDue => zero,
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

    private static string TextOf(ExplainedFigure figure, LoanEvent @event, Loan after, LoanProduct product, int number, Money change)
    {
        if (@event is DayClosed) return NightText(figure, after, change) ?? TextOf(@event);
        var reason = figure switch
        {
            ExplainedFigure.InstalmentInterest => InstalmentReasons.OfInterest(after, number, product),
            ExplainedFigure.InstalmentPrincipal => InstalmentReasons.OfPrincipal(after, number, product),
            _ => null,
        };
        return @event switch
        {
            LoanDisbursed when figure.IsOfInstalment() => reason is null ? "As agreed" : $"As agreed: {reason}",
            LoanChanged or PaymentReceived when reason is not null => $"{TextOf(@event)}; it is now {reason}",
            _ => TextOf(@event),
        };
    }

    private static string? NightText(ExplainedFigure figure, Loan after, Money change) => figure switch
    {
        ExplainedFigure.Provision => $"Set aside at {after.Dpd} days past due",
        ExplainedFigure.SuspendedInterest => change.IsPositive ? "Interest that is not income, in dispute or not performing" : "Became income",
        ExplainedFigure.InstalmentInterest when after.Line is not null => "Interest on what is drawn",
        ExplainedFigure.InstalmentInterest or ExplainedFigure.InstalmentPrincipal => "Interest follows what is really owed",
        ExplainedFigure.InstalmentFee => "Fee charged",
        _ => null,
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
        LineStatementMade e => $"Statement {e.Cycle.Number} was made",
        DayClosed => "Paid from money received in advance",
        _ => "Loan closed",
    };
}
