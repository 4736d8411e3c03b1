using System.Globalization;
using Lending.Documents.Pdf;
using Lending.Domain;

namespace Lending.Documents;

/// <summary>Who signs, in clear, for the length of one document.</summary>
public sealed record BorrowerDetails(string Name, string Address, string MaskedPan, string MaskedAccount, string Ifsc);

/// <summary>The agreement as a PDF (LOS-025): borrower, lender, amount, charges, schedule and terms. The same loan gives the same bytes.</summary>
public static class LoanAgreement
{
    public static byte[] Write(Brand brand, string loanId, LoanProduct product, LoanQuote quote, BorrowerDetails borrower, DateOnly sanctionedOn)
    {
        var pages = new PdfPages($"Loan agreement {loanId}", $"{brand.Settings.LegalName} · Loan agreement {loanId}");
        pages.Heading("Loan agreement", 18);
        pages.Paragraph($"Between {brand.Settings.LegalName}, {brand.Settings.LegalAddress} (the lender) and {borrower.Name} (the borrower).");

        pages.Heading(product.Line is null ? "The loan" : "The line of credit");
        pages.Fact("Loan number", loanId);
        pages.Fact("Product", $"{product.Name}, version {product.Version}");
        pages.Fact("Sanctioned", $"{AmountText.Text(quote.Amount)} on {Day(sanctionedOn)}");
        pages.Fact("Term", TermOf(product, quote));
        pages.Fact("Interest", $"{Percent(product.RatePercent)} {ProductWords.InterestOf(product)}");

        pages.Heading("The borrower");
        pages.Fact("Name", borrower.Name);
        pages.Fact("Address", borrower.Address);
        pages.Fact("PAN", borrower.MaskedPan);
        pages.Fact("Paid into", $"{borrower.MaskedAccount}, {borrower.Ifsc}");

        KeyFactStatement.Write(pages, KeyFacts.Of(brand, product, quote));

        pages.Heading("Terms");
        pages.Paragraph("The Key Fact Statement above is part of this agreement. Its dates count from the day the money is paid out; they stand there for a payout on the day of sanction. "
            + (product.Instalments is { Holidays: HolidayRule.MoveDueDate }
                ? "A date that falls on a Sunday or a holiday of the lender moves to the next working day."
                : "A date that falls on a Sunday or a holiday of the lender moves to the next working day without further interest."));
        pages.Paragraph($"1. The borrower repays the principal with interest on the dates above. A payment is used {Order(product)}.");
        pages.Paragraph($"2. The borrower may repay in full at any time. Charge for it: {ProductWords.ForeclosureOf(product)}");
        pages.Paragraph("3. The lender reports the loan to credit bureaus. Late payment harms the borrower's credit record.");
        pages.Paragraph("4. When everything is paid the lender closes the loan and issues a no-due certificate.");
        pages.Paragraph("5. The borrower signs this document electronically. The lender keeps it unchanged, with its SHA-256 hash.");
        return pages.ToArray();
    }

    private static string TermOf(LoanProduct product, LoanQuote quote) => product.Plan switch
    {
        RepaymentPlan.Payday => $"{quote.Tenure} days, one payment",
        RepaymentPlan.Emi => $"{Tenures.Text(product, quote.Tenure)}, repaid {ProductWords.EveryOf(product)} in {quote.Schedule.Length} instalments",
        RepaymentPlan.CreditLine => $"A limit to draw from for {Tenures.Text(product, quote.Tenure)}, billed {ProductWords.EveryOf(product)}; each statement asks for {LineWords.MinimumOf(product.Line!)}",
    };

    private static string Order(LoanProduct product)
    {
        var words = string.Join(", then ", product.Waterfall.Words);
        return product.Waterfall is { Steps: null } ? $"for the oldest instalment first: {words}" : $"in this order, for older instalments before later ones in each: {words}";
    }

    internal static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    internal static string Percent(decimal rate) => rate.ToString("0.00##", CultureInfo.InvariantCulture) + " %";
}
