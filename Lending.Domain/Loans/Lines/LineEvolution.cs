namespace Lending.Domain;

/// <summary>What events make of a revolving account.</summary>
internal static class LineEvolution
{
    public static Loan Open(Loan loan, LineOpened e) => loan with
    {
        Account = AccountState.Active, DisbursedOn = e.On, LedgerAccounts = e.Accounts, Instalments = [Revolving.Open(e.Cycle, loan.Currency)],
        Line = new CreditLine(e.Limit, e.On, e.ValidThrough, e.Cycle, CycleSums.From(Money.Zero(loan.Currency))),
    };

    public static Loan Request(Loan loan, LineDrawRequested e) => loan with
    {
        Line = loan.Line! with { DrawsMade = e.Number, Draws = loan.Line.Draws.Add(LineDraw.Of(e)) },
    };

    public static Loan Approve(Loan loan, LineDrawApproved e) => loan with
    {
        Line = loan.Line! with { Draws = [.. loan.Line.Draws.Select(draw => draw.Number == e.Number ? draw with { Reference = e.Reference, ApprovedBy = e.By } : draw)] },
    };

    // A provider that contradicts itself does so within days.
    private const int CalledFailedMax = 20;

    /// <summary>A draw that was turned down, or that the bank could not pay.</summary>
    public static Loan Fail(Loan loan, int number)
    {
        var line = loan.Line!;
        var failed = line.Draws.FirstOrDefault(draw => draw.Number == number && draw.Reference is not null);
        return loan with
        {
            Line = line with
            {
                Draws = line.Draws.RemoveAll(draw => draw.Number == number), DrawsFailed = line.DrawsFailed.Add(number),
                CalledFailed = failed is null ? line.CalledFailed : [.. (line.CalledFailed ?? []).TakeLast(CalledFailedMax - 1), failed],
            },
        };
    }

    public static Loan Pay(Loan loan, LineDrawPaid e)
    {
        var line = loan.Line!;
        var rows = Allocations.Apply(Revolving.WithDraw(loan.Instalments, e.Amount), e.FromAdvance, e.On);
        return loan with
        {
            Instalments = rows, Advance = loan.Advance - Allocations.TotalOf(e.FromAdvance, loan.Currency),
            Line = WithoutFailure(line, e.Number) with { Draws = line.Draws.RemoveAll(draw => draw.Number == e.Number), Sums = line.Sums with { Drawn = line.Sums.Drawn + e.Amount } },
        };
    }

    /// <summary>Paid after all, when the line was closed already.</summary>
    public static Loan Contradict(Loan loan, PayoutContradicted e) => loan.Line!.CalledFailed?.FirstOrDefault(draw => draw.Reference == e.Reference) is { } draw
        ? loan with { Line = WithoutFailure(loan.Line, draw.Number) }
        : loan;

    /// <summary>Paid after all, it has not failed.</summary>
    private static CreditLine WithoutFailure(CreditLine line, int number) => line.CalledFailed is not { } failed || failed.All(draw => draw.Number != number) ? line
        : line with { DrawsFailed = line.DrawsFailed.Remove(number), CalledFailed = failed.Length == 1 ? null : failed.RemoveAll(draw => draw.Number == number) };

    public static Loan Bill(Loan loan, LineStatementMade e) => loan with
    {
        Instalments = Revolving.Billed(loan.Instalments, e),
        Line = loan.Line! with { Cycle = e.Next, Sums = CycleSums.From(e.Closing), Asked = new AskedFor(e.MinimumDue, e.Cycle.PayBy) },
    };

    /// <summary>What a night or a payment adds to the sums of the cycle.</summary>
    public static Loan Count(Loan after, LoanEvent @event)
    {
        if (after.Line is not { } line) return after;
        var sums = line.Sums;
        switch (@event)
        {
            case DayClosed night:
                foreach (var accrual in night.Accruals)
                    sums = sums with { Interest = sums.Interest + accrual.InterestPosted, Penalty = sums.Penalty + accrual.PenaltyPosted };
                break;
            case PaymentReceived payment:
                sums = sums with { Paid = sums.Paid + payment.Amount };
                break;
            default:
                return after;
        }

        return after with { Line = line with { Sums = sums } };
    }
}
