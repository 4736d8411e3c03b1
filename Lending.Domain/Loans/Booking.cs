using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// Money that has arrived, however it came. ValueOn: the day it counts from when that is not today. Effect: lowers the principal at once instead of
/// waiting for what falls due.
/// </summary>
internal sealed record Receipt(
    string PaymentId, Money Amount, string Channel, string Reference, string? LinkId = null, DateOnly? ValueOn = null, PrepaymentEffect? Effect = null,
    string? Presentation = null);

/// <summary>Books a receipt on the loan's own day: one way for gateway and manual payments.</summary>
internal static class Booking
{
    public static LoanDecision Book(Loan loan, Receipt receipt, Circumstances now) => OnItsDay(loan, now, today =>
        receipt.ValueOn is { } valueOn && valueOn < now.Today(today) && IsRestatable(today)
            ? InThePast(today, receipt, valueOn < today.DisbursedOn ? today.DisbursedOn.Value : valueOn, now)
            : WithMessages(today, receipt, Events(today, receipt, ChangeGround.Of(now, now.Today(today))), now));

    /// <summary>
    /// Where day end has not reached this loan yet, its open days are closed first: interest up to today must be in the ledger before anything is
    /// decided on it.
    /// </summary>
    public static LoanDecision OnItsDay(Loan loan, Circumstances now, Func<Loan, LoanDecision> decide)
    {
        var today = now.Today(loan);
        var days = LoanDecision.Nothing;
        while (loan.Account is AccountState.Active && Accruing.NextOpenDay(loan) < today)
        {
            var day = Accruing.CloseNextDay(loan, now);
            loan = Evolve(loan, day.Events);
            days = Join(days, day);
        }

        var decision = decide(loan);
        return decision.Refusal is null ? Join(days, decision) : decision;
    }

    /// <summary>The loan as it stands once its open days before today are closed.</summary>
    public static Loan UpToDate(Loan loan, Circumstances now)
    {
        var today = now.Today(loan);
        while (loan.Account is AccountState.Active && Accruing.NextOpenDay(loan) < today)
            loan = Evolve(loan, Accruing.CloseNextDay(loan, now).Events);
        return loan;
    }

    /// <summary>What a receipt comes to on a day, on a loan whose earlier days are closed.</summary>
    public static ImmutableArray<LoanEvent> Events(Loan loan, Receipt receipt, ChangeGround ground)
    {
        var events = Of(loan, receipt, ground);
        return events is [var received] && Closing.IsRepaid(LoanEvolution.Evolve(loan, received), ground.Today) ? [received, new LoanCompleted(ground.Today)] : events;
    }

    private static ImmutableArray<LoanEvent> Of(Loan loan, Receipt receipt, ChangeGround ground) => loan.Account switch
    {
        AccountState.Active when loan.Settlement is { } agreed && agreed.PayBy >= ground.Today && agreed.With(receipt.Amount, loan) >= agreed.Amount
            && receipt.Amount < LoanFigures.PayoffOf(loan, ground.Product, ground.Today) => Settles(loan, receipt, ground),
        AccountState.Active when loan.Line is not null => [PaysLine(loan, receipt, ground)],
        AccountState.Active when receipt.Amount >= LoanFigures.PayoffOf(loan, ground.Product, ground.Today) => Closes(loan, receipt, ground),
        AccountState.Active when receipt.Effect is null && PayingAhead.Takes(loan, receipt.Amount, ground) => [PayingAhead.Received(loan, receipt, ground)],
        AccountState.Active when (receipt.Effect ?? Prepaying.EffectOf(loan, receipt.Amount, ground)) is { } effect => [Prepaying.Received(loan, receipt, Prepaying.Pay(loan, receipt.Amount, effect, ground), ground)],
        AccountState.Active => [PaysAPart(loan, receipt, ground)],

        // Money for a loan that has ended is never lost: it recovers what was written off as far as that goes, or is the customer's, to be refunded.
        AccountState.WrittenOff when LoanFigures.LossLeftOf(loan) is { IsPositive: true } lost =>
            [Received(receipt, loan, [], ground.Today, closes: false) with { IsRecovery = true, Advance = receipt.Amount - Money.Min(receipt.Amount, lost) }],
        _ => [Received(receipt, loan, [], ground.Today, closes: false)],
    };

