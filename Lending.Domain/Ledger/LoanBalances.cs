using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>What a loan's own state says its accounts hold: the ledger must hold the same.</summary>
public static class LoanBalances
{
    /// <summary>The purposes that every loan keeps a balance of.</summary>
    public static ImmutableArray<LedgerPurpose> Kept { get; } =
    [
        LedgerPurpose.Principal, LedgerPurpose.InterestReceivable, LedgerPurpose.PenaltyReceivable, LedgerPurpose.FeesReceivable,
        LedgerPurpose.CustomerAdvances, LedgerPurpose.InterestSuspense, LedgerPurpose.Provision, LedgerPurpose.ChargedOff,
    ];

    /// <summary>What a borrower owes: receivables less advances.</summary>
    public static ImmutableArray<LedgerPurpose> Owed { get; } =
    [
        LedgerPurpose.Principal, LedgerPurpose.InterestReceivable, LedgerPurpose.PenaltyReceivable, LedgerPurpose.FeesReceivable, LedgerPurpose.CustomerAdvances,
    ];

    /// <summary>Debit less credit in minor units, by purpose, with the account of this loan that holds it.</summary>
    public static ImmutableArray<(LedgerPurpose Purpose, string Number, long Minor)> Of(Loan loan)
    {
        var (principal, interest, penalty, fee) = (0L, 0L, 0L, 0L);
        foreach (var instalment in loan.Instalments)
        {
            principal += instalment.PrincipalLeft.Minor;
            interest += instalment.AccruedInterestLeft.Minor;
            penalty += instalment.PenaltyLeft.Minor;
            fee += instalment.PostedFeeLeft.Minor;
        }

        return
        [
            Line(LedgerPurpose.Principal, principal), Line(LedgerPurpose.InterestReceivable, interest), Line(LedgerPurpose.PenaltyReceivable, penalty),
            Line(LedgerPurpose.FeesReceivable, fee), Line(LedgerPurpose.CustomerAdvances, -loan.Advance.Minor),
            Line(LedgerPurpose.InterestSuspense, -loan.SuspendedInterest.Minor), Line(LedgerPurpose.Provision, -loan.Provision.Minor),
            Line(LedgerPurpose.ChargedOff, -(loan.ChargedOff?.Left.Minor ?? 0)),
        ];

        (LedgerPurpose, string, long) Line(LedgerPurpose purpose, long minor) => (purpose, LoanAccounts.NumberOf(loan.LedgerAccounts, purpose), minor);
    }
}
