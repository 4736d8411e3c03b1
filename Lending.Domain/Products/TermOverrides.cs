using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>
/// What one loan has otherwise than its product (RF-002, RF-022, GAP-12). Null, or not named in a list, is the product's value. Units are those of the
/// product: percent a year, a day for payday; tenure in the product's unit.
/// </summary>
public sealed record TermOverrides
{
    public decimal? RatePercent { get; init; }

    public int? Tenure { get; init; }

    /// <summary>Fees by their code.</summary>
    public ImmutableArray<ChargeOverride> Fees { get; init; } = [];

    /// <summary>Percent of the penalty or of the late charge.</summary>
    public decimal? LatePercent { get; init; }

    /// <summary>The sum of a late charge that is a fixed one.</summary>
    public Money? LateFixed { get; init; }

    /// <summary>The most the loan is charged for being late in its life.</summary>
    public Money? LateCap { get; init; }

    /// <summary>Late charges by bands of days past due, by the name of the band.</summary>
    public ImmutableArray<ChargeOverride> LateBands { get; init; } = [];

    /// <summary>Days late without a charge.</summary>
    public int? GraceDays { get; init; }

    /// <summary>First instalments of interest only, without interest to pay, and without interest at all.</summary>
    public int? GracePrincipal { get; init; }

    public int? GraceInterestPayment { get; init; }

    public int? InterestFree { get; init; }

    /// <summary>Day of the month on which instalments fall due, and how many days after payout the first one does at least.</summary>
    public int? DueDay { get; init; }

    public int? FirstDueAfterDays { get; init; }

    /// <summary>Percent of what is paid early, in part and in full.</summary>
    public decimal? PartPrepaymentPercent { get; init; }

    public decimal? ForeclosurePercent { get; init; }

    /// <summary>Nothing differs from the product.</summary>
    [JsonIgnore]
    public bool IsEmpty => Equals(new TermOverrides());

    public bool Equals(TermOverrides? other) => other is not null
        && (RatePercent, Tenure, LatePercent, LateFixed, LateCap, GraceDays) == (other.RatePercent, other.Tenure, other.LatePercent, other.LateFixed, other.LateCap, other.GraceDays)
        && (GracePrincipal, GraceInterestPayment, InterestFree, DueDay, FirstDueAfterDays) == (other.GracePrincipal, other.GraceInterestPayment, other.InterestFree, other.DueDay, other.FirstDueAfterDays)
        && (PartPrepaymentPercent, ForeclosurePercent) == (other.PartPrepaymentPercent, other.ForeclosurePercent)
        && Fees.AsSpan().SequenceEqual(other.Fees.AsSpan()) && LateBands.AsSpan().SequenceEqual(other.LateBands.AsSpan());

    public override int GetHashCode() => HashCode.Combine(RatePercent, Tenure, Fees.Length, LatePercent, GraceDays, DueDay);
}

/// <summary>A fee or a band of late charges at a price of the loan's own: a percentage or a fixed sum. Code is that of the fee, or the name of the band.</summary>
public sealed record ChargeOverride(string Code, decimal? Percent, Money? Fixed);
