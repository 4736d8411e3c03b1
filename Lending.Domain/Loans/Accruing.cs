using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Day end of one loan: the night from a date to the next one (LMS-020, LOS-032, GAP-16, GAP-17, GAP-30, GAP-31).</summary>
internal static class Accruing
{
    public static LoanDecision Close(Loan loan, CloseDay command, Circumstances now)
    {
        if (loan.Account is not AccountState.Active) return LoanDecision.Nothing;
        if (loan.ClosedThrough is { } closed && command.Date <= closed) return LoanDecision.Nothing;
        var expected = NextOpenDay(loan);
        return command.Date == expected ? CloseNextDay(loan, now) : new DayOutOfOrder(expected);
    }

    /// <summary>The first day that is not closed yet: the one after the last closed, or the day of disbursement.</summary>
    public static DateOnly NextOpenDay(Loan loan) => loan.ClosedThrough?.AddDays(1) ?? loan.DisbursedOn!.Value;

    /// <summary>Closes the next open day of an active loan, whatever day it is.</summary>
    public static LoanDecision CloseNextDay(Loan loan, Circumstances now)
    {
        var day = DayOf(loan, NextOpenDay(loan), LoanDecider.ProductOf(now));
        if (loan.Line is not null) return LineNights.Morning(loan, day, Accept(loan, day, now), now);

        // What is owed gets less in a night only by the advance, or by being frozen.
        var next = day.Date.AddDays(1);
        if (day is { FromAdvance.IsEmpty: true, Frozen: false } && !Closing.IsRepaid(loan, next)) return Accept(loan, day, now);
        var after = LoanEvolution.Evolve(loan, day);
        return Closing.IsRepaid(after, next) ? CloseRepaid(after, day, now) : Accept(loan, day, now);
    }

    /// <summary>
    /// An overdue message goes out on the first day of being late, and again at the Brand's interval; not while the loan is frozen or in dispute. A night is
    /// closed once, so each goes out once.
    /// </summary>
    private static LoanDecision Accept(Loan loan, DayClosed day, Circumstances now)
    {
        var decision = LoanDecision.Accept(day);
        return IsReminded(day.Dpd, now.Brand.Settings) && !day.Frozen && loan.Hold is not { Kind: HoldKind.Disputed } ? decision.AndThen(OverdueMessage(loan, day, now)) : decision;
    }

    private static bool IsReminded(int dpd, BrandSettings settings) =>
        dpd == 1 || (dpd > 1 && settings.OverdueReminderEveryDays is > 0 and var every && (dpd - 1) % every == 0);

    /// <summary>The advance paid the rest, or a night took out what was left.</summary>
    private static LoanDecision CloseRepaid(Loan after, DayClosed day, Circumstances now) =>
        LoanDecision.Accept(day, new LoanCompleted(day.Date.AddDays(1))).AndThen(
            LoanOutbox.PrepareCertificate(after, now),
            LoanOutbox.Message(MessageTemplates.LoanClosed, after, now, date: day.Date.AddDays(1)));

    /// <summary>What the night from the date to the next day brings.</summary>
    private static DayClosed DayOf(Loan loan, DateOnly date, LoanProduct product)
    {
        var hold = loan.Hold is { } held && held.Covers(date) ? held.Kind : (HoldKind?)null;
        var frozen = hold is HoldKind.Frozen;
        var day = new DayClosed(date, frozen ? FrozenNightOf(loan, date, product) : AccrualsOf(loan, date, product, hold), [], 0)
        {
            Frozen = frozen, InterestSuspended = hold is HoldKind.Disputed || Classifying.SuspendsInterest(loan, product),
        };
        if (RealBalance.Applies(product)) day = RealBalance.Bear(loan, day, product);
        var next = date.AddDays(1);
        if (!frozen && loan.ChargedOff is null && FeeCharging.ChargedOn(loan, next) is { } fees) day = day with { FeesCharged = fees };
        if (!frozen && !loan.Advance.IsPositive) return Classifying.Of(loan, day with { Dpd = LoanFigures.DpdOf(loan, next) }, product);

        // What falls due next morning is paid from the advance, out of what this night has just made of it.
        var after = LoanEvolution.Evolve(loan, day);
        var paid = Allocations.Of(after.Instalments, loan.Advance, loan.Line is null ? next : DateOnly.MaxValue, next, product.Waterfall);
        if (!paid.IsEmpty) after = after with { Instalments = Allocations.Apply(after.Instalments, paid, next) };
        return Classifying.Of(loan, day with { FromAdvance = paid, Dpd = LoanFigures.DpdOf(after, next) }, product);
    }

    private static ImmutableArray<DayAccrual> AccrualsOf(Loan loan, DateOnly date, LoanProduct product, HoldKind? hold)
    {
        var builder = default(ImmutableArray<DayAccrual>.Builder);
        var runs = hold is null && loan.ChargedOff is null;
        var (late, joins) = (runs && LateCharging.IsCharged(loan, date, product), runs && !LateCharging.IsMadeByHand(loan, date));
        var penaltyRoom = late ? LateCharging.RoomOf(loan, product) : null;
        var oldest = true;
        foreach (var instalment in loan.Instalments)
        {
            // Instalments stand in order of time, so nothing accrues on this one or on those after it.
            if (instalment.From > date) break;
            var isOpenRow = Revolving.IsOpenRow(loan, instalment);
            if (instalment.IsPaid && !isOpenRow) continue;

            var (interestExact, interestPosted) = InterestNights.Of(loan, instalment, date, product);
            var (penaltyExact, penaltyPosted) = late
                ? LateCharging.Of(loan, instalment, oldest, date, product, penaltyRoom)
                : (instalment.PenaltyExact, Money.Zero(loan.Currency));
            oldest = false;
            var joined = joins ? LateCharging.Joining(loan, instalment, date, product) : null;
            if (interestExact == instalment.InterestExact && penaltyExact == instalment.PenaltyExact && joined is null) continue;
            penaltyRoom -= penaltyPosted;
            (builder ??= ImmutableArray.CreateBuilder<DayAccrual>(1)).Add(
                new DayAccrual(instalment.Number, interestExact, interestPosted, penaltyExact, penaltyPosted)
                {
                    Interest = isOpenRow ? instalment.Interest + interestPosted : null, PenaltyJoined = joined,
                });
        }

        return builder?.DrainToImmutable() ?? [];
    }

    /// <summary>A frozen night accrues nothing; what it would have borne is taken out of the instalment, so that it is not made up for later.</summary>
    private static ImmutableArray<DayAccrual> FrozenNightOf(Loan loan, DateOnly date, LoanProduct product)
    {
        var zero = Money.Zero(loan.Currency);
        var builder = ImmutableArray.CreateBuilder<DayAccrual>();
        foreach (var instalment in loan.Instalments)
        {
            if (instalment.From > date) break;
            if (instalment.IsPaid || InterestNights.WithoutNight(loan, instalment, date, product) is not var (interest, rest)) continue;
            builder.Add(new DayAccrual(instalment.Number, instalment.InterestExact, zero, instalment.PenaltyExact, zero)
            {
                Interest = interest, InterestRest = rest,
            });
        }

        return builder.DrainToImmutable();
    }

    private static OutboxItem OverdueMessage(Loan loan, DayClosed day, Circumstances now)
    {
        var figures = LoanFigures.Of(LoanEvolution.Evolve(loan, day), day.Date.AddDays(1), now.Product);
        return LoanOutbox.Message(MessageTemplates.Overdue, loan, now, figures.OverdueAmount, day.Date);
    }
}
