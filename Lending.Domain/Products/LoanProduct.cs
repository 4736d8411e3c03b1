using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// How a loan is repaid: Payday in one sum after a number of days, Emi in instalments (<see cref="InstalmentTerms"/>), CreditLine by statements of a
/// revolving account (<see cref="CreditLineTerms"/>).
/// </summary>
public enum RepaymentPlan { Payday, Emi, CreditLine }

/// <summary>
/// A loan product of a Brand at one version; a loan keeps the version it was made under. Tenure counts days for Payday and
/// months or instalments for Emi; for CreditLine it is the validity of the line in months, and the amounts bound its limit. RatePercent is per day for
/// Payday (1 means 1 % of principal a day) and per year for the others (18 means 18 % a year).
/// Every setting and its effect is in docs/products.md; <see cref="ProductRules"/> says which combinations are admitted.
/// </summary>
public sealed record LoanProduct(
    string Code,
    int Version,
    string Name,
    RepaymentPlan Plan,
    Money AmountMin,
    Money AmountMax,
    int TenureMin,
    int TenureMax,
    decimal RatePercent,
    ImmutableArray<FeeTerms> Fees,
    PenaltyTerms Penalty)
{
    public Currency Currency => AmountMin.Currency;

    /// <summary>The lender's own number for the product (RF-001).</summary>
    public string? InternalId { get; init; }

    /// <summary>What the product is for, as "Purchase financing" (RF-004).</summary>
    public string? Category { get; init; }

    /// <summary>One line for those who choose among products (RF-005).</summary>
    public string? Description { get; init; }

    /// <summary>Everything else worth knowing (RF-006).</summary>
    public string? ExtendedDescription { get; init; }

    /// <summary>How an instalment loan is repaid; null is a level instalment a month (and nothing for payday).</summary>
    public InstalmentTerms? Instalments { get; init; }

    /// <summary>How a revolving account is drawn from, billed and repaid; only for a credit line, which needs them.</summary>
    public CreditLineTerms? Line { get; init; }

    /// <summary>Codes that lower a fee when a borrower names one (LOS-024).</summary>
    public ImmutableArray<CouponTerms> Coupons { get; init; } = [];

    /// <summary>Charges for being late that <see cref="Penalty"/> cannot say; null leaves it to the penalty alone (RF-009 to RF-015).</summary>
    public LateChargeTerms? LateCharges { get; init; }

    /// <summary>In which order money pays what is owed (GAP-15).</summary>
    public Waterfall Waterfall { get; init; } = Waterfall.Default;

    /// <summary>The order of a goodwill credit, where it is another than that of money; null is <see cref="Waterfall"/>.</summary>
    public Waterfall? GoodwillWaterfall { get; init; }

    /// <summary>What becomes of money beyond what is due.</summary>
    public ExcessMoney Excess { get; init; }

    /// <summary>What paying early costs; null costs nothing.</summary>
    public PrepaymentTerms? Prepayment { get; init; }

    /// <summary>What one loan may have otherwise than its product; never the structure (RF-002, GAP-12).</summary>
    public ImmutableArray<OverridableField> Overridable { get; init; } = [];

    /// <summary>How many loans of this product a customer may have at a time, applications that wait included; null is any number (LOS-072).</summary>
    public int? LoansPerCustomer { get; init; }

    /// <summary>What is set aside against loss, by how late a loan is; empty sets nothing aside (GAP-55).</summary>
    public ImmutableArray<ProvisionBand> Provision { get; init; } = [];

    /// <summary>Interest of a loan from <see cref="DaysToNpa"/> on is kept in suspense until it is paid (GAP-55).</summary>
    public bool SuspendInterestWhenNpa { get; init; }

    /// <summary>Days before an instalment is to be paid on which its bill is made; null makes none (RF-027).</summary>
    public int? DaysToDue { get; init; }

    /// <summary>The accounts its loans post to where they are not the Brand's own choice (UBU-040).</summary>
    public ImmutableArray<AccountMapping> Accounts { get; init; } = [];

    /// <summary>DPD from which an overdue loan counts as delinquent (RF-007).</summary>
    public int DaysToDelinquent { get; init; } = 30;

    /// <summary>DPD from which a loan is in default, reversed when arrears clear (RF-008, GAP-03).</summary>
    public int DaysToNpa { get; init; } = 90;

    /// <summary>One rounding where an amount is posted (GAP-10: half up).</summary>
    public MidpointRounding Rounding { get; init; } = MidpointRounding.AwayFromZero;
}
