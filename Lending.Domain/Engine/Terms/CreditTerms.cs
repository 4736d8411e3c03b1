using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>A part of each disbursement that is paid back at once.</summary>
public sealed record DownPaymentTerms(decimal Percent, bool Auto);

/// <summary>Interest that follows the real balance.</summary>
public sealed record RecalculationTerms(RestPeriod Rest, PayoffInterest PreClose, RecalculationEffect Adjust, bool NoneOnPastDue);

/// <summary>A tranche that is planned but not paid out.</summary>
public sealed record PlannedDisbursement(DateOnly Date, decimal Amount);

/// <summary>
/// The terms of a loan, valid as a whole: made by <see cref="TermsCheck"/> only, so no rule of the engine needs to ask whether two
/// settings fit. Amounts are in the loan's currency, with at most <see cref="Decimals"/> decimals.
/// </summary>
public sealed record CreditTerms
{
    public required decimal Principal { get; init; }

    public required decimal AnnualRatePct { get; init; }

    public required int Installments { get; init; }

    public required int RepayEvery { get; init; }

    public required TermUnit RepayUnit { get; init; }

    public ScheduleFamily Family { get; init; }

    public InterestBase InterestBase { get; init; }

    public Amortization Amortization { get; init; }

    public InterestPeriods InterestPeriods { get; init; }

    public YearLength DaysInYear { get; init; }

    public MonthLength DaysInMonth { get; init; }

    /// <summary>A year counts 366 days only in the instalment that holds 29 February.</summary>
    public bool LeapDayInItsPeriodOnly { get; init; }

    public int Decimals { get; init; } = 2;

    /// <summary>Level instalments are whole multiples of this; 0 is none.</summary>
    public int InstallmentMultipleOf { get; init; }

    public int GracePrincipal { get; init; }

    public int GraceInterestPayment { get; init; }

    public int InterestFreePeriods { get; init; }

    public DownPaymentTerms? DownPayment { get; init; }

    public bool PartialPeriodInterest { get; init; }

    public ScheduleStart Start { get; init; }

    public ImmutableArray<PlannedDisbursement> ExpectedDisbursements { get; init; } = [];

    public bool MultiDisburse { get; init; }

    public bool FullTermTranche { get; init; }

    /// <summary>The day of a disbursement bears interest, so years are cut at 1 January.</summary>
    public bool InterestOnDisbursementDay { get; init; }

    public MonthEnd MonthEnd { get; init; }

    public ClassicOrder ClassicOrder { get; init; }

    /// <summary>The rule of payments that no other rule names.</summary>
    public AllocationRule DefaultAllocation { get; init; } = AllocationDefaults.PenaltyFeePrincipalInterest;

    public ImmutableDictionary<TransactionKind, AllocationRule> Allocations { get; init; } = ImmutableDictionary<TransactionKind, AllocationRule>.Empty;

    public PaymentDirection Direction { get; init; }

    /// <summary>The order in which a chargeback brings debts back; empty means principal only.</summary>
    public ImmutableArray<DebtKind> ChargebackOrder { get; init; } = [];

    public RecalculationTerms? Recalculation { get; init; }

    public bool InterestRefund { get; init; }

    public ChargeOffEffect ChargeOff { get; init; }

    /// <summary>The smallest amount of the currency: 0.01 with two decimals.</summary>
    public decimal Cent => new(1, 0, 0, false, (byte)Decimals);

    public bool FollowsBalance => Recalculation is not null && AnnualRatePct > 0;

    /// <summary>How amounts are rounded; half to even where a product does not choose.</summary>
    public MidpointRounding Rounding { get; init; } = MidpointRounding.ToEven;

    public decimal Money(decimal value) => decimal.Round(value, Decimals, Rounding);
}
