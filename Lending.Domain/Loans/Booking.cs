using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Money that has arrived, however it came.</summary>
internal sealed record Receipt(string PaymentId, Money Amount, string Channel, string Reference, string? LinkId = null);

/// <summary>Books a receipt on the loan's own day: one way for gateway and manual payments.</summary>
internal static class Booking
{
    public static LoanDecision Book(Loan loan, Receipt receipt, Circumstances now)
    {
        var today = now.Today(loan);
        var decision = LoanDecision.Nothing;

        // Where day end has not reached this loan yet, its open days are closed first: interest up to today must be in the ledger before it is paid.
        while (loan.Account is AccountState.Active && Accruing.NextOpenDay(loan) < today)
        {
            var day = Accruing.CloseNextDay(loan, now);
            loan = EvolveAll(loan, day.Events);
            decision = Join(decision, day);
        }

        return Join(decision, loan.Account is AccountState.Active ? OnActive(loan, receipt, today, now) : AfterClosing(loan, receipt, today, now));
    }

    /// <summary>The loan as it stands once its open days before today are closed.</summary>
    public static Loan UpToDate(Loan loan, Circumstances now)
    {
        var today = now.Today(loan);
        while (loan.Account is AccountState.Active && Accruing.NextOpenDay(loan) < today)
            loan = EvolveAll(loan, Accruing.CloseNextDay(loan, now).Events);
        return loan;
    }

    private static LoanDecision OnActive(Loan loan, Receipt receipt, DateOnly today, Circumstances now) =>
        receipt.Amount >= LoanFigures.PayoffOf(loan)
            ? ClosesTheLoan(loan, receipt, today, now)
            : PaysAPart(loan, receipt, today, now);

    /// <summary>Everything owed today is paid, with any earlier advance; what is left over stays the customer's.</summary>
    private static LoanDecision ClosesTheLoan(Loan loan, Receipt receipt, DateOnly today, Circumstances now)
    {
        var allocations = Allocations.OfEverythingOwed(loan.Instalments);
        var received = Received(receipt, loan, allocations, today, closes: true);
        var after = LoanEvolution.Evolve(loan, received);
        return LoanDecision.Accept(received, new LoanCompleted(today)).AndThen(
            ReceiptMessage(loan, receipt, today, now),
            LoanOutbox.PrepareCertificate(after, now),
            LoanOutbox.Message(MessageTemplates.LoanClosed, after, now, date: today));
    }

    /// <summary>
    /// EMI: what is due, oldest first, the rest waits as an advance because the schedule is fixed. Payday: all of it at once, and interest
    /// runs on the smaller principal from here on.
    /// </summary>
    private static LoanDecision PaysAPart(Loan loan, Receipt receipt, DateOnly today, Circumstances now)
    {
        var product = LoanDecider.ProductOf(now);
        var through = product.Plan is RepaymentPlan.Payday ? DateOnly.MaxValue : today;
        var received = Received(receipt, loan, Allocations.Of(loan.Instalments, receipt.Amount, through), today, closes: false);
        if (product.Plan is RepaymentPlan.Payday)
            received = received with { InterestNow = InterestNow(loan, received, product, today) };

        return LoanDecision.Accept(received).AndThen(ReceiptMessage(loan, receipt, today, now));
    }

    /// <summary>Money for a completed loan is never lost: it is the customer's, to be refunded.</summary>
    private static LoanDecision AfterClosing(Loan loan, Receipt receipt, DateOnly today, Circumstances now) =>
        LoanDecision.Accept(Received(receipt, loan, [], today, closes: false)).AndThen(ReceiptMessage(loan, receipt, today, now));

    private static PaymentReceived Received(Receipt receipt, Loan loan, ImmutableArray<Allocation> allocations, DateOnly today, bool closes) => new(
        receipt.PaymentId, receipt.Amount, receipt.Channel, receipt.Reference, today, allocations,
        receipt.Amount - Allocations.TotalOf(allocations, loan.Currency), closes, LinkId: receipt.LinkId);

    private static Money? InterestNow(Loan loan, PaymentReceived received, LoanProduct product, DateOnly today)
    {
        var before = loan.Instalments[^1];
        var after = LoanEvolution.Evolve(loan, received).Instalments[^1];
        var daysLeft = after.Due.DayNumber - today.DayNumber;
        if (daysLeft <= 0 || after.PrincipalLeft == before.PrincipalLeft) return null;
        var exact = after.InterestExact + after.PrincipalLeft.Minor * product.RatePercent / 100m * daysLeft;
        return Money.Round(exact, loan.Currency, product.Rounding);
    }

    private static OutboxItem ReceiptMessage(Loan loan, Receipt receipt, DateOnly today, Circumstances now) =>
        LoanOutbox.Message(MessageTemplates.PaymentReceived, loan, now, receipt.Amount, today, key: receipt.PaymentId);

    private static Loan EvolveAll(Loan loan, ImmutableArray<LoanEvent> events)
    {
        foreach (var @event in events) loan = LoanEvolution.Evolve(loan, @event);
        return loan;
    }

    private static LoanDecision Join(LoanDecision first, LoanDecision then) =>
        new(null, [.. first.Events, .. then.Events], [.. first.Outbox, .. then.Outbox]);
}
