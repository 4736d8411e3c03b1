using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>How a booked payment changes a loan's state.</summary>
internal static class PaymentBooking
{
    public static Loan Apply(Loan loan, PaymentReceived payment)
    {
        if (payment.Outcome is { } outcome) return Counted(loan, Changing.Merge(loan, outcome), payment);
        if (payment.IsRecovery) return Counted(loan, loan with { Recovered = loan.Recovered + payment.Recovery, Advance = loan.Advance + payment.Advance }, payment);

        var instalments = Allocations.Apply(loan.Instalments, payment.Allocations, payment.On);
        if (payment.InterestNow is { } interest)
            instalments = instalments.SetItem(instalments.Length - 1, instalments[^1] with { Interest = interest, InterestRest = 0m });
        return Counted(loan, loan with
        {
            Instalments = payment.Closes ? Closed(instalments, payment.On) : instalments,
            Advance = loan.Advance + payment.Advance,
            SuspendedInterest = Suspense.Left(loan, instalments),
            EarlyFees = Prepaying.Added(loan.EarlyFees, payment.EarlyCharge?.Fee), EarlyTaxes = Prepaying.Added(loan.EarlyTaxes, payment.EarlyCharge?.Tax),
        }, payment);
    }

    private static Loan Counted(Loan before, Loan loan, PaymentReceived payment) => loan with
    {
        // What was worked out again has counted the money on its own day.
        Settlement = payment.ValueOn is null && loan.Settlement is { } agreed && payment.On <= agreed.PayBy ? agreed with { Received = agreed.With(payment.Amount, before) } : loan.Settlement,
        ReceivedPayments = loan.ReceivedPayments.Add(payment.PaymentId),
        ProposedPayments = loan.ProposedPayments.Remove(payment.PaymentId),
        ProposedChange = loan.ProposedChange is { Change: PartPrepayment change } && change.PaymentId == payment.PaymentId ? null : loan.ProposedChange,
    };

    /// <summary>Interest that was contracted but not earned by the day of closing, and fees not charged by then, are not owed any more.</summary>
    internal static ImmutableArray<Instalment> Closed(ImmutableArray<Instalment> instalments, DateOnly on)
    {
        var closed = instalments.ToBuilder();
        for (var i = 0; i < closed.Count; i++)
            closed[i] = closed[i] with
            {
                Interest = closed[i].PaidInterest, PaidOn = closed[i].PaidOn ?? on, Fee = closed[i].Fee?.Settled(),
            };
        return closed.MoveToImmutable();
    }
}