    public static Loan Evolve(Loan loan, ImmutableArray<LoanEvent> events)
    {
        foreach (var @event in events) loan = LoanEvolution.Evolve(loan, @event);
        return loan;
    }

    /// <summary>The same receipt again, as its event tells it.</summary>
    public static Receipt ReceiptOf(PaymentReceived e) => new(e.PaymentId, e.Amount, e.Channel, e.Reference, e.LinkId, e.ValueOn, e.Effect, e.Presentation);

    public static PaymentReceived Received(Receipt receipt, Loan loan, ImmutableArray<Allocation> allocations, DateOnly today, bool closes) => new(
        receipt.PaymentId, receipt.Amount, receipt.Channel, receipt.Reference, today, allocations,
        receipt.Amount - Allocations.TotalOf(allocations, loan.Currency), closes, LinkId: receipt.LinkId)
    {
        Effect = receipt.Effect, Presentation = receipt.Presentation,
    };

    /// <summary>The money takes its place on its own day, and everything after that day is worked out again (value date).</summary>
    private static LoanDecision InThePast(Loan loan, Receipt receipt, DateOnly valueOn, Circumstances now)
    {
        var today = now.Today(loan);
        var received = Received(receipt, loan, [], today, closes: false) with { ValueOn = valueOn };
        var restated = Restating.With(loan, received, now);
        if (restated.IsRefused) return restated.Refusal;
        var (outcome, after) = restated.Value;

        // A loan that was repaid stays repaid, whatever more money comes: it is the customer's.
        if (loan.Account is AccountState.Completed && after.Account is AccountState.Active)
            return WithMessages(loan, receipt, Events(loan, receipt, ChangeGround.Of(now, today)), now);
        var closes = after.Account is AccountState.Completed && loan.Account is AccountState.Active;
        received = received with
        {
            Outcome = closes ? outcome with { Account = AccountState.Active, Closure = after.Closure is Closure.Settled or Closure.CooledOff ? after.Closure : null } : outcome, Advance = outcome.Advance - loan.Advance,
        };
        return WithMessages(loan, receipt, closes ? [received, new LoanCompleted(today) { RefinancedBy = after.RefinancedBy }] : [received], now);
    }

    /// <summary>Everything owed today is paid, with any earlier advance; what is left over stays the customer's.</summary>
    private static ImmutableArray<LoanEvent> Closes(Loan loan, Receipt receipt, ChangeGround ground)
    {
        var received = Received(receipt, loan, Allocations.OfEverythingOwed(loan.Instalments), ground.Today, closes: true);
        if (EarlyCharges.OfForeclosure(loan, ground.Product, ground.Today) is { } charge)
            received = received with { EarlyCharge = charge, Advance = received.Advance - charge.Total };
        return [received, new LoanCompleted(ground.Today) { RefinancedBy = receipt.Channel == PaymentChannels.Refinance ? receipt.Reference : null }];
    }

    /// <summary>The agreed sum has come in time: the rest is given up, and the loan ends (LOS-051).</summary>
    private static ImmutableArray<LoanEvent> Settles(Loan loan, Receipt receipt, ChangeGround ground)
    {
        var owed = Replanning.Sum(loan, loan.Instalments, Forgiving.OwedNow);
        var used = Money.Min(receipt.Amount + loan.Advance, owed);
        var allocations = Allocations.Of(loan.Instalments, used, DateOnly.MaxValue, ground.Today, ground.Product.Waterfall);
        var paid = loan with { Instalments = Allocations.Apply(loan.Instalments, allocations, ground.Today) };
        var outcome = ChangeOutcome.Same(loan) with
        {
            Instalments = Forgiving.Ended(paid, ground.Today), Advance = loan.Advance + receipt.Amount - used, Closure = Closure.Settled, Hold = null,
            Settlement = null, Dpd = 0, SuspendedInterest = Money.Zero(loan.Currency), CashIn = receipt.Amount,
            InterestEarned = Suspense.Realised(loan, paid.Instalments),
            Loss = owed - used - Suspense.Left(loan, paid.Instalments), LossKind = LossKind.WriteOff,
        };
        return [Received(receipt, loan, allocations, ground.Today, closes: false) with { Outcome = outcome }, new LoanCompleted(ground.Today)];
    }

