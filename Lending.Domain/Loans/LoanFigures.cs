using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>What is to be paid next and by when.</summary>
public sealed record NextDue(DateOnly On, Money Amount);

/// <summary>
/// How a loan stands on a day. PrincipalOutstanding + InterestDue + PenaltyDue + FeeDue − Advance is the Payoff, never below zero.
/// </summary>
public sealed record LoanFigures(
    Money PrincipalOutstanding, Money InterestDue, Money PenaltyDue, Money DueNow, Money OverdueAmount, Money Payoff, NextDue? NextDue, int Dpd,
    Delinquency Delinquency, ImmutableArray<InstalmentState> Instalments, PublishedStatus Status)
{
    /// <summary>Fees of instalments that were charged and not paid.</summary>
    public required Money FeeDue { get; init; }

    /// <summary>How an active loan is classified; Standard for all others.</summary>
    public AssetClass AssetClass { get; init; }

    /// <summary>What closing the loan early costs, tax inside; part of the payoff.</summary>
    public required Money EarlyCharge { get; init; }

    /// <summary>
    /// Interest due is what has been earned and not paid; DueNow is owed by today and OverdueAmount was owed before it. Without the
    /// product its usual terms are assumed for the delinquency: no grace, delinquent from 30 days, in default from 90.
    /// </summary>
    public static LoanFigures Of(Loan loan, DateOnly today, LoanProduct? product = null)
    {
        var zero = Money.Zero(loan.Currency);
        var (principal, interest, penalty, fee, dueNow, overdue) = (zero, zero, zero, zero, zero, zero);
        NextDue? next = null;
        var states = ImmutableArray.CreateBuilder<InstalmentState>(loan.Instalments.Length);
        foreach (var instalment in loan.Instalments)
        {
            states.Add(StateOf(loan, instalment, today));
            if (instalment.IsPaid) continue;
            principal += instalment.PrincipalLeft;
            interest += instalment.AccruedInterestLeft;
            penalty += instalment.PenaltyLeft;
            fee += instalment.PostedFeeLeft;

            // Of a line, what no statement has asked for yet is not due, and never late.
            if (Revolving.IsOpenRow(loan, instalment)) continue;
            if (instalment.PayBy <= today) dueNow += instalment.Outstanding;
            if (DaysLate(loan, instalment, today) > 0) overdue += instalment.Outstanding;
            else next ??= new NextDue(instalment.PayBy, Money.Max(zero, instalment.Outstanding - loan.Advance));
        }

        var early = loan.Account is AccountState.Active ? EarlyCharges.OfForeclosure(loan, product, today)?.Total ?? zero : zero;
        return new LoanFigures(
            principal, interest, penalty, dueNow, overdue, Money.Max(zero, principal + interest + penalty + fee + early - loan.Advance), next,
            DpdOf(loan, today), DelinquencyOf(loan, product, today), states.MoveToImmutable(), PublishedStatuses.Of(loan, product, today))
        {
            FeeDue = fee, AssetClass = loan.Account is AccountState.Active ? Classifying.ClassOf(loan, product, DpdOf(loan, today)) : AssetClass.Standard,
            EarlyCharge = early,
        };
    }

    /// <summary>What closes the loan on a day, the charge for closing it early included.</summary>
    public static Money PayoffOf(Loan loan, LoanProduct product, DateOnly today)
    {
        var charge = EarlyCharges.OfForeclosure(loan, product, today)?.Total ?? Money.Zero(loan.Currency);
        return charge.IsZero ? PayoffOf(loan) : Money.Max(Money.Zero(loan.Currency), OwedOf(loan) + charge);
    }

    /// <summary>What was written off and has not been recovered since.</summary>
    public static Money LossLeftOf(Loan loan) => Money.Max(Money.Zero(loan.Currency), loan.WrittenOff - loan.Recovered);

    /// <summary>What is owed on the loan's current day, without what closing it early may cost: principal, interest earned so far, penalty and fees charged, less the advance.</summary>
    public static Money PayoffOf(Loan loan) => Money.Max(Money.Zero(loan.Currency), OwedOf(loan));

    private static Money OwedOf(Loan loan)
    {
        var owed = -loan.Advance;
        foreach (var instalment in loan.Instalments)
            owed += instalment.PrincipalLeft + instalment.AccruedInterestLeft + instalment.PenaltyLeft + instalment.PostedFeeLeft;
        return owed;
    }

    /// <summary>Days since the oldest unpaid instalment should have been paid; the first is the day after. Frozen nights do not count.</summary>
    public static int DpdOf(Loan loan, DateOnly today)
    {
        foreach (var instalment in loan.Instalments)
        {
            if (instalment.PayBy >= today || Revolving.IsOpenRow(loan, instalment)) break;
            if (!instalment.IsPaid) return DaysLate(loan, instalment, today);
        }

        return 0;
    }

    /// <summary>Days from the day an instalment had to be paid by to another, without the nights in which the loan was frozen; zero before it.</summary>
    public static int DaysLate(Loan loan, Instalment instalment, DateOnly day)
    {
        var (from, to) = (instalment.PayBy.DayNumber, day.DayNumber);
        var days = Math.Max(0, to - from);
        if (days == 0) return 0;
        foreach (var frozen in loan.Frozen)
            days -= Math.Max(0, Math.Min(frozen.To.DayNumber + 1, to) - Math.Max(frozen.From.DayNumber, from));
        return days;
    }

    /// <summary>
    /// Overdue only after the product's grace days (GAP-17), delinquent and in default from its thresholds until arrears clear (RF-007, GAP-03).
    /// </summary>
    public static Delinquency DelinquencyOf(Loan loan, LoanProduct? product, DateOnly today)
    {
        var dpd = loan.Account is AccountState.Active ? DpdOf(loan, today) : 0;
        return dpd >= (product?.DaysToNpa ?? 90) || (dpd > 0 && loan.NpaSince is not null) || loan is { Account: AccountState.Active, ChargedOff: not null } ? Delinquency.Defaulted
            : dpd <= (product is null ? 0 : LateCharging.GraceOf(product)) ? Delinquency.Current
            : dpd >= (product?.DaysToDelinquent ?? 30) ? Delinquency.Delinquent
            : Delinquency.Overdue;
    }

    /// <summary>LMS-021: due from its contractual day until the day it has to be paid by, then overdue.</summary>
    public static InstalmentState StateOf(Loan loan, Instalment instalment, DateOnly today) =>
        instalment.IsPaid ? InstalmentState.Paid
        : Revolving.IsOpenRow(loan, instalment) ? InstalmentState.Scheduled
        : DaysLate(loan, instalment, today) > 0 ? InstalmentState.Overdue
        : IsPartPaid(instalment) ? InstalmentState.PartPaid
        : instalment.Due <= today ? InstalmentState.Due
        : InstalmentState.Scheduled;

    internal static bool IsPartPaid(Instalment instalment) =>
        !instalment.IsPaid && instalment.PaidInAll.IsPositive;
}
