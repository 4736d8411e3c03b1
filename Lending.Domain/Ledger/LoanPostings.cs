using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>The double entry of every loan event that moves value; empty for the others. docs/ledger.md has the table.</summary>
public static class LoanPostings
{
    /// <summary>Balanced lines on the loan's own accounts, or none. Before is the loan as the event found it.</summary>
    public static ImmutableArray<Posting> Of(Loan before, LoanEvent @event) => LoanAccounts.Place(
        before.ChargedOff is null && @event is not LoanChanged { Outcome.ChargedOff: not null } ? OfLive(before, @event)
            : [.. OfLive(before, @event), .. ChargingOff.PostingsOf(before.ChargedOff, LoanEvolution.Evolve(before, @event).ChargedOff, before.Currency)], before, @event);

    /// <summary>What the lender gave up of a charged-off loan by the event; null is nothing.</summary>
    internal static Money? LossOf(LoanEvent @event) => OutcomeOf(@event) is { LossKind: LossKind.WriteOff, Loss: { } loss } ? loss : null;

    private static ImmutableArray<Posting> OfLive(Loan before, LoanEvent @event)
    {
        var lines = OfEvent(before, @event);
        var provision = EndsAccount(@event) ? Money.Zero(before.Currency) : OutcomeOf(@event)?.Classified?.Provision ?? before.Provision;
        return provision == before.Provision ? lines : [.. lines, .. SetAside(provision - before.Provision)];
    }

    /// <summary>What a change, or a payment that did more than pay instalments, came to; null for all else.</summary>
    internal static ChangeOutcome? OutcomeOf(LoanEvent @event) => @event switch
    {
        LoanChanged e => e.Outcome,
        PaymentReceived e => e.Outcome,
        _ => null,
    };

    private static ImmutableArray<Posting> OfEvent(Loan before, LoanEvent @event) => @event switch
    {
        DayClosed e => OfDay(e, before),
        PaymentReceived { Outcome: { } outcome } e => OutcomePostings.Of(before, outcome, ClearingOf(e)),
        PaymentReceived { IsRecovery: true } e => OfRecovery(e),
        PaymentReceived e => OfPayment(before, e),
        LoanChanged { Outcome.Reversed: { } reversed } e => OutcomePostings.Of(before, e.Outcome, ClearingOf(reversed)),
        LoanChanged e => OutcomePostings.Of(before, e.Outcome, Accounts.PayoutClearing),
        LoanDisbursed e => OfDisbursement(e),
        LineDrawPaid e => OfDraw(before, e),
        _ => [],
    };

    /// <summary>Where the money came in, and goes out again if it is taken back: another loan's payout held it back, or it was collected.</summary>
    private static Account ClearingOf(PaymentReceived payment) => payment.Channel == PaymentChannels.Refinance ? Accounts.RefinanceClearing : Accounts.CollectionClearing;

    /// <summary>An account that has ended needs no provision any more.</summary>
    private static bool EndsAccount(LoanEvent @event) => @event switch
    {
        LoanCompleted => true,
        LoanChanged e => e.Outcome.Account is not AccountState.Active || e.Outcome.ChargedOff is not null,
        PaymentReceived { Outcome: { } outcome } => outcome.Account is not AccountState.Active,
        _ => false,
    };

    /// <summary>More set aside, or less when negative.</summary>
    private static Posting[] SetAside(Money more) => more.IsPositive
        ? [Posting.Dr(Accounts.ProvisionExpense, more, "Set aside against loss"), Posting.Cr(Accounts.ProvisionForLoans, more, "Set aside against loss")]
        : [Posting.Dr(Accounts.ProvisionForLoans, -more, "No longer set aside"), Posting.Cr(Accounts.ProvisionExpense, -more, "No longer set aside")];

