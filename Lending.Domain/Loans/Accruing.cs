using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Day end of one loan: the night from a date to the next one (LMS-020, LOS-032, GAP-16, GAP-17).</summary>
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
        if (!day.FromAdvance.IsEmpty) return CloseWithAdvance(loan, day, now);

        // An overdue message goes out once: DPD is 1 only on the first day of being late.
        var decision = LoanDecision.Accept(day);
        return day.Dpd == 1 ? decision.AndThen(OverdueMessage(loan, day, now)) : decision;
    }

    private static LoanDecision CloseWithAdvance(Loan loan, DayClosed day, Circumstances now)
    {
        var after = LoanEvolution.Evolve(loan, day);
        foreach (var instalment in after.Instalments)
        {
            if (instalment.IsPaid) continue;
            var decision = LoanDecision.Accept(day);
            return day.Dpd == 1 ? decision.AndThen(OverdueMessage(loan, day, now)) : decision;
        }

        return LoanDecision.Accept(day, new LoanCompleted(day.Date.AddDays(1))).AndThen(
            LoanOutbox.PrepareCertificate(after, now),
            LoanOutbox.Message(MessageTemplates.LoanClosed, after, now, date: day.Date.AddDays(1)));
    }

    /// <summary>What the night from the date to the next day brings.</summary>
    private static DayClosed DayOf(Loan loan, DateOnly date, LoanProduct product)
    {
        var accruals = AccrualsOf(loan, date, product);
        var next = date.AddDays(1);
        var day = new DayClosed(date, accruals, [], DpdOn(loan.Instalments, next));
        if (!loan.Advance.IsPositive) return day;

        // What falls due next morning is paid from the advance, out of what this night has just made of it.
        var accrued = LoanEvolution.Evolve(loan, day);
        var paid = Allocations.Of(accrued.Instalments, loan.Advance, next);
        return paid.IsEmpty ? day : day with
        {
            FromAdvance = paid,
            Dpd = DpdOn(Allocations.Apply(accrued.Instalments, paid, next), next),
        };
    }

    private static ImmutableArray<DayAccrual> AccrualsOf(Loan loan, DateOnly date, LoanProduct product)
    {
        var builder = default(ImmutableArray<DayAccrual>.Builder);
        var penaltyRoom = product.Penalty.Cap is { } cap ? cap - PenaltyPosted(loan) : (Money?)null;
        foreach (var instalment in loan.Instalments)
        {
            // Instalments stand in order of time, so nothing accrues on this one or on those after it.
            if (instalment.From > date) break;
            if (instalment.IsPaid) continue;

            var (interestExact, interestPosted) = InterestOf(instalment, date, product);
            var (penaltyExact, penaltyPosted) = PenaltyOf(instalment, date, product, penaltyRoom);
            if (interestExact == instalment.InterestExact && penaltyExact == instalment.PenaltyExact) continue;
            penaltyRoom -= penaltyPosted;
            (builder ??= ImmutableArray.CreateBuilder<DayAccrual>(1)).Add(
                new DayAccrual(instalment.Number, interestExact, interestPosted, penaltyExact, penaltyPosted));
        }

        return builder?.DrainToImmutable() ?? [];
    }

    /// <summary>
    /// EMI: the contracted interest in equal daily parts, so that the last night brings it to the contract exactly. Payday: the daily
    /// rate on the principal still owed. Nothing accrues from the due date on, also when payment rolls to a later day (GAP-13).
    /// </summary>
    private static (decimal Exact, Money Posted) InterestOf(Instalment instalment, DateOnly date, LoanProduct product)
    {
        var zero = Money.Zero(instalment.Principal.Currency);
        if (date >= instalment.Due) return (instalment.InterestExact, zero);
        var exact = product.Plan switch
        {
            RepaymentPlan.Emi => instalment.Interest.Minor * (decimal)(date.DayNumber + 1 - instalment.From.DayNumber)
                / (instalment.Due.DayNumber - instalment.From.DayNumber),
            RepaymentPlan.Payday => instalment.InterestExact + instalment.PrincipalLeft.Minor * product.RatePercent / 100m,
        };
        return (exact, Money.Round(exact, zero.Currency, product.Rounding) - instalment.InterestAccrued);
    }

    private static (decimal Exact, Money Posted) PenaltyOf(Instalment instalment, DateOnly date, LoanProduct product, Money? room)
    {
        var zero = Money.Zero(instalment.Principal.Currency);
        var terms = product.Penalty;
        if (date.DayNumber <= instalment.PayBy.DayNumber + terms.GraceDays || terms.DailyPercent == 0m || room is { IsPositive: false })
            return (instalment.PenaltyExact, zero);

        var overdue = instalment.PrincipalLeft + instalment.InterestLeft;
        var exact = instalment.PenaltyExact + overdue.Minor * terms.DailyPercent / 100m;
        var posted = Money.Round(exact, zero.Currency, product.Rounding) - instalment.PenaltyAccrued;

        // At the cap the exact amount stays at what was posted, so that nothing accrues unseen above it.
        return room is { } left && posted > left ? ((instalment.PenaltyAccrued + left).Minor, left) : (exact, posted);
    }

    private static Money PenaltyPosted(Loan loan)
    {
        var posted = Money.Zero(loan.Currency);
        foreach (var instalment in loan.Instalments) posted += instalment.PenaltyAccrued;
        return posted;
    }

    private static int DpdOn(ImmutableArray<Instalment> instalments, DateOnly day)
    {
        foreach (var instalment in instalments)
        {
            if (instalment.PayBy >= day) break;
            if (!instalment.IsPaid) return day.DayNumber - instalment.PayBy.DayNumber;
        }

        return 0;
    }

    private static OutboxItem OverdueMessage(Loan loan, DayClosed day, Circumstances now)
    {
        var figures = LoanFigures.Of(LoanEvolution.Evolve(loan, day), day.Date.AddDays(1), now.Product);
        return LoanOutbox.Message(MessageTemplates.Overdue, loan, now, figures.OverdueAmount, day.Date);
    }
}
