using System.Collections.Immutable;
using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Loans;

/// <summary>A loan's instalments as the schedule draws them.</summary>
public static class LoanScheduleRows
{
    /// <summary>As it stands: interest as contracted or as it now is, penalty accrued, what was paid.</summary>
    public static IReadOnlyList<ScheduleRow> Current(LoanFile file) => Standing(file.State, file.Figures.Instalments, file.Today);

    /// <summary>A loan on a day, with the state of each instalment.</summary>
    public static IReadOnlyList<ScheduleRow> Standing(Loan loan, ImmutableArray<InstalmentState> states, DateOnly today)
    {
        // Interest that was added to the principal is repaid too, so the balance starts from what the instalments repay.
        var balance = loan.Instalments.Aggregate(Money.Zero(loan.Currency), (sum, instalment) => sum + instalment.Principal);
        var current = loan.Instalments.IndexOf(loan.Instalments.FirstOrDefault(instalment => !instalment.IsPaid)!);
        var rows = new List<ScheduleRow>(loan.Instalments.Length);
        for (var i = 0; i < loan.Instalments.Length; i++)
        {
            var instalment = loan.Instalments[i];
            if (instalment.IsVoid) continue;
            balance -= instalment.Principal;
            var (text, tone, icon) = StateOf(instalment, states[i], i == current, today);
            rows.Add(new(
                instalment.Number, instalment.PayBy, instalment.Principal, instalment.Interest, instalment.PenaltyAccrued,
                instalment.Principal + instalment.Interest + instalment.PenaltyAccrued + FeeOf(instalment.Fee?.Amount, balance),
                instalment.PaidPrincipal + instalment.PaidInterest + instalment.PaidPenalty + FeeOf(instalment.Fee?.Paid, balance), balance, text, tone, icon)
            {
                Fee = instalment.Fee?.Amount,
                MovedFrom = instalment.PayBy == instalment.Due ? null : instalment.Due,
                IsCurrent = i == current && states[i] is InstalmentState.Overdue,
                IsFuture = states[i] is InstalmentState.Scheduled && i != current,
            });
        }

        return rows;
    }

    /// <summary>As agreed on a day: the contract, or a revision of it.</summary>
    public static IReadOnlyList<ScheduleRow> Agreed(ImmutableArray<ScheduledInstalment> schedule)
    {
        if (schedule.IsEmpty) return [];
        var zero = Money.Zero(schedule[0].Principal.Currency);
        var balance = schedule.Aggregate(zero, (sum, instalment) => sum + instalment.Principal);
        var rows = new List<ScheduleRow>(schedule.Length);
        foreach (var instalment in schedule)
        {
            balance -= instalment.Principal;
            rows.Add(new(instalment.Number, instalment.PayBy, instalment.Principal, instalment.Interest, zero,
                instalment.Principal + instalment.Interest + FeeOf(instalment.Fee, zero), zero, balance, "Agreed", Tone.Neutral, "circle_16_regular")
            {
                Fee = instalment.Fee,
                MovedFrom = instalment.PayBy == instalment.Due ? null : instalment.Due,
                IsFuture = true,
            });
        }

        return rows;
    }

    /// <summary>The schedule a quote shows before anything is agreed.</summary>
    public static IReadOnlyList<ScheduleRow> Quoted(LoanQuote quote) => Agreed(quote.Schedule);

    private static Money FeeOf(Money? fee, Money like) => fee ?? Money.Zero(like.Currency);

    private static (string Text, Tone Tone, string Icon) StateOf(Instalment instalment, InstalmentState state, bool isNext, DateOnly today)
    {
        switch (state)
        {
            case InstalmentState.Paid:
                var late = instalment.PaidOn is { } on ? on.DayNumber - instalment.PayBy.DayNumber : 0;
                return late > 0
                    ? ($"Paid {late} day{(late == 1 ? "" : "s")} late", Tone.Warn, "checkmark_circle_16_regular")
                    : (instalment.PaidOn is { } day ? $"Paid {Dates.Day(day)}" : "Paid", Tone.Good, "checkmark_circle_16_regular");
            case InstalmentState.Overdue:
                var part = (instalment.PaidPrincipal + instalment.PaidInterest + instalment.PaidPenalty).IsPositive;
                return ($"{(part ? "Part paid" : "Overdue")}, {today.DayNumber - instalment.PayBy.DayNumber} DPD", Tone.Warn, "warning_16_filled");
            case InstalmentState.PartPaid:
                return ("Part paid", Tone.Warn, "circle_half_fill_16_regular");
            case InstalmentState.Due:
                return (instalment.PayBy == today ? "Due today" : $"Due by {Dates.Day(instalment.PayBy)}", Tone.Info, "clock_16_regular");
            default:
                return isNext ? ("Next due", Tone.Neutral, "clock_16_regular") : ("Scheduled", Tone.Neutral, "circle_16_regular");
        }
    }
}
