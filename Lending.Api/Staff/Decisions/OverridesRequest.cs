using System.ComponentModel.DataAnnotations;
using Lending.Domain;

namespace Lending.Api.Staff.Decisions;

/// <summary>A fee by its code, or a band of late charges by its name, at a price of the loan's own: a percentage, or a sum in minor units.</summary>
public sealed record ChargeOverrideDto([StringLength(60, MinimumLength = 1)] string Code, decimal? Percent = null, [Range(0L, 1_000_000_000_000)] long? FixedMinor = null);

/// <summary>
/// What the loan is to have otherwise than its product, as far as the product names it. A field left out is the product's. Sums are minor units of the
/// product's currency.
/// </summary>
public sealed record OverridesRequest(
    decimal? RatePercent = null, int? Tenure = null, [MaxLength(20)] ChargeOverrideDto[]? Fees = null, decimal? LatePercent = null,
    [Range(0L, 1_000_000_000_000)] long? LateFixedMinor = null, [Range(0L, 1_000_000_000_000)] long? LateCapMinor = null, [MaxLength(20)] ChargeOverrideDto[]? LateBands = null,
    int? GraceDays = null, int? GracePrincipal = null, int? GraceInterestPayment = null, int? InterestFree = null, int? DueDay = null,
    int? FirstDueAfterDays = null, decimal? PartPrepaymentPercent = null, decimal? ForeclosurePercent = null)
{
    /// <summary>In the loan's currency.</summary>
    public TermOverrides In(Currency currency) => new()
    {
        RatePercent = RatePercent, Tenure = Tenure, Fees = Charges(Fees, currency), LatePercent = LatePercent, LateFixed = Sum(LateFixedMinor, currency),
        LateCap = Sum(LateCapMinor, currency), LateBands = Charges(LateBands, currency), GraceDays = GraceDays, GracePrincipal = GracePrincipal,
        GraceInterestPayment = GraceInterestPayment, InterestFree = InterestFree, DueDay = DueDay, FirstDueAfterDays = FirstDueAfterDays,
        PartPrepaymentPercent = PartPrepaymentPercent, ForeclosurePercent = ForeclosurePercent,
    };

    private static System.Collections.Immutable.ImmutableArray<ChargeOverride> Charges(ChargeOverrideDto[]? charges, Currency currency) =>
        [.. (charges ?? []).Select(charge => new ChargeOverride(charge?.Code ?? "", charge?.Percent, Sum(charge?.FixedMinor, currency)))];

    private static Money? Sum(long? minor, Currency currency) => minor is { } amount ? new Money(amount, currency) : null;
}
