using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>
/// A fee of a product: a percentage or a fixed sum, with GST in percent on top of it, or inside it when inclusive (LOS-073). Unless
/// <see cref="When"/> says otherwise it is taken out of the payout, and a percentage is of the amount lent.
/// </summary>
public sealed record FeeTerms(string Code, string Name, decimal? Percent, Money? Fixed, decimal GstPercent, bool TaxInclusive = false)
{
    public FeeTime When { get; init; }

    /// <summary>What a percentage of an instalment's fee is counted on; the amount lent for all others.</summary>
    public FeeBase Base { get; init; }

    /// <summary>For <see cref="FeeTime.OnDay"/>: days after payout; the fee comes with the instalment that this day is in.</summary>
    public int DaysAfterPayout { get; init; }

    /// <summary>
    /// Percent of the fee without GST that the borrower owes the tax office in the lender's name (TDS). The fee is taken whole, and the TDS settled outside
    /// the loan against its certificate, unless it is booked.
    /// </summary>
    public decimal TdsPercent { get; init; }

    /// <summary>The borrower withholds the TDS at payout: only the rest of the fee is taken, and the lender is owed the tax credit.</summary>
    public bool TdsBooked { get; init; }
}

/// <summary>When a fee is charged: out of the payout, with every instalment, with the instalment of a day, or out of every draw of a credit line.</summary>
public enum FeeTime { Payout, EachInstalment, OnDay, EachDraw }

/// <summary>What a percentage is counted on: the amount lent, or principal, interest or both of each instalment.</summary>
public enum FeeBase { Amount, Principal, Interest, PrincipalAndInterest }

/// <summary>
/// A code that lowers one fee before tax (LOS-024, GAP-50): by a percentage of it, at most a sum, or by a fixed sum. Valid on both days named;
/// null is without end.
/// </summary>
public sealed record CouponTerms(string Code, string FeeCode, decimal? Percent, Money? Fixed)
{
    public Money? Most { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidThrough { get; init; }

    public bool IsValidOn(DateOnly day) => day >= (ValidFrom ?? DateOnly.MinValue) && day <= (ValidThrough ?? DateOnly.MaxValue);
}

/// <summary>
/// One fee of one loan as charged: the fee without tax, and the tax. Discount is what a coupon took off the fee before it was taxed; Withheld is the TDS
/// stated with it.
/// </summary>
public sealed record Charge(string Code, string Name, Money Fee, Money Tax)
{
    public Money Total => Fee + Tax;

    public Money? Discount { get; init; }

    public string? Coupon { get; init; }

    public Money? Withheld { get; init; }

    /// <summary>What is withheld is not taken out of the payout, and is tax that the lender is credited for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TdsBooked { get; init; }

    /// <summary>Tax that the lender is credited for; zero where TDS is settled outside the loan.</summary>
    [JsonIgnore]
    public Money TaxCredit => TdsBooked && Withheld is { } tds ? tds : Money.Zero(Fee.Currency);
}
