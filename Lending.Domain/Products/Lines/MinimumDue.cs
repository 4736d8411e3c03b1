namespace Lending.Domain;

/// <summary>
/// What a statement newly asks for: percent of the base (principal, or principal and interest), at least the floor, at most all there is (RF-028, RF-029,
/// GAP-54). Interest comes first in it. The base is what no earlier statement has asked for; what earlier ones did and is unpaid comes on top as overdue.
/// </summary>
internal static class MinimumDue
{
    /// <summary>Principal and interest are those of the open row; a whole demand asks for all of them.</summary>
    public static (Money Principal, Money Interest) Of(Money principal, Money interest, decimal percent, bool whole, LoanProduct product)
    {
        if (whole || percent >= 100m) return (principal, interest);
        var terms = product.Line!;
        var of = terms.MinimumOf is MinimumBase.Principal ? principal : principal + interest;
        var asked = Money.Round(of.Minor * percent / 100m, principal.Currency, product.Rounding);
        if (terms.MinimumFloor is { } floor) asked = Money.Max(asked, floor);
        var fromInterest = Money.Min(asked, interest);
        return (Money.Min(asked - fromInterest, principal), fromInterest);
    }
}