    private static ImmutableArray<Posting> OfDisbursement(LoanDisbursed e)
    {
        var lines = ImmutableArray.CreateBuilder<Posting>(2 + 2 * e.Charges.Length);
        lines.Add(Posting.Dr(Accounts.Principal, e.Principal, "Loan paid out"));
        Credit(lines, Accounts.PayoutClearing, e.Net, "Payout");
        Debit(lines, Accounts.TdsReceivable, Charges.TaxCreditOf(e.Charges, e.Principal.Currency), "TDS on the charges, paid by the borrower to the tax office");
        if (e.Refinanced is { } payoff) Credit(lines, Accounts.RefinanceClearing, payoff, "Held back to pay off a loan");
        foreach (var charge in e.Charges) CreditCharge(lines, charge, charge.Code);
        return lines.DrainToImmutable();
    }

    private static ImmutableArray<Posting> OfDraw(Loan before, LineDrawPaid e)
    {
        var lines = ImmutableArray.CreateBuilder<Posting>();
        lines.Add(Posting.Dr(Accounts.Principal, e.Amount, "Drawn from the line"));
        Credit(lines, Accounts.PayoutClearing, e.Net, "Payout");
        foreach (var charge in e.Charges) CreditCharge(lines, charge, charge.Code);
        if (e.FromAdvance.IsEmpty) return lines.ToImmutable();
        Debit(lines, Accounts.CustomerAdvances, Allocations.TotalOf(e.FromAdvance, before.Currency), "Advance used for the draw");
        CreditReceivables(lines, e.FromAdvance, before.Currency);
        return lines.ToImmutable();
    }

    private static ImmutableArray<Posting> OfDay(DayClosed e, Loan before)
    {
        if (e.Accruals.IsEmpty && e.FromAdvance.IsEmpty && e.FeesCharged is null && e.Suspended is null && e.Provision is null) return [];
        var currency = before.Currency;
        var interest = Money.Zero(currency);
        var penalty = Money.Zero(currency);
        foreach (var accrual in e.Accruals)
        {
            interest += accrual.InterestPosted;
            penalty += accrual.PenaltyPosted;
        }

        var lines = ImmutableArray.CreateBuilder<Posting>(2);
        if (e.InterestSuspended) Both(lines, Accounts.InterestReceivable, Accounts.InterestSuspense, interest, "Interest for the day, not income yet");
        else Both(lines, Accounts.InterestReceivable, Accounts.InterestIncome, interest, "Interest for the day");
        Both(lines, Accounts.PenaltyReceivable, Accounts.PenaltyIncome, penalty, "Penalty for the day");
        if (e.FeesCharged is { } fees) ChargeFees(lines, fees, before);
        if (!e.FromAdvance.IsEmpty)
        {
            Debit(lines, Accounts.CustomerAdvances, Allocations.TotalOf(e.FromAdvance, currency), "Advance used for what fell due");
            CreditReceivables(lines, e.FromAdvance, currency);
        }

        if (e.Suspended is not null || ((before.SuspendedInterest.IsPositive || e.InterestSuspended) && !e.FromAdvance.IsEmpty)) Suspend(lines, e, before, interest);
        if (e.Provision is { } provision) lines.AddRange(SetAside(provision - before.Provision));
        return lines.DrainToImmutable();
    }

    /// <summary>What moved between suspense and income besides the night's own interest.</summary>
    private static void Suspend(ImmutableArray<Posting>.Builder lines, DayClosed e, Loan before, Money interest)
    {
        var moved = LoanEvolution.Evolve(before, e).SuspendedInterest - before.SuspendedInterest;
        if (e.InterestSuspended) moved -= interest;
        if (moved.IsPositive) Both(lines, Accounts.InterestIncome, Accounts.InterestSuspense, moved, "Interest not paid is no income while the loan does not perform");
        else Both(lines, Accounts.InterestSuspense, Accounts.InterestIncome, -moved, "Suspended interest is income");
    }

