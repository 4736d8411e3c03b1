using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>How a loan is repaid: Payday in one sum after a number of days, Emi in level monthly instalments.</summary>
public enum RepaymentPlan { Payday, Emi }

/// <summary>
/// A loan product of a Brand at one version; a loan keeps the version it was made under. Tenure counts days for Payday and
/// months for Emi. RatePercent is per day for Payday (1 means 1 % of principal a day) and per year for Emi (18 means 18 % a year).
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

    /// <summary>DPD from which an overdue loan counts as delinquent (RF-007).</summary>
    public int DaysToDelinquent { get; init; } = 30;

    /// <summary>DPD from which a loan is in default, reversed when arrears clear (RF-008, GAP-03).</summary>
    public int DaysToNpa { get; init; } = 90;

    /// <summary>One rounding where an amount is posted (GAP-10: half up).</summary>
    public MidpointRounding Rounding { get; init; } = MidpointRounding.AwayFromZero;
}

/// <summary>A fee taken at disbursement: a percentage of the amount or a fixed sum, with GST in percent on top of it, or inside it when inclusive (LOS-073).</summary>
public sealed record FeeTerms(string Code, string Name, decimal? Percent, Money? Fixed, decimal GstPercent, bool TaxInclusive = false);

/// <summary>Overdue penalty: simple daily percentage of what is overdue, from the day after the due date plus the grace days (GAP-16, GAP-17).</summary>
public sealed record PenaltyTerms(decimal DailyPercent, int GraceDays = 0, Money? Cap = null);

/// <summary>One fee of one loan as charged: the fee without tax, and the tax.</summary>
public sealed record Charge(string Code, string Name, Money Fee, Money Tax)
{
    public Money Total => Fee + Tax;
}
