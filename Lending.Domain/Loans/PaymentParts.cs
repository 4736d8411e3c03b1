namespace Lending.Domain;

/// <summary>
/// What a booked payment comes to on its loan, part by part. Money that counts from an earlier day also moves what later money paid, so what it pays is what is
/// paid with it and was not without. Advance is negative where an earlier advance was used too. The parts add up to the money.
/// </summary>
public sealed record PaymentParts(Money Penalty, Money Fees, Money Interest, Money Principal, Money EarlyCharge, Money Recovered, Money Advance, bool Closes)
{
    /// <summary>Of what was decided on a loan; null where no payment is among it. Days that the decision closes first are not the payment's doing.</summary>
    public static PaymentParts? Of(Loan loan, IEnumerable<LoanEvent> decided)
    {
        Loan? before = null;
        PaymentReceived? received = null;
        var (after, closes) = (loan, false);
        foreach (var @event in decided)
        {
            if (received is null && @event is PaymentReceived payment) (before, received) = (after, payment);
            closes |= received is not null && @event is LoanCompleted;
            after = LoanEvolution.Evolve(after, @event);
        }

        if (before is null || received is null) return null;
        var zero = Money.Zero(loan.Currency);
        Money Part(Func<Instalment, Money> paid) => Replanning.Sum(after, after.Instalments, paid) - Replanning.Sum(before, before.Instalments, paid);
        return new(
            Part(instalment => instalment.PaidPenalty), Part(instalment => instalment.Fee?.Paid ?? zero), Part(instalment => instalment.PaidInterest),
            Part(instalment => instalment.PaidPrincipal), EarlyOf(after) - EarlyOf(before), received.Recovery, received.Advance, closes);
    }

    private static Money EarlyOf(Loan loan) => (loan.EarlyFees ?? Money.Zero(loan.Currency)) + (loan.EarlyTaxes ?? Money.Zero(loan.Currency));
}
