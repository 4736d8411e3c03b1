using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Debt the lender gives up, in part or whole (LOS-051, LOS-052, LMS-036, GAP-57).</summary>
internal static class Forgiving
{
    private const int SettlementDaysMax = 180;

    public static Outcome<ChangeOutcome> WaivePenalty(Loan loan, PenaltyWaiver change, ChangeGround ground)
    {
        if (Checked(loan, change.Amount, PenaltyLeft(loan)) is { } refused) return refused;
        return Waived(loan, change.Amount, ground, (instalment, left) =>
        {
            var given = Money.Min(left, instalment.PenaltyLeft);
            return (instalment with
            {
                PenaltyAccrued = instalment.PenaltyAccrued - given, PenaltyExact = instalment.PenaltyExact - given.Minor,
                PenaltyWaived = Prepaying.Added(instalment.PenaltyWaived, given), PenaltyJoined = LateCharging.JoinedWithout(instalment, given),
            }, given);
        });
    }

    public static Outcome<ChangeOutcome> WaiveInterest(Loan loan, InterestWaiver change, ChangeGround ground)
    {
        if (Checked(loan, change.Amount, Suspense.UnpaidOf(loan.Instalments, loan.Currency)) is { } refused) return refused;
        return Waived(loan, change.Amount, ground, (instalment, left) =>
        {
            var given = Money.Min(left, instalment.AccruedInterestLeft);
            return (instalment with
            {
                Interest = instalment.Interest - given, InterestAccrued = instalment.InterestAccrued - given,
                InterestExact = instalment.InterestExact - given.Minor,
            }, given);
        });
    }

    /// <summary>Pays like money: what is due first, and the rest lowers the principal at once.</summary>
    public static Outcome<ChangeOutcome> Credit(Loan loan, GoodwillCredit change, ChangeGround ground)
    {
        if (Checked(loan, change.Amount, Prepaying.Most(loan)) is { } refused) return refused;
        var ordered = ground with { Product = ground.Product with { Waterfall = ground.Product.GoodwillWaterfall ?? ground.Product.Waterfall } };
        var outcome = Prepaying.Use(loan, change.Amount, PrepaymentEffect.ReduceInstalment, ordered, isCharged: false);
        return outcome with
        {
            Loss = change.Amount, LossKind = LossKind.Goodwill, Goodwill = Prepaying.Added(loan.Goodwill, change.Amount),
        };
    }

    /// <summary>The same change, of no more than what is owed now: of a history that is worked out again, where less may be owed than there was.</summary>
    public static LoanChange AsFarAsOwed(Loan loan, LoanChange change) => change switch
    {
        PenaltyWaiver waiver => waiver with { Amount = Money.Min(waiver.Amount, PenaltyLeft(loan)) },
        InterestWaiver waiver => waiver with { Amount = Money.Min(waiver.Amount, Suspense.UnpaidOf(loan.Instalments, loan.Currency)) },
        GoodwillCredit credit => credit with { Amount = Money.Min(credit.Amount, loan.Line is null ? LoanFigures.PayoffOf(loan) : Prepaying.Most(loan)) },
        _ => change,
    };

    /// <summary>Goodwill that comes to everything owed, as it can only in a history that is worked out again: the loan is repaid by it. Null for all else.</summary>
    public static ChangeOutcome? PaysAll(Loan loan, LoanChange change, ChangeGround ground)
    {
        if (change is not GoodwillCredit { Amount: { IsPositive: true } amount } || loan.Line is not null || loan.ChargedOff is not null || amount < LoanFigures.PayoffOf(loan)) return null;
        var all = Allocations.OfEverythingOwed(loan.Instalments);
        var rows = PaymentBooking.Closed(Allocations.Apply(loan.Instalments, all, ground.Today), ground.Today);
        return ChangeOutcome.Same(loan) with
        {
            Instalments = rows, Advance = loan.Advance + amount - Allocations.TotalOf(all, loan.Currency), Dpd = 0, SuspendedInterest = Money.Zero(loan.Currency),
            InterestEarned = loan.SuspendedInterest, Loss = amount, LossKind = LossKind.Goodwill, Goodwill = Prepaying.Added(loan.Goodwill, amount),
        };
    }

    public static Outcome<ChangeOutcome> Settle(Loan loan, Settlement change, ChangeGround ground)
    {
        var payoff = LoanFigures.PayoffOf(loan);
        if (Checked(loan, change.Amount, payoff) is { } refused) return refused;
        if (change.PayBy < ground.Today || change.PayBy > ground.Today.AddDays(SettlementDaysMax))
            return new ChangeFieldInvalid("payBy", $"must be today or later, at most {SettlementDaysMax} days");
        return ChangeOutcome.Same(loan) with { Settlement = new AgreedSettlement(change.Amount, change.PayBy) { Received = loan.Advance.IsPositive ? loan.Advance : null } };
    }

    /// <summary>Interest in suspense was never income, so it is no loss either.</summary>
    public static Outcome<ChangeOutcome> WriteOff(Loan loan, ChangeGround ground)
    {
        var owed = Replanning.Sum(loan, loan.Instalments, OwedNow);
        var zero = Money.Zero(loan.Currency);
        var used = Money.Min(loan.Advance, owed);
        return ChangeOutcome.Same(loan) with
        {
            Instalments = Ended(loan, ground.Today), Account = AccountState.WrittenOff, Closure = Closure.WrittenOff, Hold = null, Settlement = null, Dpd = 0,
            Advance = loan.Advance - used, SuspendedInterest = zero, Loss = owed - used - loan.SuspendedInterest, LossKind = LossKind.WriteOff,
        };
    }

    /// <summary>Everything owed now and not yet paid: principal, interest earned, penalty and fees charged.</summary>
    public static Money OwedNow(Instalment instalment) =>
        instalment.PrincipalLeft + instalment.AccruedInterestLeft + instalment.PenaltyLeft + instalment.PostedFeeLeft;

    public static ImmutableArray<Instalment> Ended(Loan loan, DateOnly today) =>
        [.. loan.Instalments.Select(instalment => Replanning.Settled(instalment, today))];

    private static ChangeOutcome Waived(Loan loan, Money amount, ChangeGround ground, Func<Instalment, Money, (Instalment, Money Given)> give)
    {
        var left = amount;
        var rows = loan.Instalments.ToBuilder();
        for (var i = 0; i < rows.Count && left.IsPositive; i++)
        {
            var (after, given) = give(rows[i], left);
            left -= given;
            rows[i] = after.IsPaid ? after with { PaidOn = after.PaidOn ?? ground.Today } : after;
        }

        var instalments = rows.ToImmutable();
        return ChangeOutcome.Same(loan) with
        {
            Instalments = instalments, Dpd = LoanFigures.DpdOf(loan with { Instalments = instalments }, ground.Today),

            // Interest in suspense was never income, so giving it up is no loss.
            SuspendedInterest = Suspense.Left(loan, instalments), Loss = amount - Suspense.Realised(loan, instalments), LossKind = LossKind.Waiver,
        };
    }

    private static Money PenaltyLeft(Loan loan) => Replanning.Sum(loan, loan.Instalments, instalment => instalment.PenaltyLeft);

    private static Refusal? Checked(Loan loan, Money amount, Money most) =>
        amount.Currency != loan.Currency ? new CurrencyMismatch(loan.Currency.Code)
        : !amount.IsPositive || amount > most ? new ChangeFieldInvalid("amount", $"must be more than zero and at most {most}")
        : null;
}
