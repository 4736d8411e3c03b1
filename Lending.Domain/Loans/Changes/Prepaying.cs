using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Money beyond what is due that lowers the principal at once.</summary>
internal static class Prepaying
{
    /// <summary>The most that can be paid so: what is due, and all principal to come but one smallest unit. More than that closes the loan.</summary>
    public static Money Most(Loan loan) => LoanFigures.PayoffOf(loan) - new Money(1, loan.Currency);

    public static Outcome<ChangeOutcome> Check(Loan loan, PartPrepayment change, ChangeGround ground)
    {
        if (ground.Product.Plan is RepaymentPlan.Payday) return new NotForPayday();
        if (change.Amount.Currency != loan.Currency) return new CurrencyMismatch(loan.Currency.Code);
        if (string.IsNullOrWhiteSpace(change.Reference)) return new ReferenceMissing();
        if (loan.HasBooked(change.PaymentId) || loan.ProposedPayments.ContainsKey(change.PaymentId)) return new CommandIdReused();
        var most = Most(loan);
        if (!change.Amount.IsPositive || change.Amount > most) return new ChangeFieldInvalid("amount", $"must be more than zero and at most {most}; more closes the loan");
        if (TermChanges.DuesOf(loan, ground) is null) return new NothingToCome();
        if (change.Effect is PrepaymentEffect.ReduceTenure && RestOfLoan.WaitsForTheEnd(ground.Product)) return new NoTenureToReduce();
        if (change.Effect is PrepaymentEffect.PayLastInstalments && RestOfLoan.KeepsItsEnd(ground.Product) is { } why) return new ChangeFieldInvalid("effect", why);
        return Pay(loan, change.Amount, change.Effect, ground);
    }

    /// <summary>What the product makes of money beyond what is due today; null keeps it as an advance, or nothing is beyond.</summary>
    public static PrepaymentEffect? EffectOf(Loan loan, Money amount, ChangeGround ground)
    {
        if (ground.Product.Excess is ExcessMoney.HoldAsAdvance or ExcessMoney.PayInstalments || !IsBeyond(loan, amount, ground.Today) || TermChanges.DuesOf(loan, ground) is null) return null;
        return ground.Product.Excess switch
        {
            ExcessMoney.ReduceTenure => PrepaymentEffect.ReduceTenure,
            ExcessMoney.PayLastInstalments => PrepaymentEffect.PayLastInstalments,
            _ => PrepaymentEffect.ReduceInstalment,
        };
    }

    /// <summary>The money of a prepayment that was approved.</summary>
    public static Receipt ReceiptOf(PartPrepayment change) => new(change.PaymentId, change.Amount, change.Channel, change.Reference, Effect: change.Effect);

    /// <summary>A prepayment, as the payment it is, with what it came to.</summary>
    public static PaymentReceived Received(Loan loan, Receipt receipt, ChangeOutcome outcome, ChangeGround ground) =>
        Booking.Received(receipt, loan, DueOf(loan, receipt.Amount, ground), ground.Today, closes: false) with
        {
            Outcome = outcome, Advance = outcome.Advance - loan.Advance,
        };

    /// <summary>Money that lowers the principal: what came in, and what became of the loan.</summary>
    public static ChangeOutcome Pay(Loan loan, Money amount, PrepaymentEffect effect, ChangeGround ground) =>
        Use(loan, amount, effect, ground, isCharged: true) with { CashIn = amount };

    /// <summary>What is due is paid first, the rest lowers the principal of the instalments to come.</summary>
    public static ChangeOutcome Use(Loan loan, Money amount, PrepaymentEffect effect, ChangeGround ground, bool isCharged)
    {
        if (loan.Line is not null) return LineChanges.Use(loan, amount, ground);
        var due = DueOf(loan, amount, ground);
        var paid = loan with { Instalments = Allocations.Apply(loan.Instalments, due, ground.Today) };
        var rest = amount - Allocations.TotalOf(due, loan.Currency);
        if (!rest.IsPositive || TermChanges.DuesOf(paid, ground) is not { } dues)
            return ChangeOutcome.Same(loan) with
            {
                Instalments = paid.Instalments, Advance = loan.Advance + rest, Dpd = LoanFigures.DpdOf(paid, ground.Today),
                SuspendedInterest = Suspense.Left(loan, paid.Instalments), InterestEarned = Suspense.Realised(loan, paid.Instalments),
            };

        // Principal to come can be less than the money when interest earned is a part of the payoff; the rest is then the borrower's advance.
        var toCome = Replanning.Sum(paid, paid.Instalments[Replanning.FirstToCome(paid, ground.Today)..], instalment => instalment.PrincipalLeft);
        var closing = isCharged ? EarlyCharges.OfClosingInPart(loan, amount, ground.Product, ground.Today) : null;
        var charge = closing?.Charge ?? (isCharged ? EarlyCharges.InsideOf(loan, Money.Min(rest, toCome), ground.Product, ground.Today) : null);
        rest -= charge?.Total ?? Money.Zero(loan.Currency);

        // Closing in part uses an earlier advance as closing does.
        var prepaid = closing is var (_, left) ? Money.Min(rest + loan.Advance, toCome - left) : Money.Min(rest, toCome);
        var plan = new Replan
        {
            Dues = dues, Prepaid = prepaid, KeepsInstalment = effect is PrepaymentEffect.ReduceTenure, FromTheEnd = effect is PrepaymentEffect.PayLastInstalments,
        };
        return TermChanges.With(paid, plan, ground) with
        {
            Advance = loan.Advance + rest - prepaid, FeesEarned = charge?.Fee, FeeTaxes = charge?.Tax,
            EarlyFees = Added(loan.EarlyFees, charge?.Fee), EarlyTaxes = Added(loan.EarlyTaxes, charge?.Tax),
            SuspendedInterest = Suspense.Left(loan, paid.Instalments), InterestEarned = Suspense.Realised(loan, paid.Instalments),
        };
    }

    /// <summary>Null stands for nothing, so that most loans carry none.</summary>
    public static Money? Added(Money? sum, Money? more) => more is { IsZero: false } amount ? sum is { } before ? before + amount : amount : sum;

    /// <summary>What of the money pays what is due: on its due date, too, where a day off gives the borrower until the day after.</summary>
    public static ImmutableArray<Allocation> DueOf(Loan loan, Money amount, ChangeGround ground) =>
        Allocations.Of(DueBy(loan, ground.Today), amount, DateOnly.MaxValue, ground.Today, ground.Product.Waterfall);

    /// <summary>Whether some of the money is beyond what is due.</summary>
    public static bool IsBeyond(Loan loan, Money amount, DateOnly today) =>
        amount > Replanning.Sum(loan, DueBy(loan, today), instalment => instalment.Outstanding);

    private static ImmutableArray<Instalment> DueBy(Loan loan, DateOnly today) => [.. loan.Instalments.TakeWhile(instalment => instalment.Due <= today)];
}
