using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Looking whether another loan can be offered once one is repaid (LOS-034, LOS-036).</summary>
internal static class Reloaning
{
    /// <summary>
    /// What a decision brings with it for another loan: one that closes the loan has it checked afterwards, with what the customer's other loans say; one
    /// that opens it again ends an offer nobody has taken.
    /// </summary>
    public static LoanDecision With(Loan loan, LoanDecision decision, Circumstances now)
    {
        if (decision.Refusal is not null) return decision;
        foreach (var @event in decision.Events)
        {
            if (@event is LoanCompleted && loan.Line is null && IsChecked(loan, now))
                return decision.AndThen(LoanOutbox.CheckReloan(loan, now));
        }

        if (loan.Reloan is not { IsOpen: true } open || Booking.Evolve(loan, decision.Events).Account is AccountState.Completed) return decision;
        return Booking.Join(decision, LoanDecision.Accept(new ReloanCancelled(open.Number, now.Today(loan), ReloanEnding.LoanReopened, now.Actor.Id, null))
            .AndThen(Withdrawn(loan, open, now)));
    }

    public static LoanDecision Check(Loan loan, Circumstances now)
    {
        var byHand = !now.Context.Grants.IsSystem;
        if (!IsChecked(loan, now)) return byHand ? new ReloansOff() : LoanDecision.Nothing;
        if (loan.Account is not AccountState.Completed) return byHand ? LoanDecider.NotNow(loan, new CheckReloan(), now) : LoanDecision.Nothing;
        if (loan.Reloan is { IsOpen: true } or { Application: not null }) return byHand ? new ReloanMadeAlready() : LoanDecision.Nothing;
        if (loan.Line is not null || now.Offered is not { Plan: not RepaymentPlan.CreditLine } offered) return byHand ? new ReloansOff() : LoanDecision.Nothing;

        var (today, policy, product) = (now.Today(loan), now.Brand.Settings.Reloans, LoanDecider.ProductOf(now));
        var history = ReloanHistory.Of(LoanDecider.HistoryOf(now));
        var amount = ReloanAmounts.Of(loan.Sanctioned!.Value, policy, offered, now.Brand);
        ImmutableArray<ReloanFinding> findings =
        [
            .. ReloanRules.OfLoan(loan, product, policy, history, byHand), .. ReloanRules.OfCustomer(now.Customer, offered, now.Brand, today),
            new(ReloanRule.Amount, !amount.IsRefused, amount.IsRefused ? amount.Refusal.Code : amount.Value.ToString(), offered.AmountMax.ToString()),
        ];
        var number = (loan.Reloan?.Number ?? 0) + 1;
        var check = new ReloanChecked(number, today, findings, now.Actor.Id);
        if (amount.IsRefused || findings.Any(finding => !finding.Passed)) return LoanDecision.Accept(check);

        check = check with
        {
            Offer = new ReloanTerms(
                loan.Sanctioned.Value, amount.Value, Math.Clamp(loan.Tenure, offered.TenureMin, offered.TenureMax), today.AddDays(policy.OfferDays)),
        };

        // What a person offers, another one approves.
        if (byHand || policy.ApprovalNeeded) return LoanDecision.Accept(check);
        return LoanDecision.Accept(check, new ReloanApproved(number, today, now.Actor.Id, null)).AndThen(Offered(loan, check.Offer, now));
    }

    public static OutboxItem Offered(Loan loan, ReloanTerms offer, Circumstances now) =>
        LoanOutbox.Message(MessageTemplates.ReloanOffered, loan, now, offer.Amount, offer.Until);

    /// <summary>A borrower is told only of the end of what they were told of.</summary>
    public static OutboxItem[] Withdrawn(Loan loan, ReloanStanding offer, Circumstances now) =>
        offer.WasTold ? [LoanOutbox.Message(MessageTemplates.ReloanWithdrawn, loan, now)] : [];

    private static bool IsChecked(Loan loan, Circumstances now) =>
        now.Brand.Settings.Reloans is { Enabled: true } policy && policy.Covers(loan.ProductCode);
}
