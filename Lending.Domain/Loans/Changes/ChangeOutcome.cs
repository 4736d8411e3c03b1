using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// A loan after a change, as far as changes touch it. Instalments are all of them, or null when none moved. What is true for the ledger: the
/// receivables and the advance move from what they were to what they are, against cash, income and loss:
/// change of receivables - change of advance = InterestEarned + PenaltyEarned + FeesEarned - Loss - CashIn + CashOut.
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

    /// <summary>What the lender gave up, and on which account it falls.</summary>
    public Money? Loss { get; init; }

    public LossKind LossKind { get; init; }

    /// <summary>Payments that count as received, or no longer do.</summary>
    public string? Received { get; init; }

    public string? Reversed { get; init; }
}

/// <summary>The account a loss falls on.</summary>
public enum LossKind { None, Waiver, Goodwill, WriteOff }
