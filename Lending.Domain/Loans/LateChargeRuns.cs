namespace Lending.Domain;

/// <summary>What a run of late charges would make of one loan: Nights is what its open nights charge, ByHand what staff charge today.</summary>
public sealed record LateChargePreview(Money Nights, Money ByHand)
{
    public Money Total => Nights + ByHand;
}

/// <summary>A run takes up what nobody charged yet: the nights of loans that day end has set aside, and the charges that products leave to staff (UBU-058).</summary>
public static class LateChargeRuns
{
    /// <summary>As the run would decide it on the Brand's business date; nothing is changed.</summary>
    public static LateChargePreview Preview(Loan loan, Circumstances now)
    {
        var zero = Money.Zero(loan.Currency);
        if (loan.Account is not AccountState.Active) return new(zero, zero);
        now = now.UnderTermsOf(loan);
        var (today, nights) = (now.Today(loan), zero);
        while (loan.Account is AccountState.Active && Accruing.NextOpenDay(loan) < today)
        {
            var night = Accruing.CloseNextDay(loan, now);
            foreach (var @event in night.Events)
                if (@event is DayClosed closed)
                    foreach (var accrual in closed.Accruals) nights += accrual.PenaltyPosted;
            loan = Booking.Evolve(loan, night.Events);
        }

        var byHand = zero;
        foreach (var @event in Changing.ChargeLate(loan, new("preview", today), now).Events)
            if (@event is LoanChanged { Outcome.PenaltyEarned: { } earned }) byHand += earned;
        return new(nights, byHand);
    }
}
