namespace Lending.Domain.Engine;

/// <summary>Which family of rules makes the schedule: progressive (PROG rules) or cumulative (CLASSIC rules).</summary>
public enum ScheduleFamily { Progressive, Cumulative }

/// <summary>The amount that bears interest: what is left, or what was lent.</summary>
public enum InterestBase { DecliningBalance, Flat }

/// <summary>What is equal from instalment to instalment.</summary>
public enum Amortization { EqualInstallments, EqualPrincipalPayments }

/// <summary>Interest by days, or by whole repayment periods.</summary>
public enum InterestPeriods { Daily, SameAsRepaymentPeriod }

/// <summary>The unit that due dates are counted in.</summary>
public enum TermUnit { Days, Weeks, Months }

/// <summary>The length of a year in the day count.</summary>
public enum YearLength { Actual, Days360, Days364, Days365 }

/// <summary>The length of a month in the day count.</summary>
public enum MonthLength { Actual, Days30 }

/// <summary>The first day of the first instalment.</summary>
public enum ScheduleStart { DisbursementDate, SubmittedOnDate }

/// <summary>Where a due date goes when its month is too short.</summary>
public enum MonthEnd { LastDayOfMonth, FirstDayOfNextMonth }

/// <summary>Instalment by instalment, or one kind of debt over all instalments first.</summary>
public enum PaymentDirection { Horizontal, Vertical }

/// <summary>How fresh the balance is that interest follows.</summary>
public enum RestPeriod { Daily, SameAsRepayment }

/// <summary>Up to when a payoff owes interest.</summary>
public enum PayoffInterest { TillPreCloseDate, TillRestFrequencyDate }

/// <summary>What changes when more or less is paid than scheduled.</summary>
public enum RecalculationEffect { AdjustLastUnpaidPeriod, ReduceEmiAmount, ReduceNumberOfInstallments, RescheduleNextRepayments }

/// <summary>What a charge-off does to the interest to come.</summary>
public enum ChargeOffEffect { Regular, ZeroInterest, AccelerateMaturity }

/// <summary>The kinds of debt in an instalment.</summary>
public enum DebtKind { Penalty, Fee, Interest, Principal }

/// <summary>Where an instalment stands against the date of a payment.</summary>
public enum DueKind { PastDue, Due, InAdvance }

/// <summary>Which future instalments a payment in advance goes to.</summary>
public enum FutureRule { NextInstallment, LastInstallment, Reamortization, NextLastInstallment }

/// <summary>The payment orders of cumulative loans.</summary>
public enum ClassicOrder
{
    PenaltiesFeesInterestPrincipalOrder,
    InterestPrincipalPenaltiesFeesOrder,
    PrincipalInterestPenaltiesFeesOrder,
    DuePenaltyFeeInterestPrincipalInAdvancePrincipalPenaltyFeeInterest,
    DuePenaltyInterestPrincipalFeeInAdvancePenaltyInterestPrincipalFee,
}
