using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Overdue penalty: simple daily percentage of what is overdue, from the day after the due date plus the grace days (GAP-16, GAP-17).</summary>
public sealed record PenaltyTerms(decimal DailyPercent, int GraceDays = 0, Money? Cap = null);

/// <summary>
/// What being late costs (RF-009 to RF-015, UBU-057): a percentage of the base or a fixed sum, again and again or by how late the loan is.
/// A product has these or a <see cref="PenaltyTerms"/> above zero, not both (GAP-16). Amounts are in the product's currency.
/// </summary>
public sealed record LateChargeTerms
{
    /// <summary>Percent of the base each time; null for a fixed sum or for bands (RF-012: PERCENT).</summary>
    public decimal? Percent { get; init; }

    /// <summary>A fixed sum each time (RF-012: FLAT).</summary>
    public Money? Fixed { get; init; }

    /// <summary>How often: on the first late day, and then every day, every 7 days or on the same day of each month (RF-013).</summary>
    public LateChargeFrequency Frequency { get; init; }

    /// <summary>What a percentage is of: the overdue principal, or overdue principal and interest, or fees too (RF-014, RF-026).</summary>
    public LateChargeBase Base { get; init; } = LateChargeBase.PrincipalAndInterest;

    /// <summary>Late charges not yet paid bear late charges too; only for a percentage (LOS-074).</summary>
    public bool Compound { get; init; }

    /// <summary>How often late charges join what bears them, counted from the first one (RF-025); never more often than they are made.</summary>
    public LateCompounding CompoundEvery { get; init; }

    /// <summary>The most a loan is charged in its life (RF-015, GAP-18); null has no end.</summary>
    public Money? Cap { get; init; }

    /// <summary>Days after the due date without a charge and without the state Overdue; DPD counts all the same (RF-009, GAP-17).</summary>
    public int GraceDays { get; init; }

    /// <summary>When the grace ends unpaid, its days are charged too (RF-010).</summary>
    public bool ChargesGraceAfterwards { get; init; }

    /// <summary>Day end charges nothing: staff make each charge by hand, by these rules (UBU-057).</summary>
    public bool ByHand { get; init; }

    /// <summary>Charged once when the days past due reach a band, instead of a percentage or a sum: how late is named and priced (UBU-057).</summary>
    public ImmutableArray<LateBand> Bands { get; init; } = [];

    /// <summary>Codes of the Brand's penalty classifications that the bands are made of: filled in when a version is added, and kept as they were then (UBU-055).</summary>
    public ImmutableArray<string> Classifications { get; init; } = [];
}

/// <summary>One band of days past due: charged once on its first day, by a percentage of the base or a sum.</summary>
public sealed record LateBand(string Name, int FromDpd, decimal? Percent, Money? Fixed)
{
    /// <summary>The last day past due of the band; null is up to the next one.</summary>
    public int? ToDpd { get; init; }

    /// <summary>The code of the penalty classification it was made of; null for a band of the product's own.</summary>
    public string? Classification { get; init; }

    /// <summary>The version of that classification.</summary>
    public int? ClassificationVersion { get; init; }

    /// <summary>Whether a loan of so many days past due stands in it, where next is the first day of the band after it.</summary>
    public bool Covers(int days, int? next) => days >= FromDpd && days <= (ToDpd ?? int.MaxValue) && (next is not { } first || days < first);
}

/// <summary>When late charges join what bears them: every night, every 7 days, on the same day of each month, or when the next instalment falls due.</summary>
public enum LateCompounding { Daily, Weekly, Monthly, Instalment }

/// <summary>How often a late charge is made.</summary>
public enum LateChargeFrequency { Daily, Weekly, Monthly }

/// <summary>What a percentage is of, as far as it is overdue.</summary>
public enum LateChargeBase { Principal, PrincipalAndInterest, PrincipalInterestAndFees }