    private static void ChargeFees(ImmutableArray<Posting>.Builder lines, ImmutableArray<int> numbers, Loan before)
    {
        var (charged, tax) = (Money.Zero(before.Currency), Money.Zero(before.Currency));
        foreach (var number in numbers)
        {
            var fee = before.Instalments[number - 1].Fee!;
            charged += fee.Amount - fee.Posted;
            tax += fee.Tax - fee.PostedTax;
        }

        Debit(lines, Accounts.FeeReceivable, charged, "Fee that comes with the instalment");
        Credit(lines, Accounts.FeeIncome with { Part = AccountMapping.InstalmentFee }, charged - tax, "Fee that comes with the instalment");
        Credit(lines, Accounts.GstPayable, tax, "GST on the fee of the instalment");
    }

    private static ImmutableArray<Posting> OfPayment(Loan before, PaymentReceived e)
    {
        var lines = ImmutableArray.CreateBuilder<Posting>(5);
        Debit(lines, ClearingOf(e), e.Amount, "Payment received");
        CreditReceivables(lines, e.Allocations, e.Amount.Currency);
        if (e.EarlyCharge is { } charge) CreditCharge(lines, charge, AccountMapping.EarlyCharge);
        if (e.Advance.IsPositive) Credit(lines, Accounts.CustomerAdvances, e.Advance, "Kept as an advance");
        else Debit(lines, Accounts.CustomerAdvances, -e.Advance, "Advance used");
        if (before.SuspendedInterest.IsPositive)
            Both(lines, Accounts.InterestSuspense, Accounts.InterestIncome,
                Suspense.Realised(before, Allocations.Apply(before.Instalments, e.Allocations, e.On)), "Suspended interest paid");
        return lines.DrainToImmutable();
    }

    private static ImmutableArray<Posting> OfRecovery(PaymentReceived e)
    {
        var lines = ImmutableArray.CreateBuilder<Posting>(3);
        Debit(lines, ClearingOf(e), e.Amount, "Payment received");
        Credit(lines, Accounts.Recoveries, e.Recovery, "Recovered");
        Credit(lines, Accounts.CustomerAdvances, e.Advance, "Kept as an advance");
        return lines.DrainToImmutable();
    }

    private static void CreditCharge(ImmutableArray<Posting>.Builder lines, Charge charge, string part)
    {
        Credit(lines, charge.Code == Charges.UpfrontInterest ? Accounts.InterestIncome : Accounts.FeeIncome with { Part = part }, charge.Fee, charge.Name);
        Credit(lines, Accounts.GstPayable, charge.Tax, $"GST on {charge.Name}");
    }

    private static void CreditReceivables(ImmutableArray<Posting>.Builder lines, ImmutableArray<Allocation> allocations, Currency currency)
    {
        var (penalty, fee, interest, principal) = (Money.Zero(currency), Money.Zero(currency), Money.Zero(currency), Money.Zero(currency));
        foreach (var allocation in allocations)
        {
            penalty += allocation.Penalty;
            if (allocation.Fee is { } paid) fee += paid;
            interest += allocation.Interest;
            principal += allocation.Principal;
        }

        Credit(lines, Accounts.PenaltyReceivable, penalty, "Penalty paid");
        Credit(lines, Accounts.FeeReceivable, fee, "Fee paid");
        Credit(lines, Accounts.InterestReceivable, interest, "Interest paid");
        Credit(lines, Accounts.Principal, principal, "Principal paid");
    }

    private static void Both(ImmutableArray<Posting>.Builder lines, Account debit, Account credit, Money amount, string memo)
    {
        Debit(lines, debit, amount, memo);
        Credit(lines, credit, amount, memo);
    }

    private static void Debit(ImmutableArray<Posting>.Builder lines, Account account, Money amount, string memo)
    {
        if (!amount.IsZero) lines.Add(Posting.Dr(account, amount, memo));
    }

    private static void Credit(ImmutableArray<Posting>.Builder lines, Account account, Money amount, string memo)
    {
        if (!amount.IsZero) lines.Add(Posting.Cr(account, amount, memo));
    }
}