    /// <summary>
    /// EMI: what is due, oldest first, the rest waits as an advance because the schedule is fixed; where no money waits, what a day off puts off is paid at once. Payday: all of it at once, and interest
    /// runs on the smaller principal from here on.
    /// </summary>
    private static PaymentReceived PaysAPart(Loan loan, Receipt receipt, ChangeGround ground)
    {
        var (product, today) = (ground.Product, ground.Today);
        var charge = product.Plan is RepaymentPlan.Payday ? EarlyCharges.OfClosingInPart(loan, receipt.Amount, product, today)?.Charge : null;
        var money = charge is null ? receipt.Amount : receipt.Amount - charge.Total;
        var allocations = product.Plan is not RepaymentPlan.Payday && product.Excess is not ExcessMoney.HoldAsAdvance
            ? Prepaying.DueOf(loan, money, ground)
            : Allocations.Of(loan.Instalments, money, product.Plan is RepaymentPlan.Payday ? DateOnly.MaxValue : today, today, product.Waterfall);
        var received = Received(receipt, loan, allocations, today, closes: false);
        if (charge is not null) received = received with { EarlyCharge = charge, Advance = received.Advance - charge.Total };
        return product.Plan is RepaymentPlan.Payday ? received with { InterestNow = InterestNow(loan, received, ground) } : received;
    }

    /// <summary>All that is owed on a line, what statements asked for first. It goes on when nothing is, unless its validity is over.</summary>
    private static PaymentReceived PaysLine(Loan loan, Receipt receipt, ChangeGround ground) =>
        Received(receipt, loan, Allocations.Of(loan.Instalments, receipt.Amount, DateOnly.MaxValue, ground.Today, ground.Product.Waterfall), ground.Today, closes: false);

    private static Money? InterestNow(Loan loan, PaymentReceived received, ChangeGround ground)
    {
        var before = loan.Instalments[^1];
        var after = LoanEvolution.Evolve(loan, received).Instalments[^1];
        var nights = after.Due.DayNumber - ground.Today.DayNumber;
        if (nights <= 0 || after.PrincipalLeft == before.PrincipalLeft) return null;
        nights -= InterestNights.PausedIn(loan.Pauses, ground.Today, after.Due);
        var exact = after.InterestExact + after.PrincipalLeft.Minor * (loan.RatePercent ?? ground.Product.RatePercent) / 100m * nights;
        return Money.Round(exact, loan.Currency, ground.Product.Rounding);
    }

    /// <summary>Only a loan that still runs, or was repaid in full, can be worked out again; what was given up stays given up.</summary>
    public static bool IsRestatable(Loan loan) => loan.Account is AccountState.Active || loan is { Account: AccountState.Completed, Closure: Closure.Repaid or Closure.CooledOff };

    private static LoanDecision WithMessages(Loan loan, Receipt receipt, ImmutableArray<LoanEvent> events, Circumstances now)
    {
        var today = now.Today(loan);
        var decision = new LoanDecision(null, events, [LoanOutbox.Message(MessageTemplates.PaymentReceived, loan, now, receipt.Amount, today, key: receipt.PaymentId)]);
        if (events[^1] is not LoanCompleted) return decision;
        var after = LoanEvolution.Evolve(loan, events[0]);
        return decision.AndThen(LoanOutbox.PrepareCertificate(after, now), LoanOutbox.Message(MessageTemplates.LoanClosed, after, now, date: today));
    }

    public static LoanDecision Join(LoanDecision first, LoanDecision then) =>
        new(null, [.. first.Events, .. then.Events], [.. first.Outbox, .. then.Outbox]);
}
