using System.Collections.Immutable;
using Lending.Domain;
using Lending.Portal.Components;
using Lending.Portal.Loans;

namespace Lending.Portal.Changes;

/// <summary>A figure before and after a change, as drawn.</summary>
public sealed record FigureChange(string Label, string Was, string Now, Tone Tone = Tone.Neutral)
{
    public bool Differs => Was != Now;
}

/// <summary>What a change would do to a loan now, or why the loan does not take it.</summary>
public sealed record ChangeEffect(LoanChange Change, Outcome<ChangePreview> Outcome)
{
    private ChangePreview Preview => Outcome.Value ?? throw new InvalidOperationException("A refused change has no effect.");

    public Refusal? Refused => Outcome.IsRefused ? Outcome.Refusal : null;

    public IReadOnlyList<FigureChange> Figures
    {
        get
        {
            var (was, now) = (Preview.Before, Preview.After);
            if (was.Line is { } before && now.Line is { } after)
                return
                [
                    Compared("Limit", before.Limit, after.Limit, Tone.Info), Compared("Drawn", was.PrincipalOutstanding, now.PrincipalOutstanding),
                    Compared("Available", before.Available, after.Available, Tone.Info), new("Draws", DrawsOf(before), DrawsOf(after), Tone.Warn),
                    Compared("Minimum due", before.MinimumDue, after.MinimumDue), Compared("Owed today", was.Payoff, now.Payoff),
                    Compared("Overdue", was.Overdue, now.Overdue),
                    .. was.Advance.IsZero && now.Advance.IsZero ? [] : (FigureChange[])[Compared("Advance held", was.Advance, now.Advance, Tone.Info)],
                    new("Days past due", $"{was.Dpd}", $"{now.Dpd}", now.Dpd < was.Dpd ? Tone.Good : Tone.Warn),
                    new("State", StatusLooks.Of(was.Status).Word, StatusLooks.Of(now.Status).Word),
                ];
            return
            [
                Compared("Instalment", was.Instalment, now.Instalment),
                new("Last instalment", DayOf(was.Maturity), DayOf(now.Maturity)),
                new("Instalments left", $"{was.InstalmentsLeft}", $"{now.InstalmentsLeft}"),
                Compared("Interest in all", was.InterestTotal, now.InterestTotal),
                Compared("Principal left", was.PrincipalOutstanding, now.PrincipalOutstanding),
                Compared("To close today", was.Payoff, now.Payoff),
                Compared("Overdue", was.Overdue, now.Overdue),
                .. was.Advance.IsZero && now.Advance.IsZero ? [] : (FigureChange[])[Compared("Advance held", was.Advance, now.Advance, Tone.Info)],
                new("Days past due", $"{was.Dpd}", $"{now.Dpd}", now.Dpd < was.Dpd ? Tone.Good : Tone.Warn),
                new("State", StatusLooks.Of(was.Status).Word, StatusLooks.Of(now.Status).Word),
            ];
        }
    }

    public IReadOnlyList<ScheduleRow> RowsBefore => Rows(Preview.Before.Instalments);

    public IReadOnlyList<ScheduleRow> RowsAfter => Rows(Preview.After.Instalments);

    public ImmutableArray<Posting> Postings => Preview.Postings;

    private static IReadOnlyList<ScheduleRow> Rows(ImmutableArray<Instalment> instalments) => LoanScheduleRows.Agreed(ScheduleVersion.Planned(instalments));

    // Where the loan ends, less to pay is neither good nor bad news.
    private FigureChange Compared(string label, Money was, Money now, Tone? tone = null) => new(
        label, MoneyFormat.Full(was), MoneyFormat.Full(now),
        tone ?? (Change is WriteOff or ChargeOff or ContractTermination or Cancellation ? Tone.Neutral : now < was ? Tone.Good : Tone.Warn));

    private static string DrawsOf(LineFigures line) => line.NoDraws is null ? "open" : "stopped";

    private static string DayOf(DateOnly? day) => day is { } on ? Dates.Date(on) : "–";
}
