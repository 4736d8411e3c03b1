using System.Text.Json;
using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Loans;

/// <summary>Puts a loan into words for the wire, on the Brand's business day and under the product it was made with.</summary>
public sealed class LoanViews(Brands brands, Products products)
{
    public async Task<LoanAnswer> AnswerAsync(string brandCode, string loanId, Loan loan, CancellationToken cancellationToken)
    {
        var (brand, figures, product) = await FiguresAsync(brandCode, loan, cancellationToken);
        return LoanAnswer.Of(loanId, loan, figures, brand, product);
    }

    /// <summary>Offered is the product as it is for every loan.</summary>
    public async Task<(Brand Brand, LoanFigures Figures, LoanProduct? Offered)> FiguresAsync(string brandCode, Loan loan, CancellationToken cancellationToken)
    {
        var brand = await brands.GetAsync(brandCode, cancellationToken);
        var product = loan.ProductVersion > 0
            ? await products.FindAsync(brandCode, loan.ProductCode, loan.ProductVersion, cancellationToken)
            : null;

        return (brand, LoanFigures.Of(loan, LoanProjection.TodayOf(loan, brand.BusinessDate), LoanTerms.Of(loan, product)), product);
    }

    /// <summary>PARTIALLY_PAID, as LOS-081 spells it.</summary>
    public static string NameOf(PublishedStatus status) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString());

    public static string NameOf(Enum dimension) => JsonNamingPolicy.SnakeCaseLower.ConvertName(dimension.ToString());
}
