using System.ComponentModel.DataAnnotations;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Quotes;

/// <summary>What would be borrowed. Tenure is in the product's tenureUnit. Coupon is a code that lowers a fee before tax.</summary>
public sealed record QuoteRequest(
    [RegularExpression("^[A-Za-z0-9-]{1,40}$")] string ProductCode, MoneyDto Amount, [Range(1, 1_000)] int Tenure,
    [RegularExpression("^[A-Za-z0-9]{3,20}$")] string? Coupon = null)
{
    /// <summary>The quote for a payout on the Brand's business date, under the product's current version.</summary>
    internal async Task<Outcome<Quoted>> QuoteAsync(Caller caller, Brands brands, Products products, CancellationToken cancellationToken)
    {
        var brand = await brands.GetAsync(caller.Brand, cancellationToken);
        if (await products.FindAsync(caller.Brand, ProductCode, null, cancellationToken) is not { } product) return new ProductNotFound();

        var amount = Amount.In(product.Currency);
        if (amount.IsRefused) return amount.Refusal;
        if (LoanTerms.Check(product, brand, amount.Value, Tenure) is { } refused) return refused;

        var coupon = Coupons.Find(product, Coupon, brand.BusinessDate);
        if (coupon.Refusal is { } noCoupon) return noCoupon;

        var quote = Domain.Quotes.Of(product, amount.Value, Tenure, brand.BusinessDate, brand.Settings.Calendar, coupon.Value);
        return quote.Usable.IsPositive ? new Quoted(brand, product, quote) : new NothingToDisburse();
    }
}

/// <summary>A quote with the terms it was made under.</summary>
internal sealed record Quoted(Brand Brand, LoanProduct Product, LoanQuote Quote);
