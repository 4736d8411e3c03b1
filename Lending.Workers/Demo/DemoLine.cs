using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Workers.Demo;

/// <summary>
/// A demo line of credit once it is open: draws now and then, pays what its statements ask for or stops to, is blocked, gets another limit, or has a draw waiting.
/// </summary>
public sealed class DemoLine(DemoPlan plan, string loanId, string customerId, DemoCast cast)
{
    private static readonly ImmutableArray<DemoFate> Fates =
    [
        DemoFate.LinePaysMinimum, DemoFate.LineStopsPaying, DemoFate.LinePaysInFull, DemoFate.LineDrawWaiting, DemoFate.LineBlocked, DemoFate.LinePaysMinimum,
        DemoFate.LinePaysInFull, DemoFate.LineStopsPaying,
    ];

    private Loan _loan = Loan.None;

    /// <summary>Lines of different ages, so that some have half a year of statements.</summary>
    public static IEnumerable<DemoPlan> Plans(DateOnly firstDay, int firstNumber) => Fates.Select((fate, i) => new DemoPlan(
        firstNumber + i, fate, "FLEXI", Money.Inr((50 + (25L * (i % 4))) * 1_000_00), 12 + (6 * (i % 2)), firstDay.AddDays(3 + (11 * i)), i * 3));

    public async Task<Loan> StepAsync(DateOnly day, CancellationToken cancellationToken)
    {
        _loan = await cast.LookAsync(loanId, cancellationToken);
        if (_loan.Account is not AccountState.Active) return _loan;
        await PayAsync(day, cancellationToken);
        await ChangeAsync(day, cancellationToken);
        await DrawAsync(day, cancellationToken);
        return _loan;
    }

    private async Task DrawAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var amount = Money.Inr((day.DayNumber - plan.Start.DayNumber) switch
        {
            5 => 12_000_00L,
            var age when age == 20 + plan.Habit => 25_000_00L,
            var age when age > 30 && age % 34 == plan.Habit % 34 => 8_000_00L,
            _ => 0L,
        });
        var isLast = plan.Fate is DemoFate.LineDrawWaiting && day == cast.LastDay.AddDays(-1);
        if (isLast) amount = Money.Inr(18_000_00);
        var line = LineFigures.Of(_loan, day)!;
        if (!amount.IsPositive || line.NoDraws is not null || amount > line.Available) return;

        var id = $"drw-{plan.Number}-{day:yyMMdd}";
        await DoAsync(cast.Borrower(customerId), new RequestDraw(id, amount, "IMPS"), cancellationToken);
        if (isLast) return;
        var draw = _loan.Line!.Draws.Single(waiting => waiting.DrawId == id);
        if (draw.Reference is null) await DoAsync(cast.Staff(StaffRole.LoanOps, plan.Number), new ApproveDraw(id, draw.Net), cancellationToken);
        var reference = _loan.Line!.Draws.Single(waiting => waiting.DrawId == id).Reference!;
        await DoAsync(cast.Provider("payouts"), new ConfirmDisbursement(reference, $"DEMO{plan.Number:D6}{draw.Number:D2}"), cancellationToken);
    }

    private async Task PayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (_loan.Instalments[..^1].LastOrDefault(row => row.PayBy == day && !row.IsPaid) is not { } asked) return;
        if (plan.Fate is DemoFate.LineStopsPaying && asked.Number > 1 + (plan.Habit % 2)) return;
        var amount = plan.Fate is DemoFate.LinePaysInFull ? LoanFigures.PayoffOf(_loan) : LineFigures.Of(_loan, day)!.MinimumDue;
        var reference = $"pay_{loanId}_{day:yyMMdd}";
        if (amount.IsPositive) await DoAsync(cast.Provider("payments"), new ReceivePayment(reference, amount, "UPI", reference), cancellationToken);
    }

    private async Task ChangeAsync(DateOnly day, CancellationToken cancellationToken)
    {
        (LoanChange Change, string Note)? asked = (day.DayNumber - plan.Start.DayNumber, plan.Fate) switch
        {
            (48, DemoFate.LinePaysInFull) => (new LimitChange(_loan.Line!.Limit + Money.Inr(25_000_00)), "Pays everything in time, asked for more."),
            (52, DemoFate.LineBlocked) => (new LineBlocking("Phone number does not answer any more."), "Stop draws until we have reached the borrower."),
            _ => null,
        };
        if (asked is not var (change, note)) return;
        var (maker, id) = (cast.Staff(StaffRole.LoanOps, plan.Number), $"{loanId}-C{day:yyMMdd}");
        if (!await cast.WouldAcceptAsync(loanId, maker, change, cancellationToken)) return;
        await DoAsync(maker, new ProposeChange(id, change, note), cancellationToken);
        await DoAsync(cast.Staff(StaffRole.LoanOps, plan.Number + 1), new ApproveChange(id), cancellationToken);
    }

    private async Task DoAsync((Actor Actor, Grants Grants) who, LoanCommand command, CancellationToken cancellationToken) =>
        _loan = await cast.DoAsync(loanId, who, command, $"demo:{loanId}:{command.GetType().Name}:{_loan.Version}", cancellationToken);
}
