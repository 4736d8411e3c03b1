namespace Lending.Domain;

/// <summary>The coupon codes of a product (LOS-024).</summary>
public static class Coupons
{
    /// <summary>Nothing when no code was named; else the coupon, or why there is none for it on this day.</summary>
    public static Outcome<CouponTerms?> Find(LoanProduct product, string? code, DateOnly day)
    {
        if (string.IsNullOrWhiteSpace(code)) return new Outcome<CouponTerms?>(null, null);
        foreach (var coupon in product.Coupons)
            if (string.Equals(coupon.Code, code.Trim(), StringComparison.OrdinalIgnoreCase))
                return coupon.IsValidOn(day) ? coupon : new CouponNotValid();
        return new CouponUnknown();
    }

    /// <summary>The coupon a loan was applied for with, whatever day it is now; null when it has none.</summary>
    public static CouponTerms? Of(LoanProduct product, string? code)
    {
        foreach (var coupon in product.Coupons)
            if (coupon.Code == code) return coupon;
        return null;
    }
}

/// <summary>The product has no such code.</summary>
public sealed record CouponUnknown() : Refusal(RefusalKind.Unprocessable, "coupon_unknown", "The product has no such coupon.", "coupon");

/// <summary>The code is not valid yet, or not any more.</summary>
public sealed record CouponNotValid() : Refusal(RefusalKind.Unprocessable, "coupon_not_valid", "The coupon is not valid today.", "coupon");
