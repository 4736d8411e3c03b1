using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Lending.Api.Quotes;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Products;

public static class PreviewEndpoint
{
    /// <summary>Settings of a product and a loan under them, paid out on a day (the business date when left out).</summary>
    public sealed record Request(
        JsonObject Settings, MoneyDto Amount, [Range(1, 1_000)] int Tenure, DateOnly? DisbursedOn = null,
        [RegularExpression("^[A-Za-z0-9]{3,20}$")] string? Coupon = null);

    public sealed record Answer(QuoteEndpoint.Answer Quote, ImmutableArray<string> Warnings);

    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        Request request, StaffCaller caller, Brands brands, PenaltyClassifications classifications, CancellationToken cancellationToken)
    {
        var catalogue = await classifications.InForceAsync(caller.Brand, cancellationToken);
        var product = ClassificationRules.Fill(ProductWire.Read(request.Settings), catalogue);
        if (ClassificationRules.Check(product, catalogue) is { IsEmpty: false } unknown) return ProductProblems.From(new ProductInvalid(unknown));
        if (ProductRules.Check(product) is { IsEmpty: false } faults) return ProductProblems.From(new ProductInvalid(faults));
        var amount = request.Amount.In(product.Currency);
        if (amount.IsRefused) return Problems.From(amount.Refusal);
        var brand = await brands.GetAsync(caller.Brand, cancellationToken);
        if (LoanTerms.Check(product, brand, amount.Value, request.Tenure) is { } refused) return Problems.From(refused);

        var day = request.DisbursedOn ?? brand.BusinessDate;
        if (day < brand.BusinessDate.AddYears(-5) || day > brand.BusinessDate.AddYears(5))
            return Problems.From(new InputInvalid("disbursedOn", "within five years of the business date"));
        var coupon = Coupons.Find(product, request.Coupon, day);
        if (coupon.Refusal is { } noCoupon) return Problems.From(noCoupon);
        var quote = Domain.Quotes.Of(product, amount.Value, request.Tenure, day, brand.Settings.Calendar, coupon.Value);
        return quote.Usable.IsPositive
            ? TypedResults.Ok(new Answer(QuoteEndpoint.AnswerOf(product, quote), ProductWarnings.Of(product, quote)))
            : Problems.From(new NothingToDisburse());
    }
}
