using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// A loan after a change, as far as changes touch it. Instalments are all of them, or null when none moved. What is true for the ledger: the
/// receivables and the advance move from what they were to what they are, against cash, income and loss:
/// change of receivables - change of advance - change of suspended interest = InterestEarned + PenaltyEarned + FeesEarned + FeeTaxes - Loss - InterestWaived - PenaltyWaived - CashIn + CashOut.
/// </summary>
public sealed record ChangeOutcome
{
    /// <summary>Every instalment, settled and open, in order; null leaves them as they are.</summary>
    public ImmutableArray<Instalment>? Instalments { get; init; }

    public required Money Advance { get; init; }

    public AccountState Account { get; init; } = AccountState.Active;

    public Closure? Closure { get; init; }

    public decimal? RatePercent { get; init; }

    public LoanHold? Hold { get; init; }

    public AgreedSettlement? Settlement { get; init; }

    /// <summary>The last day on which the borrower, who is giving the loan back, can close it without a charge for that.</summary>
    public DateOnly? ExitBy { get; init; }

    public ImmutableArray<InterestPausedDays>? Pauses { get; init; }

    public required Money SuspendedInterest { get; init; }

    /// <summary>Days past due with which the loan's day goes on.</summary>
    public int Dpd { get; init; }

    /// <summary>Money that came in, or went back out to the borrower.</summary>
    public Money? CashIn { get; init; }

    public Money? CashOut { get; init; }

    /// <summary>Interest that became owed by the change itself (negative: is not owed any more).</summary>
    public Money? InterestEarned { get; init; }

    public Money? PenaltyEarned { get; init; }

    /// <summary>Fees without tax, and the tax on them, that became owed or were taken back.</summary>
    public Money? FeesEarned { get; init; }

    public Money? FeeTaxes { get; init; }

    /// <summary>Charges for paying early, the tax on them and goodwill, of the loan's whole life; null is none.</summary>
    public Money? EarlyFees { get; init; }

    public Money? EarlyTaxes { get; init; }

    public Money? Goodwill { get; init; }

    /// <summary>What the lender gave up, and on which account it falls.</summary>
    public Money? Loss { get; init; }

    public LossKind LossKind { get; init; }

    /// <summary>
    /// Where the loan was worked out again: what its waivers give up more of interest and penalty than before (negative: less), which falls on the waivers' account
    /// besides Loss. Null is nothing, and where a waiver itself says it as its Loss.
    /// </summary>
    public Money? InterestWaived { get; init; }

    public Money? PenaltyWaived { get; init; }

    /// <summary>What is charged off of the loan; null is nothing.</summary>
    public ChargedOffDebt? ChargedOff { get; init; }

    /// <summary>Late charges made by hand so far; null leaves them.</summary>
    public ImmutableArray<HandCharge>? HandCharges { get; init; }

    /// <summary>The payment that no longer counts, as it was booked.</summary>
    public PaymentReceived? Reversed { get; init; }

    /// <summary>The day and number that due dates to come are counted from; null keeps counting as before.</summary>
    public DueAnchor? DueAnchor { get; init; }

    /// <summary>What flat interest is a share of once principal was paid ahead of the schedule; null is the amount lent.</summary>
    public Money? FlatBase { get; init; }

    /// <summary>The credit line as it is now; null leaves it as it was.</summary>
    public CreditLine? Line { get; init; }

    /// <summary>How the loan counts where it was worked out again, and the nights in which it then stood still; null leaves them.</summary>
    public Classification? Classified { get; init; }

    public ImmutableArray<FrozenNights>? Frozen { get; init; }

    /// <summary>Nothing changed yet: the loan as it stands.</summary>
    public static ChangeOutcome Same(Loan loan) => new()
    {
        Advance = loan.Advance, Account = loan.Account, Closure = loan.Closure, RatePercent = loan.RatePercent, Hold = loan.Hold,
        Settlement = loan.Settlement, SuspendedInterest = loan.SuspendedInterest, Dpd = loan.Dpd, DueAnchor = loan.DueAnchor,
        FlatBase = loan.FlatBase, EarlyFees = loan.EarlyFees, EarlyTaxes = loan.EarlyTaxes, Goodwill = loan.Goodwill,
        ChargedOff = loan.ChargedOff, ExitBy = loan.ExitBy,
    };
}

/// <summary>The morning from which a loan is not performing, null while it performs, and all that is set aside against its loss.</summary>
public sealed record Classification(DateOnly? NpaSince, Money Provision)
{
    public static Classification Of(Loan loan) => new(loan.NpaSince, loan.Provision);
}

/// <summary>The account a loss falls on.</summary>
public enum LossKind { None, Waiver, Goodwill, WriteOff }
