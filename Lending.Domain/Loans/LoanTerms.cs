using System.Diagnostics.CodeAnalysis;

namespace Lending.Domain;

/// <summary>The terms of a loan, and whether a product can be had for an amount and a tenure.</summary>
public static class LoanTerms
{
    /// <summary>
    /// The terms of a loan: its product, with what the loan has otherwise (RF-002). The only way from a product to what a loan is served by; given the
    /// terms instead of the product, it answers the same.
    /// </summary>
    [return: NotNullIfNotNull(nameof(product))]
    public static LoanProduct? Of(Loan loan, LoanProduct? product) => product is null || loan.Overrides is not { } own ? product : OverriddenProduct.Of(product, own);

    /// <summary>Null when it can, for a preview as for an application. Tenure is in the product's unit.</summary>
    public static Refusal? Check(LoanProduct product, Brand brand, Money amount, int tenure) =>
        AmountBounds.Check(amount, product, brand) is { } refusal ? refusal
        : tenure < product.TenureMin || tenure > product.TenureMax
            ? new TenureOutOfRange(product.TenureMin, product.TenureMax, Tenures.UnitOf(product).Many)
        : Charges.TakeAll(amount, Charges.Of(product, amount)) ? new NothingToDisburse() : null;
}
