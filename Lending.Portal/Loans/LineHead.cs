using Lending.Data;
using Lending.Domain;
using Lending.Portal.Commands;
using Lending.Portal.Components;

namespace Lending.Portal.Loans;

/// <summary>The figures of a line of credit: limit, what is drawn and can be, the minimum due.</summary>
public static class LineHead
{
    public static IReadOnlyList<Figure> FiguresOf(LoanFile file)
    {
        var (loan, now, line) = (file.State, file.Figures, Of(file));
        var figures = new List<Figure>();
        if (now.OverdueAmount.IsPositive) figures.Add(new("Overdue today", MoneyFormat.Full(now.OverdueAmount), $"{now.Dpd} days", Tone.Warn, nameof(ExplainedFigure.Overdue)));
        figures.Add(new("Limit", MoneyFormat.Full(line.Limit), $"until {Dates.Date(line.ValidThrough)}"));
        figures.Add(new("Drawn", MoneyFormat.Full(line.Drawn), line.UnderWay.IsPositive ? $"{MoneyFormat.Full(line.UnderWay)} under way" : null, Key: nameof(ExplainedFigure.PrincipalOutstanding)));
        figures.Add(new("Available", MoneyFormat.Full(line.Available), line.NoDraws is null ? "can be drawn" : "draws are stopped", line.NoDraws is null ? Tone.Neutral : Tone.Warn));
        figures.Add(new("Minimum due", MoneyFormat.Full(line.MinimumDue), line.PayBy is { } by ? $"by {Dates.Date(by)}" : "nothing asked for"));
        figures.Add(new("Owed today", MoneyFormat.Full(now.Payoff), now.PenaltyDue.IsPositive ? "principal, interest, penalty" : "principal and interest", Key: nameof(ExplainedFigure.Payoff)));
        figures.Add(new("Next statement", Dates.Date(line.NextStatement), $"number {loan.Line!.Cycle.Number}"));
        figures.Add(new("Rate", LoanHead.RateOf(loan, file.Product), "a year, on what is drawn"));
        return figures;
    }

    /// <summary>The card of a line's overview.</summary>
    public static IReadOnlyList<KeyLine> LinesOf(LoanFile file)
    {
        var (loan, line) = (file.State, Of(file));
        return
        [
            new("Limit", MoneyFormat.Full(line.Limit)), new("Opened", Dates.Date(loan.Line!.OpenedOn)), new("Valid through", Dates.Date(line.ValidThrough)),
            new("Cycle since", Dates.Date(loan.Line.Cycle.From)), new("Drawn in this cycle", MoneyFormat.Full(loan.Line.Sums.Drawn)), new("Paid in this cycle", MoneyFormat.Full(loan.Line.Sums.Paid)),
            .. loan.Line.Block is { } block ? [new KeyLine("Blocked", $"since {Dates.Date(block.Since)}", Tone.Warn), new KeyLine("Why", block.Reason)] : Array.Empty<KeyLine>(),
            new("Draws", line.NoDraws is { } stopped ? RefusalWords.Of(stopped) : "open", line.NoDraws is null ? Tone.Good : Tone.Warn),
        ];
    }

    public static LineFigures Of(LoanFile file) => LineFigures.Of(file.State, file.Today, file.Product) ?? throw new InvalidOperationException($"{file.Id} is no line of credit.");
}
