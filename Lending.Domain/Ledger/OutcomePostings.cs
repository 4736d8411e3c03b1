using System.Collections.Immutable;
using System.Diagnostics;

namespace Lending.Domain;

/// <summary>
/// The double entry of a change: every receivable and the advance move from what they were to what they are, against cash, income and loss.
/// </summary>
internal static class OutcomePostings
{
    public static ImmutableArray<Posting> Of(Loan before, ChangeOutcome outcome, Account cash)
    {
        var lines = ImmutableArray.CreateBuilder<Posting>();
        if (outcome.Instalments is { } after)
        {
            Move(lines, Accounts.Principal, Change(before, after, static i => i.PrincipalLeft), "Principal");
            Move(lines, Accounts.InterestReceivable, Change(before, after, static i => i.AccruedInterestLeft), "Interest owed");
            Move(lines, Accounts.PenaltyReceivable, Change(before, after, static i => i.PenaltyLeft), "Penalty owed");
            Move(lines, Accounts.FeeReceivable, Change(before, after, static i => i.PostedFeeLeft), "Fees owed");
        }

        Move(lines, Accounts.CustomerAdvances, before.Advance - outcome.Advance, "Kept for the customer");
        Move(lines, Accounts.InterestSuspense, before.SuspendedInterest - outcome.SuspendedInterest, "Interest in suspense");
        Move(lines, cash, outcome.CashIn, "Money in");
        Move(lines, cash, -outcome.CashOut, "Money out");
        if (outcome.Reversed is { IsRecovery: true } recovery) Move(lines, Accounts.Recoveries, recovery.Recovery, "Recovery taken back");
        Move(lines, Accounts.InterestIncome, -outcome.InterestEarned, "Interest");
        Move(lines, Accounts.PenaltyIncome, -outcome.PenaltyEarned, "Penalty");
        foreach (var (part, fees) in FeesBy(before, outcome)) Move(lines, Accounts.FeeIncome with { Part = part }, -fees, "Fees");
        Move(lines, Accounts.GstPayable, -outcome.FeeTaxes, "GST on fees");
        if (outcome.Account is AccountState.Cancelled && before.Account is not AccountState.Cancelled)
            Move(lines, Accounts.TdsReceivable, -Charges.TaxCreditOf(before.Charges, before.Currency), "TDS on charges taken back");
        var waived = (outcome.InterestWaived ?? Money.Zero(before.Currency)) + (outcome.PenaltyWaived ?? Money.Zero(before.Currency));
        Move(lines, Accounts.Waivers, waived, "Given up by waivers");

        // Goodwill is older than the charge-off where both are in a history: no charged-off loan takes it, so it never was part of what is held against the debt.
        if (outcome.Loss is { } loss)
            Move(lines, before.ChargedOff is null || outcome.LossKind is LossKind.Goodwill ? LossAccount(outcome.LossKind) : Accounts.ChargedOffLoans, loss, "Given up");
        return lines.DrainToImmutable();
    }

    /// <summary>
    /// Income of fees by fee, where the loan tells them apart: the charges for paying early, those of a payout that is taken back, and the rest, which
    /// came with instalments.
    /// </summary>
    private static IEnumerable<(string? Part, Money? Fees)> FeesBy(Loan before, ChangeOutcome outcome)
    {
        if (outcome.FeesEarned is not { } rest || !LoanAccounts.TellsFeesApart(before)) return [(null, outcome.FeesEarned)];
        var zero = Money.Zero(before.Currency);
        var early = (outcome.EarlyFees ?? zero) - (before.EarlyFees ?? zero);
        var parts = new List<(string?, Money?)> { (AccountMapping.EarlyCharge, early) };
        rest -= early;
        if (outcome.Account is AccountState.Cancelled)
        {
            foreach (var charge in before.Charges.Where(static charge => charge.Code != Charges.UpfrontInterest))
            {
                parts.Add((charge.Code, -charge.Fee));
                rest += charge.Fee;
            }
        }

        return [.. parts, (AccountMapping.InstalmentFee, rest)];
    }

    private static Account LossAccount(LossKind kind) => kind switch
    {
        LossKind.Waiver => Accounts.Waivers,
        LossKind.Goodwill => Accounts.GoodwillCredits,
        LossKind.WriteOff => Accounts.LoansWrittenOff,
        LossKind.None => throw new UnreachableException("A loss falls on an account."),
    };

    private static Money Change(Loan before, ImmutableArray<Instalment> after, Func<Instalment, Money> of) =>
        Replanning.Sum(before, after, of) - Replanning.Sum(before, before.Instalments, of);

    /// <summary>A positive amount is a debit, a negative one a credit.</summary>
    private static void Move(ImmutableArray<Posting>.Builder lines, Account account, Money? amount, string memo)
    {
        if (amount is not { IsZero: false } moved) return;
        lines.Add(moved.IsPositive ? Posting.Dr(account, moved, memo) : Posting.Cr(account, -moved, memo));
    }
}
