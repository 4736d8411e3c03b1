using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>How a charge-off treats what is to come: as before, without interest from the day on, or all principal due at once.</summary>
public enum ChargeOffKind { Regular, ZeroInterest, AccelerateMaturity }

/// <summary>
/// Debt that is a loss in the books while the borrower owes it all the same. Amount was charged off on the day, Recovered is what was paid of it since,
/// GivenUp what nobody will pay. What is left is the loan's receivables less its suspended interest, always, so the books hold it at nothing.
/// </summary>
public sealed record ChargedOffDebt(ChargeOffKind Kind, DateOnly On, Money Amount, Money Recovered, Money GivenUp)
{
    public Money Left => Amount - Recovered - GivenUp;
}

/// <summary>
/// Charging a running loan off (regular, zero interest, accelerate): the debt is expense at once and stays in collection. Interest from then on is in
/// suspense until it is paid, late charges and fees end, and what is paid of the debt is a recovery.
/// </summary>
internal static class ChargingOff
{
    public static Outcome<ChangeOutcome> Make(Loan loan, ChargeOff change, ChangeGround ground)
    {
        if (loan.ChargedOff is not null) return new LoanChargedOff("The loan is charged off already.");
        if (!NetOf(loan).IsPositive) return new NothingToChargeOff();
        var outcome = change.Kind switch
        {
            ChargeOffKind.Regular => ChangeOutcome.Same(loan),
            ChargeOffKind.ZeroInterest => WithoutInterest(loan, ground),
            ChargeOffKind.AccelerateMaturity => Accelerated(loan, ground),
        };
        var after = Changing.Merge(loan, outcome);
        var rows = WithoutFees(after.Instalments);
        var zero = Money.Zero(loan.Currency);
        return outcome with
        {
            Instalments = rows, Hold = null, Dpd = LoanFigures.DpdOf(after with { Instalments = rows }, ground.Today),
            ChargedOff = new ChargedOffDebt(change.Kind, ground.Today, NetOf(after with { Instalments = rows }), zero, zero),
        };
    }

    /// <summary>What a charged-off loan still takes; everything else waits until the charge-off is taken back.</summary>
    public static bool Takes(LoanChange change) => change is PaymentReversal or AdvanceRefund or RefundReturn or Settlement or WriteOff or ChargeOffReversal or ChargeOff;

    /// <summary>The debt after an event that was no charge-off itself: what is owed less than before was paid, or given up by it.</summary>
    public static ChargedOffDebt After(ChargedOffDebt was, Loan after, Money? loss)
    {
        var given = loss ?? Money.Zero(was.Amount.Currency);
        var less = was.Left - NetOf(after);
        return less.IsZero && given.IsZero ? was : was with { Recovered = was.Recovered + less - given, GivenUp = was.GivenUp + given };
    }

    /// <summary>The lines a loan's charge-off adds to those of an event: expense, recovery, and what the books hold against the receivables.</summary>
    public static IEnumerable<Posting> PostingsOf(ChargedOffDebt? before, ChargedOffDebt? after, Currency currency)
    {
        var zero = Money.Zero(currency);
        var expense = (after?.Amount ?? zero) - (before?.Amount ?? zero);
        var recovered = (after?.Recovered ?? zero) - (before?.Recovered ?? zero);
        return Lines((Accounts.LoansChargedOff, expense, "Charged off"), (Accounts.ChargedOffLoans, recovered - expense, "Charged off"), (Accounts.Recoveries, -recovered, "Recovered of what was charged off"));
    }

    private static IEnumerable<Posting> Lines(params (Account Account, Money Debit, string Memo)[] moves) =>
        moves.Where(move => !move.Debit.IsZero)
            .Select(move => move.Debit.IsPositive ? Posting.Dr(move.Account, move.Debit, move.Memo) : Posting.Cr(move.Account, -move.Debit, move.Memo));

    /// <summary>What the books hold for the loan: everything owed now, less interest that is no income.</summary>
    private static Money NetOf(Loan loan) => Replanning.Sum(loan, loan.Instalments, Forgiving.OwedNow) - loan.SuspendedInterest;

    /// <summary>The instalments keep their amount, which is principal from now on, so the loan ends earlier.</summary>
    private static ChangeOutcome WithoutInterest(Loan loan, ChangeGround ground) => TermChanges.DuesOf(loan, ground) is not { } dues
        ? ChangeOutcome.Same(loan) with { RatePercent = 0m }
        : TermChanges.With(loan, new Replan { Dues = dues, RatePercent = 0m, KeepsInstalment = ground.Product.Plan is RepaymentPlan.Emi }, ground) with { RatePercent = 0m };

    private static ChangeOutcome Accelerated(Loan loan, ChangeGround ground)
    {
        var ended = Ending.Terminate(loan, ground);
        return (ended.IsRefused ? ChangeOutcome.Same(loan) : ended.Value) with { RatePercent = 0m };
    }

    /// <summary>Fees that come with instalments are charged no more.</summary>
    private static ImmutableArray<Instalment> WithoutFees(ImmutableArray<Instalment> rows) =>
        [.. rows.Select(row => row.Fee is { } fee && fee.Posted < fee.Amount ? row with { Fee = fee.WithoutToCome() } : row)];
}

/// <summary>The loan is charged off, and takes no such change any more.</summary>
public sealed record LoanChargedOff(string Reason) : Refusal(RefusalKind.Conflict, "loan_charged_off", Reason);

public sealed record NothingToChargeOff() : Refusal(RefusalKind.Conflict, "nothing_to_charge_off", "The books hold nothing for this loan.");

public sealed record NotChargedOff() : Refusal(RefusalKind.Conflict, "not_charged_off", "The loan is not charged off.");
