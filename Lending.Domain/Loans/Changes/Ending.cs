namespace Lending.Domain;

/// <summary>Contracts that end before their time (MO-011, MO-012).</summary>
internal static class Ending
{
    /// <summary>Everything owed falls due today in one instalment; interest to come is not owed.</summary>
    public static Outcome<ChangeOutcome> Terminate(Loan loan, ChangeGround ground)
    {
        var first = Replanning.FirstToCome(loan, ground.Today);
        if (first == loan.Instalments.Length) return new NothingToCome();
        var (running, toCome) = (loan.Instalments[first], loan.Instalments[first..]);
        var all = running with
        {
            Due = ground.Today, PayBy = ground.Today, Principal = running.PaidPrincipal + Replanning.Sum(loan, toCome, instalment => instalment.PrincipalLeft),
            Interest = running.InterestAccrued, InterestExact = running.InterestAccrued.Minor, Fee = ChargedOf(running),
            From = running.From < ground.Today ? running.From : ground.Today,
        };
        return ChangeOutcome.Same(loan) with { Instalments = [.. Replanning.NotAfter(loan.Instalments[..first], ground.Today), all] };
    }

    /// <summary>
    /// The exit that the Reserve Bank's rules on digital lending give a borrower in the cooling-off days: principal and the interest for the days, no penalty. Nothing is
    /// posted by it; the money that comes closes the loan.
    /// </summary>
    public static Outcome<ChangeOutcome> Exit(Loan loan, ChangeGround ground)
    {
        if (loan.ExitBy is { } by) return new ExitStands(by);
        if (loan.CoolingOffUntil is not { } until || until < ground.Today || until == loan.DisbursedOn) return new CoolingOffOver(loan.CoolingOffUntil == loan.DisbursedOn ? null : loan.CoolingOffUntil);
        return ChangeOutcome.Same(loan) with { ExitBy = until };
    }

    // A re-amortisation brings charged fees into the instalment that runs: they stay owed, the fee that was to come does not.
    private static InstalmentFee? ChargedOf(Instalment running) => running.Fee is { Posted.IsPositive: true } fee ? fee.WithoutToCome() : null;

    /// <summary>
    /// As if it had never been: interest, penalty and charges are taken back, also those for paying early, and all that the borrower paid is theirs; what the
    /// lender paid for them as goodwill is not. The money lent comes back through the payout channel where the purchase or the need fell away, and is the
    /// lender's loss after fraud or death, less the goodwill that was one already.
    /// </summary>
    public static Outcome<ChangeOutcome> Cancel(Loan loan, Cancellation change, ChangeGround ground)
    {
        var zero = Money.Zero(loan.Currency);
        var (interest, penalty, fees, taxes) = (-loan.SuspendedInterest, zero, loan.EarlyFees ?? zero, loan.EarlyTaxes ?? zero);
        var paid = fees + taxes;
        foreach (var instalment in loan.Instalments)
        {
            interest += instalment.InterestAccrued;
            penalty += instalment.PenaltyAccrued;
            paid += instalment.PaidPrincipal + instalment.PaidInterest + instalment.PaidPenalty;
            if (instalment.Fee is not { } fee) continue;
            paid += fee.Paid;
            (fees, taxes) = (fees + fee.Posted - fee.PostedTax, taxes + fee.PostedTax);
        }

        foreach (var charge in loan.Charges)
        {
            if (charge.Code == Charges.UpfrontInterest) interest += charge.Fee;
            else fees += charge.Fee;
            taxes += charge.Tax;
        }

        // Goodwill that was refunded meanwhile stays given.
        var goodwill = Money.Min(loan.Goodwill ?? zero, loan.Advance + paid);
        var isLoss = change.Reason is CancellationReason.Fraud or CancellationReason.Death;
        var loss = isLoss ? (loan.Net ?? zero) - goodwill : -goodwill;
        return ChangeOutcome.Same(loan) with
        {
            Instalments = [.. loan.Instalments.Select(instalment => Undone(instalment, zero, ground.Today))],
            Advance = loan.Advance + paid - goodwill, Account = AccountState.Cancelled, Closure = ClosureOf(change.Reason), Hold = null, Settlement = null, Dpd = 0,
            SuspendedInterest = zero, InterestEarned = -interest, PenaltyEarned = -penalty, FeesEarned = -fees, FeeTaxes = -taxes,
            CashIn = isLoss ? null : loan.Net, Loss = loss.IsZero ? null : loss, LossKind = loss.IsZero ? LossKind.None : isLoss ? LossKind.WriteOff : LossKind.Goodwill,
            EarlyFees = null, EarlyTaxes = null, Goodwill = isLoss ? loan.Goodwill : null,
        };
    }

    private static Instalment Undone(Instalment instalment, Money zero, DateOnly today) => instalment with
    {
        Principal = zero, Interest = zero, InterestExact = 0m, InterestAccrued = zero, PenaltyExact = 0m, PenaltyAccrued = zero,
        PaidPrincipal = zero, PaidInterest = zero, PaidPenalty = zero, Fee = null, PaidOn = today,
    };

    private static Closure ClosureOf(CancellationReason reason) => reason switch
    {
        CancellationReason.Rejected => Closure.Rejected,
        CancellationReason.Returned => Closure.Returned,
        CancellationReason.Fraud => Closure.Fraud,
        CancellationReason.Death => Closure.Death,
    };
}
