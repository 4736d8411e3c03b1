using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// Money beyond what is due that pays the instalments to come, one after the other, where interest follows the real balance. The one that runs owes the
/// interest earned so far and the rest of its amount as principal, those after it their whole amount as principal; the next one to pay runs from the day on.
/// </summary>
internal static class PayingAhead
{
    /// <summary>Whether the product has the money pay instalments to come, and some of it is beyond what is due.</summary>
    public static bool Takes(Loan loan, Money amount, ChangeGround ground) =>
        ground.Product.Excess is ExcessMoney.PayInstalments && Prepaying.IsBeyond(loan, amount, ground.Today) && !loan.Instalments.All(row => row.IsPaid);

    /// <summary>The payment with what became of the loan.</summary>
    public static PaymentReceived Received(Loan loan, Receipt receipt, ChangeGround ground)
    {
        var (rows, left) = Paid(loan, receipt.Amount, ground);
        var outcome = ChangeOutcome.Same(loan) with
        {
            Instalments = rows, Advance = loan.Advance + left, Dpd = LoanFigures.DpdOf(loan with { Instalments = rows }, ground.Today), CashIn = receipt.Amount,
            SuspendedInterest = Suspense.Left(loan, rows), InterestEarned = Suspense.Realised(loan, rows),
        };
        return Booking.Received(receipt, loan, [.. loan.Instalments.Zip(rows, Between).Where(allocation => !allocation.Total.IsZero)], ground.Today, closes: false) with
        {
            Outcome = outcome, Advance = left,
        };
    }

    private static (ImmutableArray<Instalment> Rows, Money Left) Paid(Loan loan, Money amount, ChangeGround ground)
    {
        var due = Prepaying.DueOf(loan, amount, ground);
        var rows = Allocations.Apply(loan.Instalments, due, ground.Today).ToBuilder();
        var left = amount - Allocations.TotalOf(due, loan.Currency);
        var last = Replanning.LastNumber(loan) - 1;
        var balance = Replanning.Sum(loan, rows.ToImmutable(), row => row.PrincipalLeft);
        var first = 0;
        while (first < last && rows[first].IsPaid) first++;

        for (; left.IsPositive; first++)
        {
            var before = rows[first];
            var (row, isMet) = Paid(before, left, balance, first == last, ground.Today);
            rows[first] = row;
            balance -= row.PaidPrincipal - before.PaidPrincipal;
            left -= row.PaidInAll - before.PaidInAll;
            if (!isMet || first == last) break;

            // Nights of an instalment that is paid are those of the next one now, with the part of a smallest unit that was not posted.
            if (rows[first + 1] is var next && next.From > ground.Today)
                rows[first + 1] = next with { From = ground.Today, InterestExact = next.InterestExact + before.InterestExact - before.InterestAccrued.Minor };
        }

        var paid = loan with { Instalments = rows.ToImmutable() };
        return (Splitting.Apply(paid.Instalments, Splitting.Of(paid, first, balance, ground.Today, ground.Product)), left);
    }

    /// <summary>What the money pays of a row; one that is met owes no interest to come.</summary>
    private static (Instalment Row, bool IsMet) Paid(Instalment row, Money left, Money balance, bool isLast, DateOnly today)
    {
        if (row.IsPaid) return (row, true);
        var penalty = Money.Min(left, row.PenaltyLeft);
        var fee = Money.Min(left - penalty, row.PostedFeeLeft);
        var interest = Money.Min(left - penalty - fee, row.AccruedInterestLeft);
        var owed = isLast ? balance : Money.Min(balance, Money.Max(row.Principal + row.Interest - row.InterestAccrued - row.PaidPrincipal, Money.Zero(left.Currency)));
        var principal = Money.Min(left - penalty - fee - interest, owed);
        var paid = row with
        {
            PaidPenalty = row.PaidPenalty + penalty, PaidInterest = row.PaidInterest + interest, PaidPrincipal = row.PaidPrincipal + principal,
            Fee = row.Fee is { } own ? own with { Paid = own.Paid + fee } : null,
        };
        if (principal < owed || interest < row.AccruedInterestLeft) return (paid, false);
        var met = paid with { Principal = paid.PaidPrincipal, Interest = paid.InterestAccrued, InterestExact = paid.InterestAccrued.Minor, InterestRest = 0m };
        return (met.IsPaid ? met with { PaidOn = today } : met, true);
    }

    private static Allocation Between(Instalment before, Instalment after)
    {
        var fee = after.Fee is { } paid ? paid.Paid - before.Fee!.Paid : Money.Zero(before.Principal.Currency);
        return new(before.Number, after.PaidPenalty - before.PaidPenalty, after.PaidInterest - before.PaidInterest, after.PaidPrincipal - before.PaidPrincipal)
        {
            Fee = fee.IsZero ? null : fee,
        };
    }
}
